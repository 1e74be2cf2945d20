package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Discord for one bot, on 127.0.0.1. A bot that takes its REST address as a setting connects to {@link #restUrl()} with any token
 * but the bad one, and finds the gateway from there, with {@code Compression.NONE} or {@code ZLIB} in JDA's words. A test then acts
 * as {@link #member members}, reads each {@link Exchange}, and asserts that there are no {@link #violations()}. Thread-safe.
 *
 * <p>It sends READY without servers and no events but interactions; with {@link LoopbackSettings#tellingOfServers()} also the
 * servers, channels and roles that these need, as a bot gets them that is in the server.
 */
public final class LoopbackDiscord implements AutoCloseable {
    private final World world;
    private final RestServer server;
    private final BodySchemas schemas;
    private final InjectedFaults faults = new InjectedFaults();

    private LoopbackDiscord(LoopbackSettings settings) {
        this.schemas = new BodySchemas(settings.openApi());
        this.server = new RestServer(settings.port());
        this.world = new World(settings, server.port());
        server.serve(world, new RestApi(world, schemas, faults));
    }

    public static LoopbackDiscord start() {
        return start(LoopbackSettings.defaults());
    }

    public static LoopbackDiscord start(LoopbackSettings settings) {
        return new LoopbackDiscord(settings);
    }

    /** The REST base address, with the API version and a slash at its end. */
    public String restUrl() {
        return world.application.httpUrl() + "api/v10/";
    }

    public String applicationId() {
        return world.application.id();
    }

    public String botUserId() {
        return world.application.bot().id();
    }

    /** Whether request bodies are checked against Discord's OpenAPI document. */
    public boolean validatesBodies() {
        return schemas.available();
    }

    /** A member of the server "Loopback" in its channel "general"; the same name is the same person. */
    public Member member(String name) {
        return Member.ordinary(world, world.user(name), world.channel(server("Loopback"), "general"));
    }

    /** The server of this name. */
    public Server server(String name) {
        return world.server(name);
    }

    /** Waits until every shard that the bot wants is connected and has got READY or RESUMED. */
    public void awaitReady() {
        await("a bot that is ready", () -> Optional.of(true).filter(yes -> world.gateway.ready()));
    }

    /** Waits until a command of this name is registered, globally or for some server, and gives it as registered. */
    public ObjectNode awaitCommand(String name) {
        return await("the command " + name, () -> registered(name)).deepCopy();
    }

    private Optional<ObjectNode> registered(String name) {
        return world.catalog.everywhere().stream()
                .filter(command -> command.path("name").asText().equals(name))
                .findFirst();
    }

    /** The commands that are registered globally, as the bot sent them, with their ids. */
    public List<ObjectNode> commands() {
        return world.changes.read(() -> List.copyOf(world.catalog.list(CommandCatalog.GLOBAL)));
    }

    /** The commands that are registered for this server alone. */
    public List<ObjectNode> commands(Server place) {
        return world.changes.read(() -> List.copyOf(world.catalog.list(place.id())));
    }

    /** How often the bot has registered commands. */
    public int registrations() {
        return world.changes.read(world.catalog::registrations);
    }

    /** What the bot did that Discord does not allow, in the order of its doing. */
    public List<Violation> violations() {
        return world.violations.all();
    }

    /** Forgets the violations so far, after a test that made them on purpose. */
    public void clearViolations() {
        world.violations.clear();
    }

    /** How many acts of members have no acknowledgement by now. */
    public int unacknowledged() {
        return world.changes.read(() -> world.unacknowledged().size());
    }

    /** Calls the reader with every message that is written, at every writing, on the thread of the request. */
    public void onMessage(Consumer<Message> reader) {
        world.messages.addReader(reader);
    }

    /** Answers the next requests of a route with 429. */
    public void rateLimit(Route route, int times, Duration retryAfter) {
        faults.add(route, times, Answer.rateLimited(retryAfter));
    }

    /** Answers the next requests of a route with a bare status, such as 500. */
    public void fail(Route route, int times, int status) {
        faults.add(route, times, Answer.failed(status));
    }

    /** Takes from the bot the permission to start threads, before it is told of the server. */
    public void withoutThreads(Server place) {
        world.changes.run(() -> world.withoutThreads(place));
    }

    /** Whether a message has started a thread by now. */
    public boolean hasThread(Message message) {
        return world.changes.read(() -> world.threadOf(message.id()).isPresent());
    }

    /** Removes the bot from a server that it was told of, as its moderators can. */
    public void removeBot(Server place) {
        world.changes.run(() -> world.gateway.gone(place, false));
    }

    /** What the next sessions are told first: that the bot is in these servers, and that those of {@code out} are unavailable. */
    public void botIsIn(List<Server> there, List<Server> out) {
        Map<String, Optional<ObjectNode>> servers = new HashMap<>();
        there.forEach(place -> servers.put(place.id(), Optional.of(world.servers.server(place))));
        out.forEach(place -> servers.put(place.id(), Optional.empty()));
        world.changes.run(() -> world.gateway.list(servers));
    }

    /** Says that a server that the bot was told of is unavailable, as Discord does in an outage. */
    public void outage(Server place) {
        world.changes.run(() -> world.gateway.gone(place, true));
    }

    /** Cuts every gateway connection in a way that lets the bot resume. */
    public void dropConnections() {
        closeGateway(Gateway.RESUMABLE);
    }

    /** Closes every gateway connection with a code of Discord's, such as 4004. */
    public void closeGateway(int code) {
        world.changes.run(() -> world.gateway.drop(code));
    }

    /** Cuts every gateway connection and refuses the resume, so that the bot identifies anew and is told of nothing it missed. */
    public void forgetSessions() {
        world.changes.run(world.gateway::forgetSessions);
    }

    /** Asks the bot to reconnect and resume, as Discord does before a restart of its own. */
    public void askToReconnect() {
        world.changes.run(world.gateway::askToReconnect);
    }

    /** Asks the bot for a heartbeat at once. */
    public void askForHeartbeat() {
        world.changes.run(world.gateway::askForHeartbeat);
    }

    public int heartbeats() {
        return world.changes.read(world.gateway::heartbeats);
    }

    /** How often a shard began a new session. */
    public int identifies() {
        return world.changes.read(() -> world.gateway.identifies().size());
    }

    /** The intents that the bot asked for, of all shards together, as Discord's bit set. */
    public long intents() {
        return world.changes.read(() -> world.gateway.identifies().stream()
                .mapToLong(Gateway.Identify::intents)
                .reduce(0, (left, right) -> left | right));
    }

    public int resumes() {
        return world.changes.read(world.gateway::resumes);
    }

    private <T> T await(String wish, Supplier<Optional<T>> reading) {
        Duration patience = world.settings.patience();
        return world.changes
                .await(patience, reading)
                .orElseThrow(() -> new AssertionError("not within " + patience + ": " + wish));
    }

    @Override
    public void close() {
        world.changes.run(world.gateway::forgetSessions);
        server.close();
    }
}
