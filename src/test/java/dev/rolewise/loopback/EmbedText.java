package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text that a reader sees in an embed, from top to bottom. */
final class EmbedText {
    private EmbedText() {}

    static String of(JsonNode embed, String separator) {
        Stream<String> head = Stream.of(
                embed.path("author").path("name").asText(""),
                embed.path("title").asText(""),
                embed.path("description").asText(""));
        Stream<String> fields = Json.objects(embed.path("fields")).stream()
                .flatMap(field -> Stream.of(
                        field.path("name").asText(), field.path("value").asText()));
        Stream<String> foot = Stream.of(embed.path("footer").path("text").asText(""));
        return Stream.of(head, fields, foot)
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(separator));
    }
}
