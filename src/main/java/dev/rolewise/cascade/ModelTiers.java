package dev.rolewise.cascade;

import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.util.Optional;

/** The tiers that ask a model. Thread-safe. */
public interface ModelTiers {
    /** None is set up. */
    ModelTiers NONE = new ModelTiers() {
        @Override
        public boolean has(Tier tier) {
            return false;
        }

        @Override
        public Optional<Tier> instead(Tier wanted) {
            return Optional.empty();
        }

        @Override
        public String generation() {
            return "";
        }

        @Override
        public Finding ask(Inquiry inquiry, Deadline deadline) {
            return new Finding.Nothing(Spending.NONE);
        }
    };

    /** Whether that tier is set up. */
    boolean has(Tier tier);

    /** The tier that stands in for {@code wanted} where that one is not set up; empty where none is. */
    Optional<Tier> instead(Tier wanted);

    /** Changes whenever answers made before may differ from those made now: the prompts or the models. */
    String generation();

    /**
     * Asks until something can be shown, the calls or the time are used up, or nobody is left to ask. Never throws for what
     * a provider does.
     */
    Finding ask(Inquiry inquiry, Deadline deadline);
}
