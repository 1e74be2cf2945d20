package dev.rolewise.command;

import java.io.IOException;

/** A file that a person hands over. What it says of itself, and what it holds, is not trusted. */
public interface Upload {
    /** As its sender calls it, without a folder; may hold any character. */
    String name();

    /** How many bytes it is said to have. */
    long size();

    /**
     * Fetches it; may take seconds.
     *
     * @param most how many bytes are taken at most
     * @throws IOException where it cannot be had or is longer; the message is fit for the person who sent it
     */
    byte[] read(int most) throws IOException;
}
