package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.Script;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider dies in the middle of the day and comes back, and every question has its answer. */
class CascadeOutageIT {
    private static final int QUESTIONS = 300;
    private static final int DIFFERENT = 120;
    private static final long SEED = 20_261_121;

    /** From one question to the next. */
    private static final Duration PACE = Duration.ofSeconds(4);

    private static final Duration DEADLINE = Duration.ofMillis(1_500);
    private static final Script WELL = Scripts.model(Rig.FAITHFUL);

    /** The day in parts. */
    private enum Part {
        WELL,
        GONE,
        FAILING,
        HANGING,
        BACK;

        static Part of(int question) {
            return question < 90
                    ? WELL
                    : question < 120 ? GONE : question < 150 ? FAILING : question < 180 ? HANGING : BACK;
        }
    }

    /** What came of one part. */
    private static final class Count {
        int asked;
        int cached;
        int local;
        int model;
        long slowest;

        void add(Answer answer) {
            asked++;
            cached += answer.receipt().cached().isPresent() ? 1 : 0;
            boolean fresh = answer.receipt().cached().isEmpty();
            local += fresh && answer.receipt().servedBy() == Tier.LOCAL ? 1 : 0;
            model += fresh && answer.receipt().servedBy() != Tier.LOCAL ? 1 : 0;
            slowest = Math.max(slowest, answer.receipt().latency().toMillis());
        }
    }

    @Test
    void no_question_stays_unanswered(@TempDir Path folder) throws IOException {
        Map<Part, Count> counts = new EnumMap<>(Part.class);
        try (LoopbackProvider provider = LoopbackProvider.start();
                Rig rig = new Rig(folder, Rig.PLENTY, DEADLINE, Map.of(Tier.CHEAP, provider))) {
            Usd cost = Usd.ZERO;
            Part before = Part.GONE;
            List<String> questions = questions();
            for (int i = 0; i < QUESTIONS; i++) {
                Part part = Part.of(i);
                if (part != before) {
                    turn(provider, part);
                    before = part;
                }
                Answer answer = rig.ask(questions.get(i));
                assertThat(answer.status()).isEqualTo(Answer.Status.ANSWERED);
                assertThat(answer.citations()).isNotEmpty();
                counts.computeIfAbsent(part, p -> new Count()).add(answer);
                cost = cost.plus(answer.receipt().spending().cost());
                rig.clock.advance(PACE);
            }
            rig.awaitFree();
            rig.assertSettled(cost);
        }
        write(counts);
        assertThat(counts.values().stream().mapToInt(c -> c.asked).sum()).isEqualTo(QUESTIONS);
        for (Part dead : List.of(Part.GONE, Part.FAILING, Part.HANGING)) {
            assertThat(count(counts, dead).model).as("%s", dead).isZero();
            assertThat(count(counts, dead).local).as("%s", dead).isPositive();
        }
        assertThat(count(counts, Part.WELL).local).isZero();
        assertThat(count(counts, Part.BACK).model).isPositive();
        assertThat(count(counts, Part.BACK).local).isLessThan(10);
    }

    private static Count count(Map<Part, Count> counts, Part part) {
        return counts.getOrDefault(part, new Count());
    }

    private static void turn(LoopbackProvider provider, Part part) {
        switch (part) {
            case WELL -> provider.always(WELL);
            case GONE -> provider.down();
            case FAILING -> {
                provider.always(Scripts.error(500, "server_error"));
                provider.up();
            }
            case HANGING -> provider.always(Scripts.stalledBody());
            case BACK -> provider.always(WELL);
        }
    }

    /** Some asked often, most seldom. */
    private static List<String> questions() {
        List<String> different = Shipped.forModels(DIFFERENT);
        Random random = new Random(SEED);
        List<String> asked = new ArrayList<>();
        while (asked.size() < QUESTIONS) {
            asked.add(different.get((int) (DIFFERENT * Math.pow(random.nextDouble(), 2))));
        }
        return asked;
    }

    private static void write(Map<Part, Count> counts) throws IOException {
        String row = "%-8s %6s %7s %6s %6s %11s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, row, "provider", "asked", "cached", "model", "local", "slowest ms"));
        counts.forEach((part, c) -> lines.add(String.format(
                Locale.ROOT,
                row,
                part.name().toLowerCase(Locale.ROOT),
                c.asked,
                c.cached,
                c.model,
                c.local,
                c.slowest)));
        Files.write(Path.of("target/outage-table.txt"), lines);
    }
}
