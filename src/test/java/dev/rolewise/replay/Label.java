package dev.rolewise.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.question.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the file says of a question.
 *
 * @param intent what it is about; empty text where the file does not say
 * @param answerable false where the sources do not answer it
 * @param must groups of wordings, of each of which the answer has to hold one; none where the file does not say
 */
public record Label(String intent, boolean answerable, List<List<String>> must) {
    /** Of a question of which nothing is known. */
    public static final Label NONE = new Label("", true, List.of());

    public Label {
        must = List.copyOf(must);
    }

    static Label of(JsonNode row) {
        List<List<String>> must = new ArrayList<>();
        for (JsonNode group : row.path("must")) {
            List<String> wordings = new ArrayList<>();
            group.forEach(wording -> wordings.add(folded(wording.asText())));
            must.add(wordings);
        }
        return new Label(row.path("intent").asText(""), row.path("answerable").asBoolean(true), must);
    }

    /** Whether an answer is what the label asks for. */
    boolean isMetBy(Answer answer) {
        String said = " " + folded(answer.text()) + " ";
        return answerable
                ? must.stream().allMatch(group -> group.stream().anyMatch(said::contains))
                : answer.status() != Answer.Status.ANSWERED;
    }

    /** Whether it says what an answer has to hold, or that there is none. */
    boolean tells() {
        return !must.isEmpty() || !answerable;
    }

    /** Whether both files say what their question is about, and differ. */
    boolean isOfAnotherIntentThan(Label other) {
        return !intent.isEmpty() && !other.intent.isEmpty() && !intent.equals(other.intent);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
