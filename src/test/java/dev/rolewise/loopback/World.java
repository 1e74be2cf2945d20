package dev.rolewise.loopback;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that the loopback Discord remembers; the routes and the members share one. */
final class World {
    private static final String USER = "user/";

    final LoopbackSettings settings;
    final Application application;
    final Changes changes = new Changes();
    final Violations violations = new Violations();
    final Snowflakes snowflakes;
    final CommandCatalog catalog;
    final MessageStore messages;
    final Gateway gateway;
    final ServerEvents servers = new ServerEvents(this);
    private final Map<String, Place.InServer> threads = new HashMap<>();
    private final Set<String> threadless = new HashSet<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Interaction> interactions = new LinkedHashMap<>();

    World(LoopbackSettings settings, int port) {
        this.settings = settings;
        this.snowflakes = new Snowflakes(settings.clock());
        String address = "127.0.0.1:" + port + "/";
        this.application = new Application(
                snowflakes.next(),
                new User(snowflakes.next(), "rolewise", true),
                "http://" + address,
                "ws://" + address + "gateway");
        this.catalog = new CommandCatalog(snowflakes, application.id());
        this.messages = new MessageStore(snowflakes, settings.clock(), application);
        this.gateway = new Gateway(settings, application, changes);
    }

    /** The id of what is called so, the same at every call; names are unique within a kind, such as {@code user}. */
    String id(String kind, String name) {
        return changes.read(() -> ids.computeIfAbsent(kind + "/" + name, key -> snowflakes.next()));
    }

    /** The name that a user id was made for. */
    String userName(String id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id) && entry.getKey().startsWith(USER))
                .findFirst()
                .map(entry -> entry.getKey().substring(USER.length()))
                .orElse("unknown");
    }

    User user(String name) {
        return new User(id("user", name), name, false);
    }

    Server server(String name) {
        return new Server(id("server", name), name);
    }

    Place channel(Server server, String name) {
        return new Place.InServer(server, id("channel/" + server.id(), name), name, "");
    }

    /** The channel or thread of that id. */
    Place.InServer place(String channelId) {
        Place.InServer thread = threads.get(channelId);
        if (thread != null) {
            return thread;
        }
        return ids.entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(channelId) && entry.getKey().startsWith("channel/"))
                .findFirst()
                .map(entry -> entry.getKey().split("/", 3))
                .map(parts -> new Place.InServer(new Server(parts[1], parts[1]), channelId, parts[2], ""))
                .orElseThrow(() -> new IllegalArgumentException("no channel " + channelId));
    }

    Place.InServer startThread(Place.InServer parent, String id, String name) {
        Place.InServer thread = new Place.InServer(parent.server(), id, name, parent.channelId());
        threads.put(id, thread);
        return thread;
    }

    Optional<Place.InServer> threadOf(String messageId) {
        return Optional.ofNullable(threads.get(messageId));
    }

    /** Whether the bot lacks the permission Create Public Threads there. */
    boolean threadless(Server server) {
        return threadless.contains(server.id());
    }

    void withoutThreads(Server server) {
        threadless.add(server.id());
    }

    Place directMessages(User user) {
        return new Place.Direct(id("direct", user.id()));
    }

    Interaction begin(Interaction.Kind kind, Place place, User user, @Nullable StoredMessage source) {
        Interaction interaction = new Interaction(
                snowflakes.next(), kind, place, user, settings.clock().instant(), source);
        interactions.put(interaction.id(), interaction);
        return interaction;
    }

    Optional<Interaction> interaction(String id) {
        return Optional.ofNullable(interactions.get(id));
    }

    Optional<Interaction> interactionByToken(String token) {
        return interactions.values().stream()
                .filter(interaction -> interaction.token().equals(token))
                .findFirst();
    }

    /** An empty message of the bot that answers an interaction, not yet posted. */
    StoredMessage draftFor(Interaction interaction, int flags) {
        String channelId = interaction.place().channelId();
        StoredMessage message =
                messages.draft(channelId, application.bot(), interaction.user().id(), flags);
        message.json().put("application_id", application.id()).put("webhook_id", application.id());
        message.json().set("interaction_metadata", interaction.metadata());
        return message;
    }

    /** Refuses a body that breaks documented limits, and records each. */
    Answer invalidForm(Route route, List<FormFaults.Fault> faults) {
        faults.forEach(fault -> violations.add(Violation.Kind.LIMIT, route + " " + fault.path(), fault.detail()));
        return Answer.invalidForm(faults);
    }

    /** Refuses a request with one of Discord's codes, and records why. */
    Answer refuse(Violation.Kind kind, Call call, int status, int code, String message) {
        violations.add(kind, call.route().toString(), message);
        return Answer.refused(status, code, message);
    }

    List<Interaction> unacknowledged() {
        return interactions.values().stream()
                .filter(interaction -> interaction.acknowledgement().isEmpty())
                .toList();
    }
}
