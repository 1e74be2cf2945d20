package dev.rolewise.answer;

import dev.rolewise.cascade.Claim;
import dev.rolewise.cascade.Deadline;
import dev.rolewise.cascade.Finding;
import dev.rolewise.cascade.Inquiry;
import dev.rolewise.cascade.ModelTiers;
import dev.rolewise.cascade.Verification;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A strong tier that says the first sentence of the first passage, or nothing, and remembers who asked. */
final class ScriptedTiers implements ModelTiers {
    static final String MODEL = "oak-1";
    static final String NOTE = "the model did not answer in time";

    final List<Inquiry> inquiries = new ArrayList<>();
    boolean silent;
    int claims = 2;

    @Override
    public boolean has(Tier tier) {
        return tier == Tier.STRONG;
    }

    @Override
    public Optional<Tier> instead(Tier wanted) {
        return Optional.of(Tier.STRONG);
    }

    @Override
    public String generation() {
        return "1";
    }

    @Override
    public Finding ask(Inquiry inquiry, Deadline deadline) {
        inquiries.add(inquiry);
        if (silent) {
            return new Finding.Nothing(Spending.NONE.noted(NOTE));
        }
        Statement first = inquiry.passages().get(0).statements().get(0);
        Verification.Checked claim =
                new Verification.Checked(new Claim(first.text(), List.of(1)), Optional.empty(), List.of(first), 1);
        return new Finding.Verified(
                Tier.STRONG,
                List.of(claim),
                new Spending(Optional.of(MODEL), 1, 2_600, 40, Usd.parse("0.0004"), claims, 1, "", Optional.empty()));
    }
}
