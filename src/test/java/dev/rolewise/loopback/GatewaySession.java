package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shard's session: it outlives its connection, and keeps the latest events for a resume. */
final class GatewaySession {
    private static final int KEPT_EVENTS = 1000;

    private final String id;
    private final int shard;
    private final Deque<ObjectNode> events = new ArrayDeque<>();
    private final Set<String> told = new HashSet<>();
    private int sequence;
    private @Nullable GatewayConnection connection;

    GatewaySession(String id, int shard, GatewayConnection connection) {
        this.id = id;
        this.shard = shard;
        this.connection = connection;
    }

    String id() {
        return id;
    }

    int shard() {
        return shard;
    }

    boolean connected() {
        return connection != null;
    }

    boolean isOn(GatewayConnection other) {
        return connection == other;
    }

    void detach() {
        connection = null;
    }

    /** Sends an event, or keeps it for the resume while there is no connection. */
    void dispatch(String type, ObjectNode data) {
        ObjectNode event =
                Json.object().put("op", Gateway.DISPATCH).put("t", type).put("s", ++sequence);
        event.set("d", data);
        if (events.size() == KEPT_EVENTS) {
            events.removeFirst();
        }
        events.addLast(event);
        send(event);
    }

    /** Sends an event that this session is to get once. */
    void tell(String key, String type, ObjectNode data) {
        if (told.add(key)) {
            dispatch(type, data);
        }
    }

    /** What was told of a server is told again when it is next needed. */
    void forget(String serverId) {
        told.removeIf(key -> key.startsWith(serverId));
    }

    /** Sends what came after {@code seen} over a new connection, then RESUMED. */
    void resume(GatewayConnection next, int seen) {
        connection = next;
        events.stream().filter(event -> event.path("s").asInt() > seen).forEach(next::send);
        dispatch("RESUMED", Json.object());
    }

    void send(ObjectNode payload) {
        if (connection != null) {
            connection.send(payload);
        }
    }

    void close(int code, String reason) {
        if (connection != null) {
            connection.close(code, reason);
            connection = null;
        }
    }
}
