package dev.rolewise.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two questions of a labelled set, and whether one answer does for both. */
record LabelledPair(String a, String b, boolean same) {
    private static final Path FOLDER = Path.of("src/test/resources/quality");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The pairs of a set, by the name of its file without the ending. */
    static List<LabelledPair> of(String set) throws IOException {
        List<LabelledPair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(set + ".jsonl"))) {
            JsonNode row = JSON.readTree(line);
            pairs.add(new LabelledPair(
                    row.get("a").asText(),
                    row.get("b").asText(),
                    row.get("same_answer").booleanValue()));
        }
        return pairs;
    }
}
