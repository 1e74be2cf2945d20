package dev.rolewise.cache;

import dev.rolewise.question.Question;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Turn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What two questions must share to share an answer, known before any analysis.
 *
 * @param text the question as {@link TextNormalizer} writes it
 * @param conversation hash of the earlier turns; {@code "-"} where there are none
 * @param scope whose knowledge may be used
 */
public record ExactKey(String text, String conversation, Scope scope) {
    private static final String NO_TURNS = "-";

    /** The key of a question. */
    public static ExactKey of(Question question) {
        return new ExactKey(TextNormalizer.normalize(question.text()), hash(question.conversation()), question.scope());
    }

    /** One text that no other key has: scope, conversation and question, one below the other. */
    public String encode() {
        String whose = scope.serverId().map(id -> "server " + id).orElse("installation");
        return whose + '\n' + conversation + '\n' + text;
    }

    private static String hash(List<Turn> turns) {
        if (turns.isEmpty()) {
            return NO_TURNS;
        }
        MessageDigest digest = sha256();
        for (Turn turn : turns) {
            add(digest, TextNormalizer.normalize(turn.question()));
            add(digest, String.valueOf(turn.statements().size()));
            turn.statements().forEach(key -> add(digest, key));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Each text goes in with its length, so that no two lists of texts look the same. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
