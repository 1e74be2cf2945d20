package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds which role is said to suit a project that somebody describes. Two authors who had not seen the code wrote the projects;
 * those whose ids begin with {@code c} were measured before anybody looked at them.
 */
class ProjectQualityTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void most_projects_get_their_role_and_hardly_any_the_other() throws IOException {
        List<String> right = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/quality/projects.jsonl"));
        for (String line : rows) {
            JsonNode row = JSON.readTree(line);
            String said = said(ShippedAnswers.to(Question.of(row.get("question").asText())));
            if (said.equals(row.get("role").asText())) {
                right.add(line);
            } else if (said.endsWith("engineer")) {
                wrong.add(line);
            }
        }

        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
        assertThat(right.size()).isGreaterThanOrEqualTo(72);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we need a plumber or an electrician, our sink leaks, who should we hire?",
                "Our sink leaks. Who should we hire?",
                "The printer jams every day and we lose hours. Whom do we hire?",
                "We need a lawyer for our divorce. Whom do we hire?",
                "Our football team needs a striker. Who should we sign or hire?",
                "You are stupid. My company hates you. Who needs you?"
            })
    void what_has_nothing_to_do_with_the_roles_is_no_project_for_them(String question) {
        assertThat(said(ShippedAnswers.to(Question.of(question)))).isEqualTo("something else");
    }

    private static String said(Answer answer) {
        String first = answer.lines().stream().findFirst().map(AnswerLine::text).orElse("");
        return first.startsWith("Going by what you describe: Hire an AI engineer")
                ? "ai-engineer"
                : first.startsWith("Going by what you describe: Hire an ML engineer")
                        ? "ml-engineer"
                        : first.startsWith("What you describe does not decide it yet") ? "none" : "something else";
    }
}
