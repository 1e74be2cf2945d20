package dev.rolewise.store.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a backup says of itself, in its entry {@value #NAME}.
 *
 * @param madeAt when it was made
 * @param schema the version of the tables: the number of the last migration
 * @param entries everything else in it
 */
public record Manifest(Instant madeAt, String schema, List<Entry> entries) {
    static final String NAME = "manifest.json";

    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One part.
     *
     * @param name a path with slashes that stays below where it begins
     * @param bytes its size
     * @param sha256 its checksum, in hexadecimal digits
     */
    public record Entry(String name, long bytes, String sha256) {
        private static final Pattern PATH = Pattern.compile("[^/\\\\:\\p{Cntrl}]+(/[^/\\\\:\\p{Cntrl}]+)*");
        private static final Pattern DOTS = Pattern.compile("(^|/)\\.{1,2}(/|$)");
        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
        private static final int MAX_NAME = 1_000;
        private static final long MAX_BYTES = 1L << 40;

        public Entry {
            if (name.length() > MAX_NAME
                    || !PATH.matcher(name).matches()
                    || DOTS.matcher(name).find()) {
                throw new IllegalArgumentException("an entry has a name that leads elsewhere");
            }
            if (bytes < 0 || bytes > MAX_BYTES || !SHA_256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("an entry has no size or checksum");
            }
        }
    }

    public Manifest {
        entries = List.copyOf(entries);
        if (!schema.matches("[0-9]{1,9}([.][0-9]{1,9}){0,3}")) {
            throw new IllegalArgumentException("it has no version of its tables");
        }
    }

    byte[] encode() {
        ObjectNode root = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("made_at", madeAt.toString())
                .put("schema", schema);
        entries.forEach(entry -> root.withArray("entries")
                .addObject()
                .put("name", entry.name())
                .put("bytes", entry.bytes())
                .put("sha256", entry.sha256()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws {@link ArchiveException} where it is no manifest, or one that only a newer program understands. */
    static Manifest decode(byte[] text) throws ArchiveException {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.path("format").asInt() > FORMAT) {
                throw new ArchiveException("it was made by a newer version of Rolewise; restore it with that one");
            }
            List<Entry> entries = new ArrayList<>();
            for (JsonNode entry : root.path("entries")) {
                entries.add(new Entry(
                        entry.path("name").asText(),
                        entry.path("bytes").asLong(-1),
                        entry.path("sha256").asText()));
            }
            return new Manifest(
                    Instant.parse(root.path("made_at").asText()),
                    root.path("schema").asText(),
                    entries);
        } catch (ArchiveException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ArchiveException("its manifest cannot be trusted: " + e.getMessage(), e);
        } catch (IOException | DateTimeException e) {
            throw new ArchiveException("its manifest cannot be read", e);
        }
    }
}
