package dev.rolewise.question;

import java.util.Optional;

/** What a Discord server knows, has set right and wants beyond what everybody gets. Thread-safe; answers from memory. */
public interface ServerKnowledge {
    /** No server has anything of its own. */
    ServerKnowledge NONE = new ServerKnowledge() {
        @Override
        public Scope scope(Optional<String> serverId) {
            return Scope.INSTALLATION;
        }

        @Override
        public Mix mix(Scope scope) {
            return Mix.BOTH;
        }

        @Override
        public Optional<Correction> correction(QuestionProfile asked, Scope scope) {
            return Optional.empty();
        }

        @Override
        public Optional<Near> nearCorrection(QuestionProfile asked, Scope scope) {
            return Optional.empty();
        }
    };

    /** How a server's documents and the pack's notes go together. */
    enum Mix {
        /** The server's documents first, and what the pack says too. */
        BOTH,
        /** The pack's notes only where the server's documents do not answer. */
        OWN_FIRST,
        /** The server's documents alone. */
        OWN_ONLY
    }

    /**
     * An answer that those who manage a server wrote.
     *
     * @param id unique in all servers
     * @param question what it was written to
     * @param text plain, at most {@value Answer#MAX_TEXT} characters with what is around it
     * @param date when it was written, as shown
     */
    record Correction(String id, String question, String text, String date) {}

    /**
     * An answer to a question that may be the one that is asked, to be shown with its question.
     *
     * @param likely whether it is worth its place beside another answer; if not, it is better than none
     */
    record Near(Correction correction, boolean likely) {}

    /** Whose knowledge counts for a question that is asked there: the server's own scope where it has something of its own. */
    Scope scope(Optional<String> serverId);

    /** What that scope wants. */
    Mix mix(Scope scope);

    /** The server's own answer to that question, or to one that asks the same. */
    Optional<Correction> correction(QuestionProfile asked, Scope scope);

    /** The server's own answer to the question that comes nearest to what is asked. */
    Optional<Near> nearCorrection(QuestionProfile asked, Scope scope);
}
