package dev.rolewise.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.knowledge.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Questions as a community asks them: few very often, many once, and often in a wording a little different. Of two
 * questions the one in rank {@code r} is asked {@code 1/r} times as often as the first (Zipf's law with exponent 1). The
 * same seed gives the same questions.
 */
public final class Draw {
    /** Share of questions that come as they were written; the others are edited lightly. */
    private static final double AS_WRITTEN = 0.4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Draw() {}

    /**
     * One question.
     *
     * @param line which of the lines read it was made of, from 0
     * @param text as a member types it
     * @param complex whether its label says that several facts must be weighed; false too where it has none
     */
    public record Drawn(int line, String text, boolean complex, Label label) {
        Drawn as(String wording) {
            return new Drawn(line, wording, complex, label);
        }
    }

    /** Reads labelled lines: {@code question} or {@code text}, and {@code complexity} and other labels where there are any. */
    public static List<Drawn> read(List<Path> files) throws IOException {
        List<Drawn> all = new ArrayList<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                JsonNode node = JSON.readTree(line);
                String text =
                        node.path(node.has("question") ? "question" : "text").asText();
                all.add(new Drawn(
                        all.size(), text, node.path("complexity").asText().equals("complex"), Label.of(node)));
            }
        }
        return all;
    }

    /** So many questions out of {@code from}, whose ranks are drawn too. */
    public static List<Drawn> of(List<Drawn> from, int count, long seed, Pack pack) {
        Random random = new Random(seed);
        List<Drawn> ranked = new ArrayList<>(from);
        Collections.shuffle(ranked, random);
        double[] upTo = new double[ranked.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        LightEdits edits = new LightEdits(pack, random);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = Arrays.binarySearch(upTo, random.nextDouble() * sum);
            Drawn question = ranked.get(Math.min(upTo.length - 1, at < 0 ? -at - 1 : at));
            drawn.add(random.nextDouble() < AS_WRITTEN ? question : question.as(edits.edit(question.text())));
        }
        return drawn;
    }
}
