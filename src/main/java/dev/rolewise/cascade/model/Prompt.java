package dev.rolewise.cascade.model;

import dev.rolewise.knowledge.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What a model is asked about one question.
 *
 * @param request to be sent
 * @param passages those in it: a claim's number {@code n} means the one at {@code n - 1}; empty where not one fits, and
 *     then there is nothing to ask
 */
public record Prompt(ModelRequest request, List<Passage> passages) {
    /** Longer questions are cut. */
    private static final int MAX_QUESTION = 2_000;

    private static final int MAX_HEADING = 200;
    private static final Pattern MARK = Pattern.compile("[a-z0-9]{8,64}");

    public Prompt {
        passages = List.copyOf(passages);
    }

    /**
     * Puts the question and as many passages as fit into the prompt, best first; one that does not fit is left out whole
     * and the next is tried. All of it is data: a text in it cannot end the place where it stands.
     *
     * @param question as the member wrote it, secrets taken out
     * @param ranked passages, best first
     * @param roles names of the roles as shown, for the claims to use
     * @param marks gives a fresh unforeseeable word of 8 to 64 lower-case letters and digits
     */
    public static Prompt of(
            PromptBook book,
            PromptLimits limits,
            String question,
            List<Passage> ranked,
            List<String> roles,
            Supplier<String> marks) {
        String mark = marks.get();
        if (!MARK.matcher(mark).matches()) {
            throw new IllegalArgumentException("a mark is 8 to 64 lower-case letters and digits");
        }
        String asked = UntrustedText.line(question, mark, MAX_QUESTION);
        String names = UntrustedText.line(String.join(", ", roles), mark, limits.maxInputChars());
        String system = book.system(Map.of("roles", names, "max-claims", Integer.toString(limits.maxClaims())));
        Map<String, String> around = Map.of(
                "roles", names, "max-claims", Integer.toString(limits.maxClaims()), "mark", mark, "question", asked);
        int room = limits.maxInputChars() - system.length() - book.user(around).length();

        List<Passage> fitting = new ArrayList<>();
        StringBuilder data = new StringBuilder();
        for (Passage passage : ranked) {
            String block = block(passage, fitting.size() + 1, mark, limits.maxInputChars());
            if (data.length() + block.length() + 1 <= room) {
                data.append(fitting.isEmpty() ? "" : "\n").append(block);
                fitting.add(passage);
            }
        }
        Map<String, String> values = new HashMap<>(around);
        values.put("passages", data.toString());
        return new Prompt(new ModelRequest(system, book.user(values), limits.maxOutputTokens()), fitting);
    }

    private static String block(Passage passage, int number, String mark, int max) {
        return String.format(
                Locale.ROOT,
                "<<passage %d %s>>%n%s%n%s%n<<end %1$d %2$s>>".replace("%n", "\n"),
                number,
                mark,
                UntrustedText.line(String.join(" / ", passage.heading()), mark, MAX_HEADING),
                UntrustedText.line(passage.text(), mark, max));
    }
}
