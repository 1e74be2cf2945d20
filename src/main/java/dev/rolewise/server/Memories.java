package dev.rolewise.server;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is kept of members outside the record: in memory, and in a cache that processes share. Thread-safe. */
public interface Memories {
    /** Questions of a member that are in memory, by what for. Kinds of which there is nothing are left out. */
    Map<String, List<String>> about(String memberId);

    /** Members of whom something is in memory. */
    Set<String> members();

    /** Forgets all of a member that is in memory; at once. */
    void forget(String memberId);

    /**
     * Waits, some seconds at most, until what is on its way to the record is there, so that a deletion after this finds it; and
     * takes back what is shared of that member.
     *
     * @return whether all of it is there; where not, a deletion is to be done once more
     * @throws java.io.UncheckedIOException where the record of what is shared cannot be used
     */
    boolean settle(String memberId);
}
