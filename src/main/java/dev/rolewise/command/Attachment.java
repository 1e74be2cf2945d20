package dev.rolewise.command;

import java.util.Arrays;

/** A file that goes with a reply. Immutable. */
public final class Attachment {
    private final String name;
    private final String mediaType;
    private final byte[] bytes;

    /**
     * @param name with its ending, letters, digits, dots and hyphens: {@code comparison.png}
     * @param mediaType such as {@code image/png}
     * @param bytes its content
     */
    public Attachment(String name, String mediaType, byte[] bytes) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,79}")) {
            throw new IllegalArgumentException("the name of an attachment has letters, digits, dots and hyphens");
        }
        this.name = name;
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
    }

    /** Its name, with its ending. */
    public String name() {
        return name;
    }

    /** What it is, such as {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** A copy of its content. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment a
                && a.name.equals(name)
                && a.mediaType.equals(mediaType)
                && Arrays.equals(a.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return name + " (" + mediaType + ", " + bytes.length + " bytes)";
    }
}
