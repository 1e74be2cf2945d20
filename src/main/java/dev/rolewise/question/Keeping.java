package dev.rolewise.question;

/**
 * What may be kept for one question of a member, from the moment it came in: everything, until the member has all of theirs
 * deleted. Whatever is kept on behalf of a question is kept through this. Thread-safe.
 */
public interface Keeping {
    /** Of a question of nobody who could have anything deleted. */
    Keeping FOR_GOOD = new Keeping() {
        @Override
        public boolean keep(Runnable work) {
            work.run();
            return true;
        }

        @Override
        public boolean undisturbed() {
            return true;
        }
    };

    /**
     * Does work that keeps something, or nothing where the member has had all of theirs deleted since the question came in. A
     * deletion waits for work under way, so the work is quick; it finds what was handed over to others meanwhile.
     *
     * @return whether it was done
     */
    boolean keep(Runnable work);

    /**
     * Whether nobody at all has had anything deleted since the question came in: an answer may hold words of whoever asked
     * something alike first. Stays so within {@link #keep}.
     */
    boolean undisturbed();
}
