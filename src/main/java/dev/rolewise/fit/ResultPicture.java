package dev.rolewise.fit;

import dev.rolewise.knowledge.Quiz;
import dev.rolewise.knowledge.Role;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the picture of a result shows: the shares, and where a person stands between the roles on each dimension.
 *
 * @param title the outcome
 * @param subtitle the quiz
 * @param who names the person in the legend
 * @param shares one for each role, in the order of the pack; the first two are the ends of the scales
 * @param rows one for each question; empty unless there are two roles
 * @param footer says what a share is
 */
public record ResultPicture(
        String title, String subtitle, String who, List<QuizResult.Share> shares, List<Row> rows, String footer) {
    /** The longest alt text in characters (Discord's limit). */
    public static final int MAX_ALT = 1024;

    private static final String MORE = "…";

    public ResultPicture {
        shares = List.copyOf(shares);
        rows = List.copyOf(rows);
    }

    /**
     * One dimension. All positions go from 0, wholly the first role, to 1, wholly the second one.
     *
     * @param label of the dimension, at most 24 characters
     * @param lowEnd what position 0 means
     * @param highEnd what position 1 means
     * @param member where the person stands
     * @param lowRole where the first role stands: the option that leans to it most
     * @param highRole where the second role stands
     */
    public record Row(String label, String lowEnd, String highEnd, double member, double lowRole, double highRole) {}

    /** For the member alone: the ends of a scale are the options that lean most to each role. */
    public static ResultPicture own(QuizResult result) {
        return of(result, "You", true);
    }

    /** For others: the ends of a scale are the names of the roles, so that no answer can be read. */
    public static ResultPicture shared(QuizResult result) {
        return of(result, "Member", false);
    }

    private static ResultPicture of(QuizResult result, String who, boolean options) {
        List<Row> rows = result.shares().size() == 2
                ? IntStream.range(0, result.answers().size())
                        .mapToObj(question -> row(result, question, options))
                        .toList()
                : List.of();
        return new ResultPicture(
                result.outcome().title(), result.quiz().title(), who, result.shares(), rows, ResultWords.SHARE);
    }

    /** What the picture says, in at most {@link #MAX_ALT} characters. */
    public String alt() {
        String whole = title + ". "
                + shares.stream()
                        .map(s -> s.role().field() + " " + s.percent() + "%")
                        .collect(Collectors.joining(", "))
                + ". " + positions();
        if (whole.length() <= MAX_ALT) {
            return whole.strip();
        }
        int end = MAX_ALT - MORE.length();
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end) + MORE;
    }

    /** Where the person stands on each dimension, in words; empty text where there is no scale. */
    String positions() {
        return rows.stream()
                .map(row -> row.label() + ": " + words(row.member()))
                .collect(Collectors.joining("; ", "", rows.isEmpty() ? "" : "."));
    }

    private String words(double position) {
        double distance = Math.abs(position - 0.5);
        if (distance == 0) {
            return "in the middle";
        }
        String degree = distance < 0.2 ? "a little towards " : distance < 0.4 ? "towards " : "all for ";
        return degree + shares.get(position < 0.5 ? 0 : 1).role().field();
    }

    private static Row row(QuizResult result, int index, boolean options) {
        Quiz.Question question = result.quiz().questions().get(index);
        Role low = result.shares().get(0).role();
        Role high = result.shares().get(1).role();
        Quiz.Option lowest = mostFor(low, question);
        Quiz.Option highest = mostFor(high, question);
        return new Row(
                question.dimension(),
                options ? lowest.text() : low.field(),
                options ? highest.text() : high.field(),
                position(question.options().get(result.answers().get(index)), high),
                position(lowest, high),
                position(highest, high));
    }

    /** The option that leans to the role most; of several the first. */
    private static Quiz.Option mostFor(Role role, Quiz.Question question) {
        return question.options().stream()
                .sorted(Comparator.comparingDouble((Quiz.Option o) -> position(o, role))
                        .reversed())
                .findFirst()
                .orElseThrow();
    }

    private static double position(Quiz.Option option, Role high) {
        return option.lean().getOrDefault(high.id(), 0) / 100.0;
    }
}
