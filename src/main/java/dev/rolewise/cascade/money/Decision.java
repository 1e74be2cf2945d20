package dev.rolewise.cascade.money;

import java.time.Instant;

/** Whether a call may be made. */
public sealed interface Decision {
    /**
     * It may, and its worst case is put aside until it is settled or released.
     *
     * @param callId what to settle or release it by
     */
    record Reserved(String callId) implements Decision {}

    /**
     * It may not, and nothing was put aside.
     *
     * @param cap the limit that it would pass; of several the one that holds longest
     * @param until when the period of that limit ends; sooner where calls under way turn out cheaper than feared
     */
    record Denied(Cap cap, Instant until) implements Decision {}
}
