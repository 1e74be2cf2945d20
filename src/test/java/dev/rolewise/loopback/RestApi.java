package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Discord's REST interface: hands a call to the routes of its kind, after the checks that all calls share. */
final class RestApi {
    private static final int SESSION_STARTS = 1000;
    private static final Set<Route> WITHOUT_TOKEN = Set.of(
            Route.GATEWAY, Route.CALLBACK, Route.FOLLOW_UP, Route.GET_REPLY, Route.EDIT_REPLY, Route.DELETE_REPLY);

    private final World world;
    private final BodySchemas schemas;
    private final InjectedFaults faults;
    private final CallbackRoute callback;
    private final WebhookRoutes webhooks;
    private final ChannelRoutes channels;

    RestApi(World world, BodySchemas schemas, InjectedFaults faults) {
        this.world = world;
        this.schemas = schemas;
        this.faults = faults;
        this.callback = new CallbackRoute(world);
        this.webhooks = new WebhookRoutes(world);
        this.channels = new ChannelRoutes(world);
    }

    Answer answer(Call call) {
        return faults.next(call.route()).orElseGet(() -> {
            schemas.faults(call)
                    .ifPresent(detail -> world.violations.add(
                            Violation.Kind.SCHEMA, call.route().toString(), detail));
            return world.changes.change(() -> dispatch(call));
        });
    }

    private Answer dispatch(Call call) {
        if (!WITHOUT_TOKEN.contains(call.route())
                && (call.token().isEmpty() || call.token().equals(world.settings.badToken()))) {
            return Answer.unauthorized();
        }
        return switch (call.route()) {
            case SELF -> Answer.ok(world.application.bot().json());
            case APPLICATION, OAUTH2_APPLICATION -> Answer.ok(world.application.json());
            case GATEWAY, GATEWAY_BOT -> Answer.ok(gateway());
            case LIST_COMMANDS -> Answer.ok(Json.array(world.catalog.list(CommandCatalog.GLOBAL)));
            case PUT_COMMANDS -> register(CommandCatalog.GLOBAL, call.body());
            case LIST_SERVER_COMMANDS -> Answer.ok(Json.array(world.catalog.list(call.parameter("guild_id"))));
            case PUT_SERVER_COMMANDS -> register(call.parameter("guild_id"), call.body());
            case CALLBACK -> callback.answer(call);
            case FOLLOW_UP, GET_REPLY, EDIT_REPLY, DELETE_REPLY -> webhooks.answer(call);
            case SEND_MESSAGE, GET_MESSAGE, EDIT_MESSAGE, DELETE_MESSAGE, START_THREAD, OPEN_DIRECT_MESSAGE ->
                channels.answer(call);
        };
    }

    private ObjectNode gateway() {
        ObjectNode gateway = Json.object()
                .put("url", world.application.gatewayUrl())
                .put("shards", world.settings.recommendedShards());
        gateway.putObject("session_start_limit")
                .put("total", SESSION_STARTS)
                .put("remaining", SESSION_STARTS - world.gateway.identifies().size())
                .put("reset_after", 0)
                .put("max_concurrency", 1);
        return gateway;
    }

    private Answer register(String scope, JsonNode commands) {
        var limits = CommandLimits.check(commands);
        if (!limits.isEmpty()) {
            return world.invalidForm(scope.isEmpty() ? Route.PUT_COMMANDS : Route.PUT_SERVER_COMMANDS, limits);
        }
        return Answer.ok(world.catalog.replace(scope, commands));
    }
}
