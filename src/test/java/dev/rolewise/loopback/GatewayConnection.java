package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One WebSocket connection of the bot; frames are plain text or, if the bot asks for {@code zlib-stream}, one zlib stream. */
final class GatewayConnection extends WebSocketListener {
    private static final int HEARTBEAT_INTERVAL_MS = 41_250;
    private static final int DECODE_ERROR = 4002;
    private static final int FRAME_BYTES = 16 << 10;

    private final Gateway gateway;
    private final @Nullable Deflater deflater;
    private @Nullable WebSocket socket;

    GatewayConnection(Gateway gateway, boolean compressed) {
        this.gateway = gateway;
        this.deflater = compressed ? new Deflater() : null;
    }

    @Override
    public synchronized void onOpen(WebSocket webSocket, Response response) {
        socket = webSocket;
        ObjectNode hello = Json.object().put("op", Gateway.HELLO);
        hello.putObject("d").put("heartbeat_interval", HEARTBEAT_INTERVAL_MS);
        send(hello);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        JsonNode payload = Json.read(text);
        if (payload.isObject()) {
            gateway.received(this, payload.path("op").asInt(-1), payload.path("d"));
        } else {
            close(DECODE_ERROR, "Error while decoding payload.");
        }
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(1000, null);
        gateway.disconnected(this);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        gateway.disconnected(this);
    }

    synchronized void send(JsonNode payload) {
        if (socket == null) {
            return;
        }
        String text = payload.toString();
        if (deflater == null) {
            socket.send(text);
        } else {
            socket.send(compress(deflater, text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static ByteString compress(Deflater deflater, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] frame = new byte[FRAME_BYTES];
        deflater.setInput(bytes);
        int length = deflater.deflate(frame, 0, frame.length, Deflater.SYNC_FLUSH);
        while (length > 0) {
            out.write(frame, 0, length);
            length = deflater.deflate(frame, 0, frame.length, Deflater.SYNC_FLUSH);
        }
        return ByteString.of(out.toByteArray());
    }

    synchronized void close(int code, String reason) {
        if (socket != null) {
            socket.close(code, reason);
        }
    }
}
