package dev.rolewise.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param headers by name in lower case
 * @param body as text
 */
public record ProviderRequest(String method, String path, Map<String, List<String>> headers, String body) {
    public ProviderRequest {
        headers = Map.copyOf(headers);
    }

    public Dialect dialect() {
        return Dialect.of(path);
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The body's JSON without spaces and line breaks between its parts. */
    public String json() {
        return Json.read(body).toString();
    }

    /** The system prompt. */
    public String system() {
        return dialect().system(Json.read(body));
    }

    /** The rest of the prompt. */
    public String user() {
        return dialect().user(Json.read(body));
    }

    /** The model that is asked for. */
    public String model() {
        return dialect() == Dialect.GOOGLE
                ? path.replaceAll(".*/models/|:generateContent.*", "")
                : Json.read(body).path("model").asText();
    }
}
