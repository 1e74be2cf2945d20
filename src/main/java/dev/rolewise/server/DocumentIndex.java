package dev.rolewise.server;

import dev.rolewise.question.Scope;
import java.util.List;
import java.util.Set;

/** What is searched of the documents that count. Thread-safe. */
interface DocumentIndex {
    /** Looked after by whoever searches: they bring theirs to the record before, or within a second. */
    DocumentIndex ELSEWHERE = new DocumentIndex() {
        @Override
        public Set<String> found(Scope scope) {
            return Set.of();
        }

        @Override
        public boolean underway(String id) {
            return false;
        }

        @Override
        public void put(ServerDocument.Text text) {}

        @Override
        public void remove(Scope scope, List<String> ids) {}

        @Override
        public void drop(Scope scope) {}

        @Override
        public void sync(Scope scope) {}

        @Override
        public void follow(Scope scope) {}

        @Override
        public void followAll() {}
    };

    /** The documents that are found in a scope, by their ids. */
    Set<String> found(Scope scope);

    /** Whether a document is still being indexed. */
    boolean underway(String id);

    /**
     * Lets a document be found, if the record still says that it counts, in place of the versions that gave way to it: till
     * then those are found. Each of its sentences takes 10 to 50 ms: what takes longer than some seconds is {@linkplain
     * #underway under way} when this returns.
     */
    void put(ServerDocument.Text text);

    /** When it returns, no answer rests on those documents any more, and no byte of them is in the index. */
    void remove(Scope scope, List<String> ids);

    /** As {@link #remove} of all of a scope. */
    void drop(Scope scope);

    /** Brings the index of a scope to what the record says. Quick where nothing differs; else it may take minutes. */
    void sync(Scope scope);

    /** The same, but what does not count is out when this returns, and what is to be indexed is so later. */
    void follow(Scope scope);

    /** The same for all scopes. */
    void followAll();
}
