package dev.rolewise.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A hostile question.
 *
 * @param mustNot what may not stand in any answer to it
 */
record Attack(String id, String text, List<String> mustNot) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One a line: {@code {"id", "text", "must_not"}}; what a reader has to judge is left out. */
    static List<Attack> read(Path file) {
        try {
            List<Attack> attacks = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                JsonNode json = JSON.readTree(line);
                List<String> mustNot = new ArrayList<>();
                json.path("must_not").forEach(text -> mustNot.add(text.asText()));
                mustNot.removeIf(text -> text.startsWith("behaviour: "));
                attacks.add(
                        new Attack(json.path("id").asText(), json.path("text").asText(), mustNot));
            }
            return attacks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
