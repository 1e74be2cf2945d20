package dev.rolewise.fit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.rolewise.knowledge.Pack;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the quizzes of a pack are fair: every outcome can be reached, no role is favoured, and an answer that leans more
 * to a role never lowers its share; all of it over every combination of answers.
 *
 * @param quizzes what was found for each quiz, in the order of the pack
 */
public record QuizAudit(List<QuizFinding> quizzes) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    public QuizAudit {
        quizzes = List.copyOf(quizzes);
    }

    /** Tries every combination of answers to every quiz of the pack. */
    public static QuizAudit of(Pack pack) {
        return new QuizAudit(pack.quizzes().stream()
                .map(quiz -> QuizCount.of(quiz, pack.roles()))
                .toList());
    }

    /** Whether every quiz is fair. */
    public boolean passes() {
        return quizzes.stream().allMatch(QuizFinding::passes);
    }

    /** For people: a line for each fault, then for each quiz its figures. */
    public String table() {
        Stream<String> faults =
                quizzes.stream().flatMap(q -> q.faults().stream().map(f -> "  " + q.quizId() + ": " + f));
        Stream<String> rows = quizzes.stream().flatMap(q -> rows(q).stream());
        return Stream.concat(faults, rows).collect(Collectors.joining("\n"));
    }

    private static List<String> rows(QuizFinding finding) {
        Map<String, String> figures = finding.figures();
        int width = figures.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        Stream<String> rows = figures.entrySet().stream()
                .map(f -> "  " + f.getKey() + " ".repeat(width - f.getKey().length()) + f.getValue());
        return Stream.concat(Stream.of(finding.quizId()), rows).toList();
    }

    /** For scripts: the figures as one JSON object on one line. Shares go from 0 to 1. */
    public String json() {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeObjectFieldStart("quizzes");
            for (QuizFinding finding : quizzes) {
                json.writeFieldName(finding.quizId());
                write(json, finding);
            }
            json.writeEndObject();
            json.writeBooleanField("passes", passes());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, QuizFinding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("version", finding.version());
        json.writeNumberField("combinations", finding.combinations());
        shares(json, "outcomes", finding.outcomeShares());
        json.writeArrayFieldStart("unreachable");
        for (String outcome : finding.unreachable()) {
            json.writeString(outcome);
        }
        json.writeEndArray();
        json.writeNumberField("ties", finding.ties());
        json.writeNumberField("ties_share", finding.share(finding.ties()));
        shares(json, "role_outcomes", finding.roleShares());
        json.writeNumberField("largest_difference_points", finding.difference());
        shares(json, "mean_share", finding.meanShares());
        json.writeNumberField("lowering_flips", finding.loweringFlips());
        json.writeBooleanField("passes", finding.passes());
        json.writeEndObject();
    }

    private static void shares(JsonGenerator json, String name, Map<String, BigDecimal> shares) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            json.writeNumberField(share.getKey(), share.getValue());
        }
        json.writeEndObject();
    }
}
