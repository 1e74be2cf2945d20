package dev.rolewise.cascade;

import dev.rolewise.cascade.model.PromptBook;
import dev.rolewise.cascade.model.PromptFaultException;
import dev.rolewise.cascade.model.PromptLimits;
import dev.rolewise.cascade.money.Price;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Role;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Tier;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cascade of scripted tiers with a ledger on paper, where time moves only when told. */
final class Ladder {
    static final Pack PACK = Packs.gardeners();
    static final List<Passage> PASSAGES = PACK.passages().subList(0, 3);

    /** What the passages say. */
    static final String TRUE = PASSAGES.get(0).statements().get(0).text();

    static final String ALSO_TRUE = PASSAGES.get(1).statements().get(0).text();

    /** What no passage says. */
    static final String FALSE = "Every gifted baker earns exactly 412,000 dollars in the seventh week.";

    static final String ALSO_FALSE = "The Treaty of Vienna requires a certificate in marine welding.";

    static final Duration TIME = Duration.ofSeconds(20);
    static final Price CHEAP_PRICE = Price.perMillion("1", "4");
    static final Price STRONG_PRICE = Price.perMillion("10", "40");
    static final int CHEAP_TOKENS = 300;
    static final int STRONG_TOKENS = 500;

    private static final Verifier VERIFIER = new Verifier(PACK, new PackAnalyzer(PACK), new HashedWords());
    private static final PromptBook PROMPTS = prompts();

    final FakeTicker ticker = new FakeTicker();
    final PaperLedger ledger = new PaperLedger();
    final ScriptedTier cheap = new ScriptedTier(Tier.CHEAP);
    final ScriptedTier strong = new ScriptedTier(Tier.STRONG);
    final List<Duration> pauses = new ArrayList<>();
    Verifier verifier = VERIFIER;
    int maxCalls = 2;
    Map<Tier, Rung> rungs = Map.of(
            Tier.CHEAP,
            new Rung(cheap, CHEAP_PRICE, CHEAP_TOKENS),
            Tier.STRONG,
            new Rung(strong, STRONG_PRICE, STRONG_TOKENS));

    Cascade cascade() {
        return cascade(this::pause);
    }

    Cascade cascade(Pause pause) {
        return new Cascade(rungs, maxCalls, PROMPTS, PromptLimits.DEFAULT, verifier, ledger, pause, () -> "markmark1");
    }

    /** Asks from that tier on, and further where it does not answer well. */
    Finding ask(Tier start) {
        return ask(inquiry(start, true, PASSAGES));
    }

    Finding ask(Inquiry inquiry) {
        return ask(inquiry, TIME);
    }

    Finding ask(Inquiry inquiry, Duration time) {
        return cascade().ask(inquiry, Deadline.in(time, ticker));
    }

    static Inquiry inquiry(Tier start, boolean climbs, List<Passage> passages) {
        return new Inquiry(
                "q1",
                "What does a tree surgeon do?",
                List.of(),
                PACK.roles().stream().map(Role::name).toList(),
                passages,
                start,
                climbs,
                Optional.of("m1"),
                Optional.of("s1"),
                Keeping.FOR_GOOD);
    }

    int calls() {
        return cheap.calls() + strong.calls();
    }

    private void pause(Duration time) {
        pauses.add(time);
        ticker.advance(time);
    }

    private static PromptBook prompts() {
        try {
            return PromptBook.load(Path.of("config/prompts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PromptFaultException e) {
            throw new IllegalStateException(e);
        }
    }
}
