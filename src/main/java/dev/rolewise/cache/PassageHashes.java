package dev.rolewise.cache;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hashes of all that an answer may show of a passage or go by. */
public final class PassageHashes {
    private static final int BYTES = 16;

    private PassageHashes() {}

    /** The hash of the passage of each statement, by the key of the statement: 32 hexadecimal digits. */
    public static Map<String, String> of(Collection<Source> sources) {
        Map<String, String> hashes = new HashMap<>();
        for (Source source : sources) {
            for (Passage passage : source.passages()) {
                String hash = hash(source, passage);
                passage.statements().stream().map(Statement::key).forEach(key -> hashes.put(key, hash));
            }
        }
        return hashes;
    }

    private static String hash(Source source, Passage passage) {
        MessageDigest digest = sha256();
        add(digest, List.of(source.id(), source.title(), String.valueOf(source.note()), passage.aspect()));
        add(digest, passage.heading());
        add(digest, passage.roles().stream().sorted().toList());
        add(digest, passage.statements().stream().map(Statement::text).toList());
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
    }

    /** Each list goes in with its length and each text with its own, so that no two passages look the same. */
    private static void add(MessageDigest digest, List<String> texts) {
        Stream.concat(Stream.of(String.valueOf(texts.size())), texts.stream()).forEach(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
