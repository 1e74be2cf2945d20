package dev.rolewise.cascade;

import dev.rolewise.cascade.model.ModelReply;
import dev.rolewise.cascade.model.ModelReply.Fate;
import dev.rolewise.cascade.model.ModelReply.Kind;
import dev.rolewise.cascade.model.ModelRequest;
import dev.rolewise.cascade.money.CallIntent;
import dev.rolewise.cascade.money.Cap;
import dev.rolewise.cascade.money.Decision;
import dev.rolewise.cascade.money.Ledger;
import dev.rolewise.cascade.money.Outcome;
import dev.rolewise.cascade.money.Price;
import dev.rolewise.cascade.money.Settlement;
import dev.rolewise.cascade.money.Tokens;
import dev.rolewise.cascade.money.WorstCase;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Reserves the money for a call and settles what it cost. Thread-safe. */
final class Till {
    /** The ledger does not believe a cost of more times the reservation than this, so the receipt does not either. */
    private static final long BELIEVED = 10;

    private final Ledger ledger;
    private final Optional<Rung> strong;

    Till(Ledger ledger, Optional<Rung> strong) {
        this.ledger = ledger;
        this.strong = strong;
    }

    /** Whether a call may be made. */
    sealed interface Admission {
        /** It may; its worst case is put aside. */
        record Granted(String callId, Price price, Usd worstCase, Usd strongWorst) implements Admission {}

        /** It may not. */
        record Refused(Cap cap) implements Admission {}
    }

    /** What a call came to. */
    record Paid(boolean sent, int tokensIn, int tokensOut, Usd cost) {}

    /** Throws {@link java.io.UncheckedIOException} where the ledger cannot be written. */
    Admission open(Inquiry inquiry, Tier tier, Rung rung, ModelRequest request) {
        long bytes = (long) request.inputBytes() + rung.model().addedBytes();
        Usd worst = WorstCase.of(rung.price(), bytes, request.maxOutputTokens());
        Usd strongWorst = strong.map(s -> WorstCase.of(s.price(), bytes, request.maxOutputTokens()))
                .orElse(worst);
        Decision decision = reserve(
                inquiry,
                new CallIntent(
                        inquiry.questionId(),
                        tier,
                        rung.model().provider(),
                        rung.model().model(),
                        inquiry.memberId(),
                        inquiry.serverId(),
                        worst,
                        strongWorst));
        if (decision instanceof Decision.Denied denied) {
            return new Admission.Refused(denied.cap());
        }
        return new Admission.Granted(((Decision.Reserved) decision).callId(), rung.price(), worst, strongWorst);
    }

    /** A member who has had all of theirs deleted since they asked is not named any more; their server still pays. */
    private Decision reserve(Inquiry inquiry, CallIntent intent) {
        AtomicReference<Decision> decision = new AtomicReference<>();
        boolean named = inquiry.keeping().keep(() -> decision.set(ledger.reserve(intent)));
        return named ? Objects.requireNonNull(decision.get()) : ledger.reserve(intent.ofNobody());
    }

    /** {@code shown} says whether the reply, or what was left of it, becomes the answer. */
    Paid close(Admission.Granted granted, ModelReply reply, boolean shown) {
        if (reply instanceof ModelReply.Failure failure) {
            return failed(granted, failure);
        }
        ModelReply.Text text = (ModelReply.Text) reply;
        Outcome outcome = shown ? Outcome.ANSWERED : Outcome.REJECTED;
        Optional<Tokens> tokens = tokens(text.usage())
                .filter(t -> granted.price().of(t).nanos() / BELIEVED
                        <= granted.worstCase().nanos());
        if (tokens.isEmpty()) {
            ledger.settle(granted.callId(), Settlement.unknown(outcome, granted.strongWorst()));
            return new Paid(true, 0, 0, granted.worstCase());
        }
        Price strongPrice = strong.map(Rung::price).orElse(granted.price());
        ledger.settle(
                granted.callId(), Settlement.of(granted.price(), tokens.get(), outcome, strongPrice.of(tokens.get())));
        return new Paid(
                true,
                (int) tokens.get().input(),
                (int) tokens.get().output(),
                granted.price().of(tokens.get()));
    }

    private static Optional<Tokens> tokens(ModelReply.Usage usage) {
        return usage.known()
                ? Tokens.reported(usage.in().getAsInt(), usage.out().getAsInt())
                : Optional.empty();
    }

    /** One that never got the request, or refused it unread, has counted nothing; any other may have. */
    private Paid failed(Admission.Granted granted, ModelReply.Failure failure) {
        if (!failure.sent()) {
            ledger.release(granted.callId());
            return new Paid(false, 0, 0, Usd.ZERO);
        }
        if (failure.fate() == Fate.REFUSED) {
            ledger.settle(
                    granted.callId(),
                    new Settlement(Usd.ZERO, Optional.of(new Tokens(0, 0)), Outcome.FAILED, Usd.ZERO));
            return new Paid(true, 0, 0, Usd.ZERO);
        }
        boolean givenUp = failure.kind() == Kind.TIMEOUT || failure.kind() == Kind.INTERRUPTED;
        ledger.settle(
                granted.callId(),
                Settlement.unknown(givenUp ? Outcome.CANCELLED : Outcome.FAILED, granted.strongWorst()));
        return new Paid(true, 0, 0, granted.worstCase());
    }
}
