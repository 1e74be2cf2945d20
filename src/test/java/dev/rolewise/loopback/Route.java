package dev.rolewise.loopback;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A REST route that the loopback Discord answers; the paths are those of Discord's OpenAPI document. */
public enum Route {
    SELF("GET", "users/@me"),
    APPLICATION("GET", "applications/@me"),
    OAUTH2_APPLICATION("GET", "oauth2/applications/@me"),
    GATEWAY("GET", "gateway"),
    GATEWAY_BOT("GET", "gateway/bot"),
    LIST_COMMANDS("GET", "applications/{application_id}/commands"),
    PUT_COMMANDS("PUT", "applications/{application_id}/commands"),
    LIST_SERVER_COMMANDS("GET", "applications/{application_id}/guilds/{guild_id}/commands"),
    PUT_SERVER_COMMANDS("PUT", "applications/{application_id}/guilds/{guild_id}/commands"),
    CALLBACK("POST", "interactions/{interaction_id}/{interaction_token}/callback"),
    FOLLOW_UP("POST", "webhooks/{webhook_id}/{webhook_token}"),
    GET_REPLY("GET", "webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"),
    EDIT_REPLY("PATCH", "webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"),
    DELETE_REPLY("DELETE", "webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"),
    SEND_MESSAGE("POST", "channels/{channel_id}/messages"),
    GET_MESSAGE("GET", "channels/{channel_id}/messages/{message_id}"),
    EDIT_MESSAGE("PATCH", "channels/{channel_id}/messages/{message_id}"),
    DELETE_MESSAGE("DELETE", "channels/{channel_id}/messages/{message_id}"),
    START_THREAD("POST", "channels/{channel_id}/messages/{message_id}/threads"),
    OPEN_DIRECT_MESSAGE("POST", "users/@me/channels");

    private final String method;
    private final String template;

    Route(String method, String template) {
        this.method = method;
        this.template = template;
    }

    String method() {
        return method;
    }

    String template() {
        return template;
    }

    /** A route with its path parameters by name. */
    record Match(Route route, Map<String, String> parameters) {}

    static Optional<Match> of(String method, String path) {
        for (Route route : values()) {
            Optional<Match> match = route.match(method, path);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    private Optional<Match> match(String requested, String path) {
        String[] wanted = template.split("/");
        String[] given = path.split("/");
        if (!method.equals(requested) || wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                parameters.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(this, Map.copyOf(parameters)));
    }
}
