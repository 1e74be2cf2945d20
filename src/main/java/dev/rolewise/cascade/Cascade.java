package dev.rolewise.cascade;

import dev.rolewise.cascade.model.ClaimReply;
import dev.rolewise.cascade.model.ModelReply;
import dev.rolewise.cascade.model.Prompt;
import dev.rolewise.cascade.model.PromptBook;
import dev.rolewise.cascade.model.PromptLimits;
import dev.rolewise.cascade.money.Ledger;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the model tiers: reserve, call, settle, verify, and go on to another tier where too little is left. The one place
 * that tries again, and then only with calls that the other tier does not need. Never throws for what a provider does; with no tier set up it finds nothing at once. Thread-safe.
 */
public final class Cascade implements ModelTiers {
    private static final Logger LOG = LoggerFactory.getLogger(Cascade.class);

    /** Kept back from each call, so that its answer is checked, and whoever waits for it has it, by the deadline. */
    private static final Duration CHECK = Duration.ofMillis(400);

    /** With less time than this a call is not worth its money. */
    private static final Duration LEAST = CHECK.plusMillis(600);

    private static final Duration BACK_OFF = Duration.ofMillis(300);

    /** Share of a model's claims that has to be carried: with less, it did not answer from its passages. */
    private static final double ENOUGH = 0.5;

    private final Map<Tier, Rung> rungs;
    private final int maxCalls;
    private final PromptBook prompts;
    private final PromptLimits limits;
    private final Verifier verifier;
    private final Till till;
    private final Pause pause;
    private final Supplier<String> marks;

    /**
     * @param rungs the tiers that are set up; none is fine
     * @param maxCalls model calls for one question at most ({@code answer.max-model-calls})
     * @param marks gives an unforeseeable word for each prompt, see {@link Prompt#of}
     */
    public Cascade(
            Map<Tier, Rung> rungs,
            int maxCalls,
            PromptBook prompts,
            PromptLimits limits,
            Verifier verifier,
            Ledger ledger,
            Pause pause,
            Supplier<String> marks) {
        this.rungs = new EnumMap<>(Tier.class);
        this.rungs.putAll(rungs);
        this.maxCalls = maxCalls;
        this.prompts = prompts;
        this.limits = limits;
        this.verifier = verifier;
        this.till = new Till(ledger, Optional.ofNullable(this.rungs.get(Tier.STRONG)));
        this.pause = pause;
        this.marks = marks;
    }

    @Override
    public boolean has(Tier tier) {
        return rungs.containsKey(tier);
    }

    @Override
    public Optional<Tier> instead(Tier wanted) {
        return has(wanted) ? Optional.of(wanted) : rungs.keySet().stream().findFirst();
    }

    @Override
    public String generation() {
        StringBuilder all = new StringBuilder(prompts.promptHash());
        rungs.forEach((tier, rung) -> all.append('\n')
                .append(rung.model().provider())
                .append(' ')
                .append(rung.model().model()));
        return all.toString();
    }

    @Override
    public Finding ask(Inquiry inquiry, Deadline deadline) {
        Visit visit = new Visit(inquiry, deadline);
        for (Tier tier : visit.order()) {
            Optional<Finding> found = visit.mayGoOn() ? visit.ask(tier) : Optional.empty();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new Finding.Nothing(visit.spending());
    }

    /** The work on one question. Used by one thread. */
    private final class Visit {
        private final Inquiry inquiry;
        private final Deadline deadline;
        private final Bill bill = new Bill();
        private List<Verification.Checked> kept = List.of();
        private boolean strongSpoke;

        Visit(Inquiry inquiry, Deadline deadline) {
            this.inquiry = inquiry;
            this.deadline = deadline;
        }

        /** Where the strong tier cannot be asked, the cheap one is better than none. */
        List<Tier> order() {
            List<Tier> all =
                    inquiry.start() == Tier.CHEAP ? List.of(Tier.CHEAP, Tier.STRONG) : List.of(Tier.STRONG, Tier.CHEAP);
            return all.stream()
                    .filter(tier -> has(tier) && (inquiry.climbs() || tier == inquiry.start()))
                    .toList();
        }

        /** Whether somebody else may be asked: what the strong tier could not say, the cheap one is not asked for. */
        boolean mayGoOn() {
            boolean late = deadline.left().compareTo(LEAST) < 0
                    || Thread.currentThread().isInterrupted();
            if (late) {
                bill.noteFirst(Notes.LATE);
            }
            return !late && !strongSpoke && bill.calls() < maxCalls;
        }

        Spending spending() {
            return bill.spending();
        }

        /** Asks one tier, and once more where its failure may pass. */
        Optional<Finding> ask(Tier tier) {
            Rung rung = Objects.requireNonNull(rungs.get(tier), "only tiers that are set up are asked");
            Prompt prompt = Prompt.of(
                    prompts,
                    new PromptLimits(limits.maxInputChars(), limits.maxClaims(), rung.maxOutputTokens()),
                    inquiry.text(),
                    inquiry.passages(),
                    inquiry.roleNames(),
                    marks);
            if (prompt.passages().isEmpty()) {
                return Optional.empty();
            }
            while (true) {
                Optional<ModelReply> reply = call(tier, rung, prompt);
                if (reply.isEmpty()) {
                    return Optional.empty();
                }
                if (reply.get() instanceof ModelReply.Text) {
                    strongSpoke = tier == Tier.STRONG;
                    return kept.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Finding.Verified(
                                    tier,
                                    kept,
                                    bill.answered(rung.model().model(), tier.compareTo(inquiry.start()) >= 0)));
                }
                ModelReply.Failure failure = (ModelReply.Failure) reply.get();
                if (!mayTryAgain(tier, failure) || !waited(failure)) {
                    return Optional.empty();
                }
            }
        }

        /** Reserves, calls, examines and settles; nothing where the call may not be made. */
        private Optional<ModelReply> call(Tier tier, Rung rung, Prompt prompt) {
            Optional<ModelReply.Failure> refusal = rung.model().refusal();
            if (refusal.isPresent()) {
                examine(prompt, refusal.get());
                return Optional.of(refusal.get());
            }
            try {
                Till.Admission admission = till.open(inquiry, tier, rung, prompt.request());
                if (admission instanceof Till.Admission.Refused refused) {
                    LOG.info("budget question={} tier={} cap={}", inquiry.questionId(), tier, refused.cap());
                    bill.note(Notes.of(refused.cap()));
                    return Optional.empty();
                }
                Till.Admission.Granted granted = (Till.Admission.Granted) admission;
                ModelReply reply =
                        rung.model().call(prompt.request(), deadline.left().minus(CHECK));
                examine(prompt, reply);
                bill.add(till.close(granted, reply, !kept.isEmpty()));
                return Optional.of(reply);
            } catch (UncheckedIOException e) {
                LOG.debug("question={}: no model is asked: {}", inquiry.questionId(), e.getMessage());
                bill.note(Notes.LEDGER);
                return Optional.empty();
            }
        }

        private void examine(Prompt prompt, ModelReply reply) {
            if (reply instanceof ModelReply.Failure failure) {
                LOG.warn("model question={} {}", inquiry.questionId(), failure.forOperators());
                bill.note(Notes.of(failure.kind()));
                return;
            }
            try {
                read(prompt, (ModelReply.Text) reply);
            } catch (RuntimeException e) {
                LOG.error("question={}: a model's answer could not be checked: {}", inquiry.questionId(), e.getClass());
                bill.note(Notes.UNREADABLE);
            }
        }

        /** Whatever is wrong with a reply, the question has another answer: a fault in reading it ends no question. */
        private void read(Prompt prompt, ModelReply.Text text) {
            if (text.finish() == ModelReply.Finish.FILTER) {
                bill.note(Notes.FILTERED);
                return;
            }
            Optional<ClaimReply> said =
                    text.finish() == ModelReply.Finish.LENGTH ? Optional.empty() : ClaimReply.parse(text.text());
            if (said.isEmpty()) {
                bill.note(Notes.UNREADABLE);
                return;
            }
            if (!said.get().covered() || said.get().claims().isEmpty()) {
                bill.note(Notes.DECLINED);
                return;
            }
            Verification verification = verifier.verify(claims(said.get()), prompt.passages(), inquiry.roles());
            int offered = verification.claims().size();
            List<Verification.Checked> carried = verification.kept();
            if (carried.size() < ENOUGH * offered) {
                bill.claims(offered, 0);
                bill.note(Notes.UNSUPPORTED);
                return;
            }
            bill.claims(offered, carried.size());
            kept = carried;
        }

        /** As many as were asked for, each once. */
        private List<Claim> claims(ClaimReply said) {
            Map<String, Claim> once = new LinkedHashMap<>();
            said.claims().forEach(claim -> once.putIfAbsent(claim.text(), claim));
            return once.values().stream().limit(limits.maxClaims()).toList();
        }

        /** A second try leaves a call to the other tier, where that one can be asked. */
        private boolean mayTryAgain(Tier tier, ModelReply.Failure failure) {
            int forOthers = otherIsLeft(tier) ? 1 : 0;
            return failure.retriable()
                    && failure.sent()
                    && bill.calls() + forOthers < maxCalls
                    && !Thread.currentThread().isInterrupted();
        }

        private boolean otherIsLeft(Tier tier) {
            List<Tier> order = order();
            return order.subList(order.indexOf(tier) + 1, order.size()).stream()
                    .map(rungs::get)
                    .anyMatch(other -> other != null && other.model().refusal().isEmpty());
        }

        /** Waits as long as the provider wants; false where there is no time for that and a call after it. */
        private boolean waited(ModelReply.Failure failure) {
            Duration wait = failure.retryAfter().orElse(BACK_OFF);
            if (wait.plus(LEAST).compareTo(deadline.left()) > 0) {
                return false;
            }
            try {
                pause.of(wait);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
