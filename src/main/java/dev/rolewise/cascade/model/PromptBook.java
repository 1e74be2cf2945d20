package dev.rolewise.cascade.model;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The prompts of the configuration in use, checked. Immutable.
 *
 * <p>Places that are filled: {@code {{roles}}} (names of the roles), {@code {{max-claims}}}, {@code {{mark}}} (a word
 * that nobody can foresee), {@code {{passages}}} and {@code {{question}}}. The system prompt is the same for all
 * questions, so that providers can keep it.
 */
public final class PromptBook {
    /** The files, in the folder {@code prompts} of the configuration. */
    public static final String SYSTEM = "answer-system.md";

    public static final String USER = "answer-user.md";

    /** Raised when what the code adds to a prompt changes. */
    private static final String FORM = "1";

    private static final int MAX_BYTES = 64 * 1024;
    private static final int HASH_CHARS = 16;

    private final PromptTemplate system;
    private final PromptTemplate user;
    private final String hash;

    private PromptBook(PromptTemplate system, PromptTemplate user) {
        this.system = system;
        this.user = user;
        this.hash = hash(FORM + '\0' + system + '\0' + user);
    }

    /** Reads both files of a folder. */
    public static PromptBook load(Path folder) throws IOException, PromptFaultException {
        return load(folder.resolve(SYSTEM), folder.resolve(USER));
    }

    /** Reads the two files, which may lie in different folders: an operator's own and the packed one. */
    public static PromptBook load(Path system, Path user) throws IOException, PromptFaultException {
        return new PromptBook(
                PromptTemplate.of("prompts/" + SYSTEM, read(system), Set.of("max-claims"), Set.of("roles")),
                PromptTemplate.of(
                        "prompts/" + USER,
                        read(user),
                        Set.of("mark", "passages", "question"),
                        Set.of("roles", "max-claims")));
    }

    /** Changes when a prompt changes, so that an answer made with another prompt can be told: 16 hexadecimal digits. */
    public String promptHash() {
        return hash;
    }

    String system(Map<String, String> values) {
        return system.filled(values);
    }

    String user(Map<String, String> values) {
        return user.filled(values);
    }

    private static String read(Path file) throws IOException, PromptFaultException {
        String name = "prompts/" + file.getFileName();
        if (!Files.isRegularFile(file)) {
            throw new PromptFaultException(name + ": is not there; put it back, or take the packed one");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new PromptFaultException(
                    String.format(Locale.ROOT, "%s: is longer than %d KiB; shorten it", name, MAX_BYTES / 1024));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new PromptFaultException(name + ": is not UTF-8; save it as UTF-8");
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
