package dev.rolewise.cache.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a process tells the others when it takes answers back. Signed; one that comes a second time costs a miss and no more.
 *
 * @param from id of the process, which hears its own messages too
 * @param keys the keys of the answers as {@link dev.rolewise.cache.ExactKey#encode()} writes them, or {@link
 *     RedisLevel#EVERYTHING} alone
 */
record DropMessage(String from, List<String> keys) {
    /** The most keys in a message, and the most bytes that they together have unless there is but one. */
    static final int MAX_KEYS = 64;

    static final int MAX_KEYS_BYTES = 32 * 1024;

    /** Keys written as JSON: control characters, which normal text has not, would take six times their bytes. */
    private static final int MAX_BYTES = 256 * 1024;

    private static final String PURPOSE = "drop";
    private static final JsonMapper JSON = new JsonMapper();

    DropMessage {
        keys = List.copyOf(keys);
    }

    /** Where these messages are told: one installation does not hear another. */
    static String channel(Seal seal) {
        return Name.PREFIX + "dropped:" + HexFormat.of().formatHex(seal.sign("channel"), 0, 16);
    }

    byte[] encode(Seal seal) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("from", from);
        ArrayNode array = node.putArray("keys");
        keys.forEach(array::add);
        try {
            byte[] text = JSON.writeValueAsBytes(node);
            return ByteBuffer.allocate(Seal.BYTES + text.length)
                    .put(seal.sign(PURPOSE, text))
                    .put(text)
                    .array();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }

    /** Empty for what no process of this installation has sent. */
    static Optional<DropMessage> decode(byte[] message, Seal seal) {
        if (message.length <= Seal.BYTES || message.length > MAX_BYTES) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(message, Seal.BYTES, message.length);
        if (!seal.verify(Arrays.copyOf(message, Seal.BYTES), PURPOSE, text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Fields.read(JSON.readTree(text), drop -> new DropMessage(drop.text("from"), drop.texts("keys"))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
