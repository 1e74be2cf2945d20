package dev.rolewise.cache;

import dev.rolewise.question.Question;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Turn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What two questions must share to share an answer, known before any analysis.
 *
 * @param text the question as {@link TextNormalizer} writes it
 * @param conversation hash of the earlier turns; {@code "-"} where there are none
 * @param scope whose knowledge may be used
 */
public record ExactKey(String text, String conversation, Scope scope) {
    private static final String NO_TURNS = "-";

    private static final String INSTALLATION = "installation";
    private static final String SERVER = "server ";

    public ExactKey {
        boolean broken = conversation.indexOf('\n') >= 0
                || scope.serverId().filter(id -> id.indexOf('\n') >= 0).isPresent();
        if (broken) {
            throw new IllegalArgumentException("a conversation and a server have no line break in their names");
        }
    }

    /** The key of a question. */
    public static ExactKey of(Question question) {
        return of(question, RoleNames.NONE);
    }

    /** The key of a question in which the names of roles have one form. */
    public static ExactKey of(Question question, RoleNames names) {
        return new ExactKey(
                TextNormalizer.normalize(question.text(), names),
                hash(question.conversation(), names),
                question.scope());
    }

    /**
     * The key that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException where no key was written like this
     */
    public static ExactKey decode(String encoded) {
        String[] lines = encoded.split("\n", 3);
        boolean known = lines.length == 3 && (lines[0].equals(INSTALLATION) || lines[0].startsWith(SERVER));
        if (!known) {
            throw new IllegalArgumentException("not a key of the answer cache");
        }
        Scope scope = lines[0].equals(INSTALLATION)
                ? Scope.INSTALLATION
                : new Scope(Optional.of(lines[0].substring(SERVER.length())));
        return new ExactKey(lines[2], lines[1], scope);
    }

    /** One text that no other key has: scope, conversation and question, one below the other. */
    public String encode() {
        String whose = scope.serverId().map(id -> SERVER + id).orElse(INSTALLATION);
        return whose + '\n' + conversation + '\n' + text;
    }

    private static String hash(List<Turn> turns, RoleNames names) {
        if (turns.isEmpty()) {
            return NO_TURNS;
        }
        MessageDigest digest = sha256();
        for (Turn turn : turns) {
            add(digest, TextNormalizer.normalize(turn.question(), names));
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
