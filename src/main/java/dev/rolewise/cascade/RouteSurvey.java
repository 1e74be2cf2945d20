package dev.rolewise.cascade;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.ModelNeed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * How a pack's own questions look to routing: what its thresholds are fitted to before members have asked any.
 *
 * @param questions those that are answered
 */
public record RouteSurvey(List<Weighed> questions) {
    /** So many tell the share of the strong tier to some five points. */
    public static final int ENOUGH = 150;

    private static final int MAX_READ = 100_000;

    public RouteSurvey {
        questions = List.copyOf(questions);
    }

    /**
     * Looks at the pack's common questions and at its examples of covered ones, each as long as its local answer takes.
     *
     * @param most how many at most; which ones, chance says, always in the same way
     * @param facts what routing goes by for a question; empty where it is not answered
     */
    public static RouteSurvey of(Pack pack, int most, Router router, Function<String, Optional<RouteFacts>> facts) {
        List<String> questions = new ArrayList<>(pack.questions());
        questions.addAll(pack.coverage().covered());
        Collections.shuffle(questions, new Random(1));
        return new RouteSurvey(questions.stream()
                .limit(most)
                .flatMap(question -> facts.apply(question).stream())
                .map(router::weigh)
                .toList());
    }

    /** Writes what was seen. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(questions.size());
        for (Weighed question : questions) {
            out.writeUTF(question.need().name());
            out.writeDouble(question.complexity());
        }
    }

    /** Reads what {@link #write} wrote. */
    public static RouteSurvey read(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MAX_READ) {
            throw new IOException("not a survey of questions");
        }
        List<Weighed> questions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            questions.add(new Weighed(ModelNeed.valueOf(in.readUTF()), in.readDouble()));
        }
        return new RouteSurvey(questions);
    }
}
