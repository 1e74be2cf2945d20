package dev.rolewise.app;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.cache.ReuseCalibration;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What the bot says from the shipped pack with no model and no cache: one service for all tests of a run. */
final class ShippedAnswers {
    private static final class Holder {
        static final Brain BRAIN = brain(Optional.empty());
    }

    private ShippedAnswers() {}

    static Answer to(Question question) {
        return Holder.BRAIN.answers().ask(question, AskOptions.of(true, Optional.empty()));
    }

    /** A brain of its own, with documents in those folders of indexes if any. */
    static Brain brain(Optional<Path> indexes) {
        try {
            return Brain.of(
                    Path.of("config/knowledge/ai-careers"),
                    Prepared.packedVectors(),
                    Prepared.packed(),
                    new CacheSettings(0, Duration.ofDays(1)),
                    new ReuseGuard(ReuseCalibration.SHIPPED),
                    Clock.systemUTC(),
                    SharedLevel.NONE,
                    Models.none(),
                    0,
                    Optional.empty(),
                    Duration.ofMinutes(1),
                    indexes,
                    Brain.NO_SERVERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PackFaultsException e) {
            throw new IllegalStateException(e);
        }
    }
}
