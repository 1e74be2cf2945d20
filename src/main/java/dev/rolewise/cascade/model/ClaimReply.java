package dev.rolewise.cascade.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.cascade.Claim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a model says, taken out of its text. Nothing of it is true until it is verified.
 *
 * @param claims in the model's order, at most {@value #MAX_CLAIMS}; plain text without links, mentions and markdown
 * @param covered whether the model says that the passages answer the question
 */
public record ClaimReply(List<Claim> claims, boolean covered) {
    private static final int MAX_TEXT = 64 * 1024;
    private static final int MAX_CLAIMS = 20;
    private static final int MAX_PASSAGES = 20;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_STARTS = 20;
    private static final String THOUGHT = "</think>";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])\\d{1,2}(?![\\d.])");

    private static final ObjectMapper JSON = new ObjectMapper(lenient());

    public ClaimReply {
        claims = List.copyOf(claims);
    }

    /**
     * Finds the JSON in a text, with prose or a code fence around it, and reads it with patience: trailing commas, one
     * claim instead of a list, numbers as texts. Nothing where there is none, where it is cut off, or where the text is
     * longer than 64 KB. A claim that cannot be shown (an address, a mention, over 400 characters) is left out.
     */
    public static Optional<ClaimReply> parse(String text) {
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        String said = text.substring(Math.max(0, text.lastIndexOf(THOUGHT)));
        int starts = 0;
        for (int i = 0; i < said.length() && starts < MAX_STARTS; i++) {
            if (said.charAt(i) == '{' || said.charAt(i) == '[') {
                starts++;
                try {
                    Optional<ClaimReply> found = tree(said.substring(i)).flatMap(ClaimReply::of);
                    if (found.isPresent()) {
                        return found;
                    }
                } catch (JsonEOFException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Throws where the text ends before its JSON does: what it holds so far is not what was meant. */
    private static Optional<JsonNode> tree(String json) throws JsonEOFException {
        try (JsonParser parser = JSON.createParser(json)) {
            return Optional.ofNullable(parser.readValueAsTree());
        } catch (JsonEOFException e) {
            throw e;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Nothing where the JSON is about something else. */
    private static Optional<ClaimReply> of(JsonNode json) {
        JsonNode list = json.isObject() && json.has("claims") ? json.get("claims") : json;
        List<JsonNode> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(items::add);
        } else if (list.isObject()) {
            items.add(list);
        }
        boolean ours = json.isObject() && json.has("claims") && (list.isArray() || list.isObject() || list.isNull());
        if (!ours && items.stream().noneMatch(ClaimReply::isClaim)) {
            return Optional.empty();
        }
        List<Claim> claims = items.stream()
                .filter(ClaimReply::isClaim)
                .limit(MAX_CLAIMS)
                .flatMap(item -> claim(item).stream())
                .toList();
        JsonNode covered = json.path("covered");
        return Optional.of(new ClaimReply(claims, covered.asBoolean(!claims.isEmpty())));
    }

    private static boolean isClaim(JsonNode item) {
        return item.isObject() && item.path("text").isTextual();
    }

    private static Optional<Claim> claim(JsonNode item) {
        return ClaimText.clean(item.path("text").textValue())
                .map(text -> new Claim(text, numbers(item.path("passages"))));
    }

    private static List<Integer> numbers(JsonNode passages) {
        Set<Integer> numbers = new TreeSet<>();
        for (JsonNode node : passages.isArray() ? passages : List.of(passages)) {
            NUMBER.matcher(node.isValueNode() ? node.asText() : "")
                    .results()
                    .map(MatchResult::group)
                    .map(Integer::valueOf)
                    .filter(n -> n > 0)
                    .forEach(numbers::add);
        }
        return numbers.stream().limit(MAX_PASSAGES).toList();
    }

    private static JsonFactory lenient() {
        return new JsonFactoryBuilder()
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(20)
                        .maxStringLength(MAX_TEXT)
                        .build())
                .build();
    }
}
