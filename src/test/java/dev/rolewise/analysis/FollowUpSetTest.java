package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.question.Turn;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The labelled conversations are sound, and their last questions are resolved to the right roles. */
class FollowUpSetTest {
    private static final Path SET = Path.of("src/test/resources/quality/followups.jsonl");
    private static final double RIGHT_ROLES = 0.9;

    private final RoleFinder roles = new RoleFinder(Packs.shipped());
    private final FollowUpResolver resolver = new FollowUpResolver(
            Packs.shipped(),
            roles,
            text -> List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));

    @Test
    void each_conversation_says_what_its_answer_must_hold() throws IOException {
        Set<String> ids = new HashSet<>();
        for (JsonNode row : rows()) {
            String id = row.path("id").asText();
            assertThat(ids.add(id)).as(id).isTrue();
            assertThat(row.path("turns").size()).as(id).isBetween(2, 4);
            assertThat(row.path("standalone").asText()).as(id).isNotBlank();
            boolean answerable = row.path("answerable").asBoolean();
            assertThat(row.path("must_last").isEmpty()).as(id).isEqualTo(!answerable);
            row.path("sources_last")
                    .forEach(source -> assertThat(Packs.shipped().source(source.asText()))
                            .as(id)
                            .isPresent());
        }
    }

    @Test
    void the_last_question_names_the_roles_of_its_wording_that_stands_alone() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<JsonNode> rows = rows();
        for (JsonNode row : rows) {
            String resolved = last(row);
            Set<String> wanted = Set.copyOf(roles.roles(row.path("standalone").asText()));
            if (!wanted.equals(Set.copyOf(roles.roles(Asides.body(resolved))))) {
                wrong.add(row.path("id").asText() + ": " + resolved);
            }
        }

        assertThat(wrong).hasSizeLessThanOrEqualTo((int) ((1 - RIGHT_ROLES) * rows.size()));
    }

    private String last(JsonNode row) {
        List<Turn> conversation = new ArrayList<>();
        String resolved = "";
        for (JsonNode turn : row.path("turns")) {
            resolved = resolver.resolve(turn.path("question").asText(), conversation);
            conversation.add(new Turn(
                    resolved,
                    java.util.Optional.of(Profiles.of(resolved, List.of(), Set.of(), new HashedWords())),
                    List.of()));
        }
        return resolved;
    }

    private static List<JsonNode> rows() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SET)) {
            rows.add(mapper.readTree(line));
        }
        return rows;
    }
}
