package dev.rolewise.cascade;

import dev.rolewise.question.Spending;
import dev.rolewise.question.Usd;
import java.util.Optional;

/** What one question has cost so far. Not thread-safe. */
final class Bill {
    private int calls;
    private int tokensIn;
    private int tokensOut;
    private Usd cost = Usd.ZERO;
    private int claims;
    private int kept;
    private Optional<String> note = Optional.empty();

    void add(Till.Paid paid) {
        calls += paid.sent() ? 1 : 0;
        tokensIn += paid.tokensIn();
        tokensOut += paid.tokensOut();
        cost = cost.plus(paid.cost());
    }

    void claims(int offered, int carried) {
        claims = offered;
        kept = carried;
    }

    void note(String why) {
        note = Optional.of(why);
    }

    /** Where nothing else is wrong yet. */
    void noteFirst(String why) {
        note = note.or(() -> Optional.of(why));
    }

    /** How many times a model was asked. */
    int calls() {
        return calls;
    }

    Spending spending() {
        return new Spending(Optional.empty(), calls, tokensIn, tokensOut, cost, claims, kept, "", note);
    }

    /** Of an answer by that model; {@code asWanted} where no better tier was wanted, so that nothing is left to excuse. */
    Spending answered(String model, boolean asWanted) {
        Optional<String> excuse = asWanted ? Optional.empty() : note;
        return new Spending(Optional.of(model), calls, tokensIn, tokensOut, cost, claims, kept, "", excuse);
    }
}
