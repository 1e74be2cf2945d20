package dev.rolewise.question;

import java.util.Optional;

/**
 * What models were asked for an answer, and what that cost.
 *
 * @param model name of the model whose claims the answer is made of, where there is one
 * @param calls how many times a model was asked
 * @param tokensIn as the providers counted them; those not told are missing
 * @param tokensOut likewise
 * @param cost of all calls, as it was settled
 * @param claims sentences that the model offered for the answer
 * @param kept those of them that its passages carry
 * @param route why this tier was asked, one short phrase
 * @param choice what routing made of the question; empty where routing did not choose the tier, and where the answer is
 *     given again
 * @param note why the answer is not what was wanted, one short phrase: a spent budget, a model that failed
 */
public record Spending(
        Optional<String> model,
        int calls,
        int tokensIn,
        int tokensOut,
        Usd cost,
        int claims,
        int kept,
        String route,
        Optional<Choice> choice,
        Optional<String> note) {

    /** Nobody was asked, and it needs no reason. */
    public static final Spending NONE = new Spending(Optional.empty(), 0, 0, 0, Usd.ZERO, 0, 0, "", Optional.empty());

    /** Of an answer whose tier routing did not choose. */
    public Spending(
            Optional<String> model,
            int calls,
            int tokensIn,
            int tokensOut,
            Usd cost,
            int claims,
            int kept,
            String route,
            Optional<String> note) {
        this(model, calls, tokensIn, tokensOut, cost, claims, kept, route, Optional.empty(), note);
    }

    /** The same, with why this tier was asked, which routing did not choose. */
    public Spending routed(String reason) {
        return new Spending(model, calls, tokensIn, tokensOut, cost, claims, kept, reason, note);
    }

    /** The same, with why routing chose this tier. */
    public Spending routed(String reason, Choice by) {
        return new Spending(model, calls, tokensIn, tokensOut, cost, claims, kept, reason, Optional.of(by), note);
    }

    /** The same, with why it is not what was wanted. */
    public Spending noted(String reason) {
        return new Spending(model, calls, tokensIn, tokensOut, cost, claims, kept, route, choice, Optional.of(reason));
    }

    /** What it is when the answer is given again: nothing was asked and nothing paid this time. */
    public Spending again() {
        return new Spending(model, 0, 0, 0, Usd.ZERO, claims, kept, route, Optional.empty());
    }
}
