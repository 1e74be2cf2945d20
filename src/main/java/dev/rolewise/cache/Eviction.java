package dev.rolewise.cache;

import java.util.Locale;

/** Why a kept answer is kept no longer. */
public enum Eviction {
    /** A passage that it cites has changed or is gone. */
    CHANGED,
    /** Its scope knows more than it did, or the prompts or models are others. */
    GENERATION,
    /** A member found it unhelpful. */
    UNHELPFUL,
    /** It is too old. */
    AGE,
    /** There is no room. */
    SPACE,
    /** Whose question it was, or whose server, is to be forgotten. */
    PRIVACY,
    /** Another process took it back. */
    ELSEWHERE;

    /** As it is written in figures: {@code changed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
