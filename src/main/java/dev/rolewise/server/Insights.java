package dev.rolewise.server;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.QuestionProfile;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What members of a server ask and do not get: questions that were not answered or whose answer did not help, without a word of
 * whose they are, put together by their meaning. Thread-safe.
 */
public final class Insights {
    private static final Logger LOG = LoggerFactory.getLogger(Insights.class);

    /** How far back it looks. */
    static final Duration SINCE = Duration.ofDays(30);

    private static final int MOST_QUESTIONS = 2_000;
    private static final int LONGEST_QUESTION = 300;

    /** Questions this near to a cluster's first one belong to it; paraphrases lie at 0.8 and more. */
    private static final double NEAR = 0.82;

    private final GapLog log;
    private final PopularQuestions popular;
    private final Predicate<String> optedOut;
    private final Supplier<String> ids;
    private final Executor background;
    private final Clock clock;

    /** Questions that mean about the same; the first is the one asked last. */
    record Cluster(List<GapLog.Gap> gaps) {
        String question() {
            return gaps.get(0).question();
        }

        long unhelpful() {
            return gaps.stream().filter(gap -> gap.reason().equals(UNHELPFUL)).count();
        }
    }

    private static final String NOT_COVERED = "not-covered";
    private static final String UNHELPFUL = "unhelpful";

    /**
     * @param popular is told of each question and rating too, in the background
     * @param optedOut members of whom nothing is kept
     * @param ids makes ids of 10 characters
     * @param background runs one thing after the other, off the answering thread
     */
    public Insights(
            GapLog log,
            PopularQuestions popular,
            Predicate<String> optedOut,
            Supplier<String> ids,
            Executor background,
            Clock clock) {
        this.log = log;
        this.popular = popular;
        this.optedOut = optedOut;
        this.ids = ids;
        this.background = background;
        this.clock = clock;
    }

    /** A member of a server was given that answer; returns at once. */
    public void given(String memberId, String serverId, QuestionProfile question, Answer.Status status) {
        later(memberId, () -> {
            log.count(serverId, question.intent(), Optional.empty(), clock.instant());
            if (status == Answer.Status.NOT_COVERED && !question.personal()) {
                log.add(gap(serverId, question, NOT_COVERED), memberId);
            }
            popular.given(memberId, serverId, question, status);
        });
    }

    /** A member of a server rated an answer to that question; returns at once. */
    public void rated(String memberId, String serverId, QuestionProfile question, boolean helpful) {
        later(memberId, () -> {
            log.count(serverId, question.intent(), Optional.of(helpful), clock.instant());
            if (!helpful && !question.personal()) {
                log.add(gap(serverId, question, UNHELPFUL), memberId);
            }
            popular.rated(memberId, serverId, question, Optional.of(helpful));
        });
    }

    /**
     * A member of a server took their rating of an answer to that question back: it counts no more for what is asked most.
     * Counts of topics, which know of no member, stay. Returns at once.
     */
    public void takenBack(String memberId, String serverId, QuestionProfile question) {
        later(memberId, () -> popular.rated(memberId, serverId, question, Optional.empty()));
    }

    /** Does what concerns a member and is no answer to them, unless they wish to be left out; returns at once. */
    public void note(String memberId, Runnable work) {
        later(memberId, work);
    }

    /** What members miss most, most asked first. */
    List<Cluster> gaps(String serverId) {
        List<List<GapLog.Gap>> clusters = new ArrayList<>();
        for (GapLog.Gap gap : log.of(serverId, since(), MOST_QUESTIONS)) {
            nearest(clusters, gap.meaning())
                    .ifPresentOrElse(cluster -> cluster.add(gap), () -> clusters.add(new ArrayList<>(List.of(gap))));
        }
        return clusters.stream()
                .sorted(Comparator.comparingInt((List<GapLog.Gap> c) -> c.size())
                        .reversed())
                .map(c -> new Cluster(List.copyOf(c)))
                .toList();
    }

    /** How topics fared, most asked first. */
    List<GapLog.Topic> topics(String serverId) {
        return log.topics(serverId, since());
    }

    /** Forgets the cluster that holds a question in those words, for it has an answer now. */
    void answered(String serverId, String question) {
        gaps(serverId).stream()
                .filter(c -> c.gaps().stream().anyMatch(gap -> gap.question().equals(question)))
                .findFirst()
                .ifPresent(c -> log.forget(
                        serverId, c.gaps().stream().map(GapLog.Gap::id).toList()));
    }

    /** The question with that id. */
    Optional<GapLog.Gap> gap(String serverId, String gapId) {
        return log.find(serverId, gapId).filter(gap -> !gap.at().isBefore(since()));
    }

    private Instant since() {
        return clock.instant().minus(SINCE);
    }

    private static Optional<List<GapLog.Gap>> nearest(List<List<GapLog.Gap>> clusters, Embedding meaning) {
        return clusters.stream()
                .filter(c -> c.get(0).meaning().cosine(meaning) >= NEAR)
                .max(Comparator.comparingDouble(c -> c.get(0).meaning().cosine(meaning)));
    }

    private GapLog.Gap gap(String serverId, QuestionProfile question, String reason) {
        return new GapLog.Gap(
                ids.get(),
                serverId,
                cut(question.text()),
                question.intent(),
                question.embedding(),
                reason,
                clock.instant());
    }

    /** A question as it is kept, which a form can hold. */
    static String cut(String question) {
        return question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question;
    }

    private void later(String memberId, Runnable work) {
        background.execute(() -> {
            try {
                if (!optedOut.test(memberId)) {
                    work.run();
                }
            } catch (UncheckedIOException e) {
                LOG.warn("insights cannot be written: {}", e.getMessage());
            }
        });
    }
}
