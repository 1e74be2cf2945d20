package dev.rolewise.app;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** What the bot says from the shipped pack with no model and no cache: one service for all tests of a run. */
final class ShippedAnswers {
    private static final class Holder {
        static final Brain BRAIN = brain();
    }

    private ShippedAnswers() {}

    static Answer to(Question question) {
        return Holder.BRAIN.answers().ask(question, AskOptions.FRESH);
    }

    private static Brain brain() {
        try {
            return Brain.of(
                    Path.of("config/knowledge/ai-careers"),
                    Prepared.packedVectors(),
                    Prepared.packed(),
                    new CacheSettings(0, Duration.ofDays(1)),
                    Clock.systemUTC(),
                    Models.none(),
                    0,
                    Duration.ofMinutes(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PackFaultsException e) {
            throw new IllegalStateException(e);
        }
    }
}
