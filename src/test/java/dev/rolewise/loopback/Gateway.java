package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.WebSocketListener;

/** The event side of Discord: identifies, resumes and acknowledges, and sends each event to the shard it belongs to. */
final class Gateway {
    static final int DISPATCH = 0;
    static final int HEARTBEAT = 1;
    static final int IDENTIFY = 2;
    static final int RESUME = 6;
    static final int RECONNECT = 7;
    static final int INVALID_SESSION = 9;
    static final int HELLO = 10;
    static final int HEARTBEAT_ACK = 11;

    /** A close code after which the bot may resume. */
    static final int RESUMABLE = 4000;

    private static final int AUTHENTICATION_FAILED = 4004;
    private static final int INVALID_SHARD = 4010;
    private static final Set<Integer> ENDING_SESSIONS = Set.of(4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014);

    private final LoopbackSettings settings;
    private final Application application;
    private final Changes changes;
    private final Map<Integer, GatewaySession> sessions = new TreeMap<>();
    private final Map<String, Optional<ObjectNode>> listed = new TreeMap<>();
    private final List<Identify> identifies = new ArrayList<>();
    private int shards = 1;
    private int sessionCount;
    private int resumes;
    private int heartbeats;

    Gateway(LoopbackSettings settings, Application application, Changes changes) {
        this.settings = settings;
        this.application = application;
        this.changes = changes;
    }

    /** What a shard said of itself when it began a session; {@code intents} is Discord's bit set. */
    record Identify(int shard, int shards, long intents) {}

    WebSocketListener connection(boolean compressed) {
        return new GatewayConnection(this, compressed);
    }

    void received(GatewayConnection connection, int op, JsonNode data) {
        changes.run(() -> {
            switch (op) {
                case HEARTBEAT -> {
                    heartbeats++;
                    connection.send(Json.object().put("op", HEARTBEAT_ACK));
                }
                case IDENTIFY -> identify(connection, data);
                case RESUME -> resume(connection, data);
                default -> {}
            }
        });
    }

    private boolean refusesToken(GatewayConnection connection, JsonNode data) {
        boolean bad = data.path("token").asText().equals(settings.badToken());
        if (bad) {
            connection.close(AUTHENTICATION_FAILED, "Authentication failed.");
        }
        return bad;
    }

    private void identify(GatewayConnection connection, JsonNode data) {
        int shard = data.path("shard").path(0).asInt(0);
        int count = data.path("shard").path(1).asInt(1);
        if (refusesToken(connection, data)) {
            return;
        }
        if (shard >= count) {
            connection.close(INVALID_SHARD, "Invalid shard.");
            return;
        }
        shards = count;
        identifies.add(new Identify(shard, count, data.path("intents").asLong()));
        GatewaySession session = new GatewaySession("session-" + ++sessionCount, shard, connection);
        sessions.put(shard, session);
        session.dispatch("READY", ready(session));
        listed(session)
                .forEach((id, server) -> server.ifPresentOrElse(
                        there -> session.tell(id, "GUILD_CREATE", there.deepCopy()), () -> outage(session, id)));
    }

    private ObjectNode ready(GatewaySession session) {
        ObjectNode ready = Json.object()
                .put("v", 10)
                .put("session_id", session.id())
                .put("resume_gateway_url", application.gatewayUrl());
        ready.set("user", application.bot().json());
        ArrayNode guilds = ready.putArray("guilds");
        listed(session).forEach((id, unused) -> guilds.addObject().put("id", id).put("unavailable", true));
        ready.putArray("private_channels");
        ready.putArray("shard").add(session.shard()).add(shards);
        ready.putObject("application").put("id", application.id()).put("flags", 0);
        return ready;
    }

    private void resume(GatewayConnection connection, JsonNode data) {
        if (refusesToken(connection, data)) {
            return;
        }
        String id = data.path("session_id").asText();
        Optional<GatewaySession> known = sessions.values().stream()
                .filter(session -> session.id().equals(id))
                .findFirst();
        if (known.isPresent()) {
            resumes++;
            known.get().resume(connection, data.path("seq").asInt());
        } else {
            connection.send(Json.object().put("op", INVALID_SESSION).put("d", false));
        }
    }

    void disconnected(GatewayConnection connection) {
        changes.run(() -> sessions.values().stream()
                .filter(session -> session.isOn(connection))
                .forEach(GatewaySession::detach));
    }

    /** The session of a place's shard; while that is not connected, it keeps what is sent for its resume. */
    GatewaySession session(Place place) {
        return session(
                place instanceof Place.InServer here
                        ? Snowflakes.shardOf(here.server().id(), shards)
                        : 0);
    }

    /** Tells the shard of a server that it is gone for the bot, or, where {@code outage}, that it is unavailable for now. */
    void gone(Server server, boolean outage) {
        GatewaySession session = session(Snowflakes.shardOf(server.id(), shards));
        if (outage) {
            outage(session, server.id());
        } else {
            session.dispatch("GUILD_DELETE", Json.object().put("id", server.id()));
            session.forget(server.id());
        }
    }

    private static void outage(GatewaySession session, String serverId) {
        session.dispatch("GUILD_DELETE", Json.object().put("id", serverId).put("unavailable", true));
    }

    /** New sessions list these servers in READY, and then get each as described, or that it is unavailable. */
    void list(Map<String, Optional<ObjectNode>> servers) {
        listed.clear();
        listed.putAll(servers);
    }

    private Map<String, Optional<ObjectNode>> listed(GatewaySession session) {
        Map<String, Optional<ObjectNode>> own = new TreeMap<>(listed);
        own.keySet().removeIf(id -> Snowflakes.shardOf(id, shards) != session.shard());
        return own;
    }

    private GatewaySession session(int shard) {
        GatewaySession session = sessions.get(shard);
        if (session == null) {
            throw new IllegalStateException("no bot has identified as shard " + shard);
        }
        return session;
    }

    boolean ready() {
        return sessions.size() >= shards && sessions.values().stream().allMatch(GatewaySession::connected);
    }

    /** Closes every connection; a code after which Discord refuses a resume also ends the sessions. */
    void drop(int code) {
        sessions.values().forEach(session -> session.close(code, "Dropped by the test."));
        if (ENDING_SESSIONS.contains(code)) {
            sessions.clear();
        }
    }

    void askToReconnect() {
        sessions.values()
                .forEach(session ->
                        session.send(Json.object().put("op", RECONNECT).putNull("d")));
    }

    void askForHeartbeat() {
        sessions.values()
                .forEach(session ->
                        session.send(Json.object().put("op", HEARTBEAT).putNull("d")));
    }

    /** Forgets the sessions, so that a resume is refused and the bot must identify anew. */
    void forgetSessions() {
        drop(RESUMABLE);
        sessions.clear();
    }

    List<Identify> identifies() {
        return List.copyOf(identifies);
    }

    int resumes() {
        return resumes;
    }

    int heartbeats() {
        return heartbeats;
    }
}
