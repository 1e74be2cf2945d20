package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The schemas of the request bodies, as Discord's OpenAPI document gives them; without the document everything fits. */
final class BodySchemas {
    private static final int SHOWN_MESSAGES = 6;

    private final Map<Route, JsonSchema> byRoute = new EnumMap<>(Route.class);

    /** Reads the document, and prepares the schemas so that the first request is answered as fast as the others. */
    BodySchemas(@Nullable Path openApi) {
        if (openApi == null) {
            return;
        }
        JsonNode document = read(openApi);
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
        for (Route route : Route.values()) {
            JsonNode schema = document.path("paths")
                    .path("/" + route.template())
                    .path(route.method().toLowerCase(Locale.ROOT))
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            if (schema instanceof ObjectNode body) {
                ObjectNode whole = body.deepCopy();
                whole.remove("x-discord-union");
                whole.set("components", document.path("components"));
                byRoute.put(route, factory.getSchema(whole));
            }
        }
        byRoute.values().forEach(schema -> schema.validate(Json.object()));
    }

    private static JsonNode read(Path openApi) {
        try {
            return Json.MAPPER.readTree(openApi.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read Discord's OpenAPI document " + openApi, e);
        }
    }

    boolean available() {
        return !byRoute.isEmpty();
    }

    /** What does not fit, the first few faults in one line. */
    Optional<String> faults(Call call) {
        JsonSchema schema = byRoute.get(call.route());
        if (schema == null || call.body().isMissingNode()) {
            return Optional.empty();
        }
        String faults = schema.validate(call.body()).stream()
                .limit(SHOWN_MESSAGES)
                .map(Object::toString)
                .collect(Collectors.joining("; "));
        return Optional.of(faults).filter(text -> !text.isEmpty());
    }
}
