package dev.rolewise.cascade;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import dev.rolewise.learning.FeatureVector;
import dev.rolewise.learning.LogisticRegression;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import java.io.BufferedReader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Says whether one fact answers a question or several must be weighed. Logistic regression over the embedding of the
 * sentence that asks and a dozen marks of its wording; trained on examples that name the roles of the pack. Thread-safe.
 */
public final class ComplexityClassifier {
    private static final String EXAMPLES = "complexity-examples.txt";

    private static final Pattern JUDGES =
            Pattern.compile("\\b(?:should|would|could|worth|better|best|smarter|safer|riskier|risky|realistic|enough"
                    + "|first|plan|roadmap|design|sketch|outline|draft|rank|compare|weigh|trade|justify|convince|advice|recommend|decide|choose"
                    + "|split|divide|estimate|prioriti[sz]e|how (?:would|should|do i|do we|can i|can we|risky)|for me|what if|good enough|am i|can i"
                    + "|do i|do we|can we|can my|whose|instead)\\b");
    private static final Pattern LOOKS_UP = Pattern.compile(
            "\\b(?:what (?:is|are|was|were|does|do|did)|what's|whats|which (?:\\w+ )?(?:two|three|four|tools"
                    + "|frameworks|databases|roles?|jobs|steps?)|named?|list(?:ed)?|called|stands? for|meaning|means?|defin\\w+|how many"
                    + "|according|said|says?|article|text|sources?|mentioned|claim|steps|order|usual|abbreviation|figure|percentage|number"
                    + "|example|does an?|is (?:it|an?|the))\\b");
    private static final Pattern FIRST_PERSON =
            Pattern.compile("\\b(?:i|i'm|im|i've|my|me|we|we're|we've|our|us|i'd)\\b");
    private static final Pattern OR = Pattern.compile("\\bor\\b");
    private static final Pattern AND = Pattern.compile("\\band\\b");
    private static final Pattern SUPPOSES = Pattern.compile("\\b(?:if|when|suppose|unless)\\b");
    private static final Pattern WHY_HOW = Pattern.compile("\\b(?:why|how)\\b");
    private static final Pattern OF_A_TEXT =
            Pattern.compile("\\b(?:source|article|text|list|said|named|mentioned|example)\\b");
    private static final Pattern OPENS_PLAINLY =
            Pattern.compile("^.{0,14}\\b(?:which|what|who|how many|name|list|is|does|do|are|can)\\b");
    private static final double MARK_WEIGHT = 0.2;
    private static final int SHORT_ASK_WORDS = 6;
    private static final double DECAY = 6e-4;
    private static final int PASSES = 300;

    private final LogisticRegression<Complexity> model;

    /**
     * A labelled question.
     *
     * @param text as a member typed it
     * @param complexity its label
     */
    public record Example(String text, Complexity complexity) {}

    private ComplexityClassifier(LogisticRegression<Complexity> model) {
        this.model = model;
    }

    /** Learns from the examples that come with the program, with the pack's roles in them; embeds about 250 texts. */
    public static ComplexityClassifier train(Pack pack, Embedder embedder) {
        return train(examples(pack), embedder);
    }

    /** Learns from those examples. */
    public static ComplexityClassifier train(List<Example> examples, Embedder embedder) {
        Map<String, Embedding> vectors =
                embedder.questions(examples.stream().map(e -> Ask.of(e.text())).toList());
        List<LogisticRegression.Example<Complexity>> labelled = new ArrayList<>();
        for (Example example : examples) {
            Embedding vector = vectors.get(Ask.of(example.text()));
            if (vector != null) {
                labelled.add(new LogisticRegression.Example<>(features(example.text(), vector), example.complexity()));
            }
        }
        return new ComplexityClassifier(LogisticRegression.train(labelled, DECAY, PASSES));
    }

    /** The probability that several facts must be weighed, 0 to 1; takes one embedding. */
    public double probability(String text, Embedder embedder) {
        return probability(text, embedder.question(Ask.of(text)));
    }

    /** The same with the vector of a text that is itself the sentence that asks. */
    double probability(String text, Embedding vector) {
        return model.probabilities(features(text, vector)).getOrDefault(Complexity.COMPLEX, 0.0);
    }

    /** Writes what was learned. */
    public void write(DataOutput out) throws IOException {
        model.write(out, Complexity::name);
    }

    /** Reads what {@link #write} wrote. */
    public static ComplexityClassifier read(DataInput in) throws IOException {
        return new ComplexityClassifier(LogisticRegression.read(in, Complexity::valueOf));
    }

    private static FeatureVector features(String text, Embedding vector) {
        String ask = Ask.of(text).toLowerCase(Locale.ROOT).replace('’', '\'');
        int words = text.split("\\s+").length;
        int askWords = ask.split("\\s+").length;
        double[] marks = {
            found(JUDGES, ask),
            count(JUDGES, ask) / 3.0,
            found(LOOKS_UP, ask),
            count(LOOKS_UP, ask) / 3.0,
            found(FIRST_PERSON, ask),
            count(OR, ask) / 2.0,
            Math.min(3, text.chars().filter(c -> c == '?').count()) / 2.0,
            Math.min(6, ask.chars().filter(c -> c == ',').count()) / 2.0,
            found(SUPPOSES, ask),
            Math.log(words) / 2,
            Math.log(askWords),
            askWords <= SHORT_ASK_WORDS ? 1 : 0,
            found(AND, ask),
            found(WHY_HOW, ask),
            found(OF_A_TEXT, ask),
            text.chars().anyMatch(Character::isDigit) ? 1 : 0,
            found(OPENS_PLAINLY, ask)
        };
        for (int i = 0; i < marks.length; i++) {
            marks[i] *= MARK_WEIGHT;
        }
        return FeatureVector.of(vector, 1, List.of(), 1, marks);
    }

    private static double found(Pattern pattern, String text) {
        return pattern.matcher(text).find() ? 1 : 0;
    }

    private static long count(Pattern pattern, String text) {
        return Math.min(3, pattern.matcher(text).results().count());
    }

    /** The examples that come with the program; {@code {a}} and {@code {b}} are the first two roles of the pack, or the only one. */
    public static List<Example> examples(Pack pack) {
        Map<String, String> names = new LinkedHashMap<>();
        String[] marks = {"a", "b"};
        for (int i = 0; i < marks.length; i++) {
            Role role = pack.roles().get(Math.min(i, pack.roles().size() - 1));
            names.put("{" + marks[i] + "}", role.name());
            names.put("{" + marks[i] + "s}", role.plural());
            names.put("{" + marks[i] + "-field}", role.field());
        }
        return lines().stream().map(line -> example(line, names)).toList();
    }

    private static Example example(String line, Map<String, String> names) {
        int colon = line.indexOf(": ");
        String text = line.substring(colon + 2);
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return new Example(text, Complexity.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT)));
    }

    private static List<String> lines() {
        try (InputStream in = ComplexityClassifier.class.getResourceAsStream(EXAMPLES)) {
            if (in == null) {
                throw new IllegalStateException(EXAMPLES + " is missing from the program");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
