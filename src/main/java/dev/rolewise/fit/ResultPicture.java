package dev.rolewise.fit;

import dev.rolewise.knowledge.Quiz;
import dev.rolewise.knowledge.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the picture of a result shows: where a person stands between two roles on each dimension. It holds no words of the
 * answers, so that it can be shared.
 *
 * @param title the outcome
 * @param subtitle the shares
 * @param low the role on the left, position 0
 * @param high the role on the right, position 1
 * @param rows one for each question
 * @param shares of the roles, the left one first
 */
public record ResultPicture(
        String title, String subtitle, String low, String high, List<Row> rows, List<QuizResult.Share> shares) {
    /** The longest alt text in characters (Discord's limit). */
    public static final int MAX_ALT = 1024;

    private static final String MORE = "…";

    public ResultPicture {
        rows = List.copyOf(rows);
        shares = List.copyOf(shares);
    }

    /**
     * One dimension. All positions go from 0, wholly the left role, to 1, wholly the right one.
     *
     * @param label of the dimension, at most 24 characters
     * @param member where the person stands
     * @param lowRole where the left role stands: the option that leans to it most
     * @param highRole where the right role stands
     */
    public record Row(String label, double member, double lowRole, double highRole) {}

    /** The picture of a result; there is none unless the pack has two roles. */
    public static Optional<ResultPicture> of(QuizResult result) {
        if (result.shares().size() != 2) {
            return Optional.empty();
        }
        Role low = result.shares().get(0).role();
        Role high = result.shares().get(1).role();
        List<Row> rows = IntStream.range(0, result.answers().size())
                .mapToObj(q ->
                        row(result.quiz().questions().get(q), result.answers().get(q), high.id()))
                .toList();
        return Optional.of(new ResultPicture(
                result.outcome().title(), shares(result), low.field(), high.field(), rows, result.shares()));
    }

    /** What the picture says, in at most {@link #MAX_ALT} characters. */
    public String alt() {
        String whole = title + ". " + subtitle + ". " + positions();
        if (whole.length() <= MAX_ALT) {
            return whole;
        }
        int end = MAX_ALT - MORE.length();
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end) + MORE;
    }

    /** Where the person stands on each dimension, in words. */
    String positions() {
        return rows.stream()
                .map(row -> row.label() + ": " + words(row.member()))
                .collect(Collectors.joining("; ", "", "."));
    }

    private String words(double position) {
        if (position == 0.5) {
            return "in the middle";
        }
        String role = position < 0.5 ? low : high;
        double distance = Math.abs(position - 0.5);
        return (distance < 0.2 ? "a little towards " : distance < 0.4 ? "towards " : "all for ") + role;
    }

    private static String shares(QuizResult result) {
        return result.shares().stream()
                .map(s -> s.role().field() + " " + s.percent() + "%")
                .collect(Collectors.joining(" · "));
    }

    private static Row row(Quiz.Question question, int chosen, String highRole) {
        List<Double> leans = question.options().stream()
                .map(option -> option.lean().getOrDefault(highRole, 0) / 100.0)
                .toList();
        return new Row(
                question.dimension(),
                leans.get(chosen),
                leans.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                leans.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }
}
