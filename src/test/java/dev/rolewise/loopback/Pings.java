package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which mentions in a text notify somebody, under a message's {@code allowed_mentions}. */
final class Pings {
    private static final Pattern MENTION = Pattern.compile("@everyone|@here|<@&(\\d+)>|<@!?(\\d+)>");

    private Pings() {}

    static List<String> of(String text, JsonNode allowed) {
        return MENTION.matcher(text)
                .results()
                .filter(mention -> !allowed.isObject() || permits(allowed, mention))
                .map(MatchResult::group)
                .toList();
    }

    private static boolean permits(JsonNode allowed, MatchResult mention) {
        if (mention.group(1) != null) {
            return contains(allowed, "parse", "roles") || contains(allowed, "roles", mention.group(1));
        }
        if (mention.group(2) != null) {
            return contains(allowed, "parse", "users") || contains(allowed, "users", mention.group(2));
        }
        return contains(allowed, "parse", "everyone");
    }

    private static boolean contains(JsonNode allowed, String list, String value) {
        return allowed.path(list).valueStream().anyMatch(entry -> entry.asText().equals(value));
    }
}
