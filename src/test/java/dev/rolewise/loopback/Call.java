package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/**
 * A REST request of the bot, parsed.
 *
 * @param body the JSON body, or {@code payload_json} of a multipart one; a missing node when there is none
 * @param uploads the files by the index in {@code files[n]}
 */
record Call(
        Route.Match match,
        Map<String, String> query,
        String token,
        JsonNode body,
        SortedMap<String, Upload> uploads,
        Instant receivedAt) {

    Route route() {
        return match.route();
    }

    String parameter(String name) {
        String value = match.parameters().get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no " + name + " in " + match.route().template());
        }
        return value;
    }

    boolean asks(String flag) {
        return "true".equals(query.get(flag));
    }
}
