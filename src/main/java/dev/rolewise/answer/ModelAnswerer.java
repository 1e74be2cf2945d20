package dev.rolewise.answer;

import dev.rolewise.cascade.Deadline;
import dev.rolewise.cascade.Finding;
import dev.rolewise.cascade.Inquiry;
import dev.rolewise.cascade.ModelTiers;
import dev.rolewise.cascade.Route;
import dev.rolewise.cascade.Router;
import dev.rolewise.cascade.Verification;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Role;
import dev.rolewise.question.Answer;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Makes a local answer better by the model tiers where routing says that they would add to it, and leaves it where they do
 * not. Thread-safe.
 */
final class ModelAnswerer {
    private static final int PASSAGES = 12;

    private final Pack pack;
    private final ModelTiers tiers;
    private final Router router;
    private final StatementTable table;
    private final Supplier<String> ids;

    /** {@code ids} gives each question an id for the ledger. */
    ModelAnswerer(Pack pack, ModelTiers tiers, Router router, StatementTable table, Supplier<String> ids) {
        this.pack = pack;
        this.tiers = tiers;
        this.router = router;
        this.table = table;
        this.ids = ids;
    }

    /** Changes whenever answers of models made before may differ from those made now. */
    String generation() {
        return tiers.generation();
    }

    boolean has(Tier tier) {
        return tier == Tier.LOCAL || tiers.has(tier);
    }

    /** The answer to show: a verified one, or {@code local} with a receipt that says why. */
    Answer improve(LocalDraft local, AskOptions options, Deadline deadline) {
        boolean nobody = tiers.instead(Tier.STRONG).isEmpty();
        if (nobody
                || local.answer().status() != Answer.Status.ANSWERED
                || options.only().equals(Optional.of(Tier.LOCAL))) {
            return local.answer();
        }
        Route route = router.route(local.facts());
        Tier wanted = options.only().orElse(route.tier());
        UnaryOperator<Spending> told = options.only().isPresent()
                ? spending -> spending.routed("asked for")
                : spending -> spending.routed(route.reason(), route.choice());
        Answer routed = receipt(local.answer(), told.apply(Spending.NONE));
        Optional<Tier> tier = wanted == Tier.LOCAL ? Optional.empty() : tiers.instead(wanted);
        if (tier.isEmpty()) {
            return routed;
        }
        options.soFar().accept(routed);
        Finding finding = tiers.ask(inquiry(local, tier.get(), options), deadline);
        if (finding instanceof Finding.Verified verified) {
            return answer(verified, local.answer(), told.apply(verified.spending()));
        }
        return receipt(local.answer(), told.apply(finding.spending()));
    }

    private Inquiry inquiry(LocalDraft local, Tier start, AskOptions options) {
        QuestionProfile profile = local.profile();
        return new Inquiry(
                ids.get(),
                profile.text(),
                profile.roles(),
                pack.roles().stream().map(Role::name).toList(),
                passages(local),
                start,
                options.only().isEmpty(),
                options.memberId(),
                options.serverId(),
                options.keeping());
    }

    /** The best of each part in turn, so that no part is crowded out. */
    private static List<Passage> passages(LocalDraft local) {
        List<List<Passage>> byPart = local.evidences().stream()
                .map(evidence -> evidence.passages().stream()
                        .map(ranked -> ranked.passage())
                        .toList())
                .toList();
        java.util.Set<Passage> taken = new java.util.LinkedHashSet<>();
        for (int rank = 0; rank < PASSAGES; rank++) {
            for (List<Passage> part : byPart) {
                if (rank < part.size()) {
                    taken.add(part.get(rank));
                }
            }
        }
        return taken.stream().limit(PASSAGES).toList();
    }

    private Answer answer(Finding.Verified verified, Answer local, Spending spending) {
        AnswerDraft draft = new AnswerDraft();
        boolean list = verified.claims().size() > 2;
        for (int i = 0; i < verified.claims().size(); i++) {
            Verification.Checked claim = verified.claims().get(i);
            List<StatementTable.Row> rows = claim.support().stream()
                    .flatMap(statement -> table.row(statement.key()).stream())
                    .toList();
            draft.claim(claim.claim().text(), rows, list && i > 0);
        }
        return new Answer(
                Answer.Status.ANSWERED,
                draft.lines(),
                draft.citations(),
                local.followUps(),
                local.profile(),
                new Receipt(verified.tier(), Optional.empty(), Duration.ZERO, Duration.ZERO, spending));
    }

    private static Answer receipt(Answer local, Spending spending) {
        return local.with(Receipt.local(spending));
    }
}
