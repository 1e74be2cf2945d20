package dev.rolewise.question;

import java.util.List;
import java.util.Optional;

/** The documents of the installation and of servers, searched. Thread-safe; a search takes milliseconds. */
public interface DocumentSearch {
    /** There are no documents. */
    DocumentSearch NONE = new DocumentSearch() {
        @Override
        public List<FoundStatement> search(QuestionProfile asked, Scope scope, int limit) {
            return List.of();
        }

        @Override
        public List<FoundStatement> passage(FoundStatement of) {
            return List.of(of);
        }

        @Override
        public Optional<FoundStatement> statement(Scope scope, String key) {
            return Optional.empty();
        }
    };

    /** The statements that come nearest to a question, best first, of all documents that count in that scope. */
    List<FoundStatement> search(QuestionProfile asked, Scope scope, int limit);

    /** The statements that stand in one passage with a found one, in their order, itself among them; without scores. */
    List<FoundStatement> passage(FoundStatement of);

    /** The statement with that key, if a document that counts in that scope still has it. */
    Optional<FoundStatement> statement(Scope scope, String key);
}
