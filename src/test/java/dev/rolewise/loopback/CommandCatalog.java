package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that the bot has registered, globally and for single servers. */
final class CommandCatalog {
    static final String GLOBAL = "";

    /** Discord's kinds of commands. */
    enum Type {
        SLASH(1),
        USER(2),
        MESSAGE(3);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        boolean fits(JsonNode command) {
            return command.path("type").asInt(SLASH.number) == number;
        }
    }

    private final Snowflakes snowflakes;
    private final String applicationId;
    private final Map<String, ArrayNode> byScope = new HashMap<>();
    private int registrations;

    CommandCatalog(Snowflakes snowflakes, String applicationId) {
        this.snowflakes = snowflakes;
        this.applicationId = applicationId;
    }

    /** Replaces a scope's commands, as Discord does; a command keeps its id while its name and type stay. */
    ArrayNode replace(String scope, JsonNode commands) {
        ArrayNode registered = Json.array();
        for (ObjectNode command : Json.objects(commands)) {
            String id = list(scope).stream()
                    .filter(known -> known.path("name").equals(command.path("name"))
                            && known.path("type").asInt(1)
                                    == command.path("type").asInt(1))
                    .findFirst()
                    .map(known -> known.path("id").asText())
                    .orElseGet(snowflakes::next);
            ObjectNode entry = registered.addObject().setAll(command);
            entry.put("id", id).put("application_id", applicationId).put("version", snowflakes.next());
            entry.put("type", command.path("type").asInt(1));
            if (Json.has(command, "default_member_permissions")) {
                entry.put(
                        "default_member_permissions",
                        command.path("default_member_permissions").asText());
            }
            if (!scope.equals(GLOBAL)) {
                entry.put("guild_id", scope);
            }
        }
        byScope.put(scope, registered);
        registrations++;
        return registered;
    }

    List<ObjectNode> list(String scope) {
        return Json.objects(byScope.getOrDefault(scope, Json.array()));
    }

    List<ObjectNode> everywhere() {
        return byScope.values().stream()
                .flatMap(commands -> Json.objects(commands).stream())
                .toList();
    }

    /** How often the bot has registered commands, in all scopes together. */
    int registrations() {
        return registrations;
    }

    /** The command as a member sees it at a place; a server's own hides a global one of the same name. */
    Optional<ObjectNode> find(Type type, String name, Place place) {
        Optional<ObjectNode> own =
                place instanceof Place.InServer here ? named(list(here.server().id()), type, name) : Optional.empty();
        return own.or(() -> named(list(GLOBAL), type, name).filter(command -> offeredIn(command, place.context())));
    }

    private static Optional<ObjectNode> named(List<ObjectNode> commands, Type type, String name) {
        return commands.stream()
                .filter(command ->
                        type.fits(command) && command.path("name").asText().equals(name))
                .findFirst();
    }

    private static boolean offeredIn(ObjectNode command, int context) {
        if (command.path("contexts") instanceof ArrayNode contexts) {
            return contexts.valueStream().anyMatch(offered -> offered.asInt() == context);
        }
        return context == 0 || command.path("dm_permission").asBoolean(true);
    }
}
