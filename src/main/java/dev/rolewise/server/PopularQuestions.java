package dev.rolewise.server;

import dev.rolewise.question.Answer;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.server.AskedLog.Asked;
import dev.rolewise.server.AskedLog.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What members of a server ask most, answered or not, put together by meaning. What only one member asked is nobody else's
 * to see. Thread-safe. Methods throw {@link java.io.UncheckedIOException} where the record cannot be used.
 */
public final class PopularQuestions {
    /** What fewer members asked is not shown. */
    static final int FEWEST_MEMBERS = 2;

    /** How far back it looks. */
    private static final Duration SINCE = Insights.SINCE;

    /**
     * Questions of the same matter that are this near to a cluster's first one belong to it. Of 219 labelled pairs that ask
     * the same that puts 72 % together, of 219 that differ by a hair 50 % (without the matter 77 % and 84 %), of 3,000 pairs
     * of the same matter about different things 4 %.
     */
    private static final double NEAR = 0.82;

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final AskedLog log;
    private final Clock clock;

    public PopularQuestions(AskedLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Questions that mean about the same.
     *
     * @param wordings those that differ, the one asked most first
     * @param id of a question in the first of them
     * @param asked how often, the same member once a day
     * @param members how many different ones
     * @param helpful 👍 of those who asked
     * @param rated 👍 and 👎 of those who asked
     */
    record Popular(List<String> wordings, String id, long asked, long members, long helpful, long rated) {
        String question() {
            return wordings.get(0);
        }
    }

    /** A member of a server was given an answer of that kind. Writes before it returns. */
    void given(String memberId, String serverId, QuestionProfile question, Answer.Status status) {
        boolean onTopic = status == Answer.Status.ANSWERED || status == Answer.Status.NOT_COVERED;
        if (onTopic && !personal(question)) {
            log.add(
                    new Asked(
                            serverId,
                            Insights.cut(question.text()),
                            matter(question),
                            question.embedding(),
                            clock.instant()),
                    memberId);
        }
    }

    /**
     * A member of a server rated an answer to that question, or (empty) took that back; counts if the question was theirs.
     * Writes before it returns.
     */
    void rated(String memberId, String serverId, QuestionProfile question, Optional<Boolean> helpful) {
        if (!personal(question)) {
            log.rate(serverId, memberId, Insights.cut(question.text()), helpful);
        }
    }

    /** What at least {@value #FEWEST_MEMBERS} members asked, most asked first. */
    List<Popular> of(String serverId) {
        return clusters(log.of(serverId, since())).stream()
                .map(PopularQuestions::popular)
                .filter(p -> p.members() >= FEWEST_MEMBERS)
                .sorted(Comparator.comparingLong(Popular::asked)
                        .thenComparingLong(Popular::members)
                        .reversed())
                .toList();
    }

    /** The text of the question with that id, where several members still ask it. */
    Optional<String> question(String serverId, String id) {
        return log.find(serverId, id).map(Kept::asked).filter(this::isPopular).map(Asked::question);
    }

    private boolean isPopular(Asked question) {
        return log.of(question.serverId(), since()).stream()
                        .filter(kept -> likeness(question, kept.asked()) >= NEAR)
                        .map(Kept::askedBy)
                        .distinct()
                        .count()
                >= FEWEST_MEMBERS;
    }

    private Instant since() {
        return clock.instant().minus(SINCE);
    }

    private static boolean personal(QuestionProfile question) {
        return question.personal() || question.parts().stream().anyMatch(PopularQuestions::personal);
    }

    /**
     * Roles, denial, numbers and, where it names both ends, direction: embeddings hardly tell these apart. One end alone
     * says nothing: "to become one" is another way to say "to be one".
     */
    private static String matter(QuestionProfile question) {
        return String.join(
                "|",
                String.join(",", new TreeSet<>(question.roles())),
                question.from()
                        .flatMap(from -> question.to().map(to -> from + ">" + to))
                        .orElse(""),
                question.polarity().name(),
                String.join(",", question.quantities()));
    }

    /** Wordings by meaning. What is asked most comes first and draws the others to it. */
    private static Collection<List<List<Kept>>> clusters(List<Kept> asked) {
        Map<String, List<Kept>> wordings = new LinkedHashMap<>();
        asked.forEach(kept -> wordings.computeIfAbsent(kept.asked().question(), text -> new ArrayList<>())
                .add(kept));
        List<List<List<Kept>>> clusters = new ArrayList<>();
        wordings.values().stream()
                .sorted(Comparator.comparingLong(PopularQuestions::asks).reversed())
                .forEach(wording -> nearest(clusters, wording.get(0).asked())
                        .ifPresentOrElse(
                                cluster -> cluster.add(wording),
                                () -> clusters.add(new ArrayList<>(List.of(wording)))));
        return clusters;
    }

    private static Optional<List<List<Kept>>> nearest(List<List<List<Kept>>> clusters, Asked asked) {
        Optional<List<List<Kept>>> nearest = Optional.empty();
        double near = NEAR;
        for (List<List<Kept>> cluster : clusters) {
            double likeness = likeness(cluster.get(0).get(0).asked(), asked);
            if (likeness >= near) {
                near = likeness;
                nearest = Optional.of(cluster);
            }
        }
        return nearest;
    }

    private static double likeness(Asked one, Asked other) {
        if (one.question().equals(other.question())) {
            return 1;
        }
        return one.matter().equals(other.matter())
                        && one.meaning().dimensions() == other.meaning().dimensions()
                ? one.meaning().cosine(other.meaning())
                : 0;
    }

    private static Popular popular(List<List<Kept>> cluster) {
        List<Kept> all = cluster.stream().flatMap(List::stream).toList();
        List<Boolean> rated =
                all.stream().flatMap(kept -> kept.helpful().stream()).toList();
        return new Popular(
                cluster.stream().map(w -> w.get(0).asked().question()).toList(),
                cluster.get(0).get(0).id(),
                asks(all),
                all.stream().map(Kept::askedBy).distinct().count(),
                rated.stream().filter(helpful -> helpful).count(),
                rated.size());
    }

    /** How often it was asked; a member counts once a day, in whatever words. */
    private static long asks(List<Kept> asked) {
        return asked.stream()
                .map(kept -> List.of(kept.askedBy(), kept.asked().at().toEpochMilli() / DAY_MILLIS))
                .distinct()
                .count();
    }
}
