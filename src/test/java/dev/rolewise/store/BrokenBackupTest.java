package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.answer.Feedback;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.store.archive.ArchiveException;
import dev.rolewise.testing.SetClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may come instead of a backup, by accident or on purpose: it is refused, and everything stays as it was. */
class BrokenBackupTest {
    private static final String FEEDBACK = "tables/feedback.jsonl";

    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private final Path folder;
    private final Path file;
    private final DatabaseSettings place;

    BrokenBackupTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = folder.resolve("backup.zip");
        this.place = store().empty(Files.createDirectory(folder.resolve("data")));
    }

    /** What it runs on. */
    TestStore store() {
        return TestStore.SQLITE;
    }

    @BeforeEach
    void backUp() throws IOException {
        Files.writeString(place.dataDir().resolve("history"), "/help\n");
        try (Database database = Database.open(place)) {
            new DatabaseFeedbackLog(database)
                    .record(new Feedback("a1", "m1", Optional.empty(), Rating.HELPFUL, clock.instant()));
        }
        new Backup(place, clock).write(file);
        Files.writeString(place.dataDir().resolve("history"), "/help and more\n");
    }

    @Test
    void no_file_is_said() throws IOException {
        Files.delete(file);

        assertRefused("There is no file " + file);
    }

    @Test
    void a_file_that_is_none_of_ours_is_said() throws IOException {
        Files.writeString(file, "my shopping list");

        assertRefused("is no usable backup: it is cut off, or no file of \"rolewise backup\".");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.2, 0.5, 0.9, 0.999})
    void one_that_is_cut_off_is_refused(double share) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * share)));

        assertRefused("is no usable backup");
    }

    @Test
    void wherever_a_byte_is_wrong_the_data_is_whole_afterwards() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Map<String, String> before = contents();
        for (int i = 0; i < whole.length; i += 97) {
            byte[] broken = whole.clone();
            broken[i] ^= 0x10;
            Files.write(file, broken);
            try {
                new Restore(place, clock).from(file);
                undo(before);
            } catch (IOException e) {
                assertThat(e).as("byte %d", i).isInstanceOf(ArchiveException.class);
                assertThat(contents()).isEqualTo(before);
            }
        }
    }

    /** A byte that no checksum covers, such as the time of an entry: it was restored, and the other is put aside. */
    private void undo(Map<String, String> before) throws IOException {
        assertThat(Files.readString(place.dataDir().resolve("history"))).isEqualTo("/help\n");
        Files.writeString(place.dataDir().resolve("history"), "/help and more\n");
        before.clear();
        before.putAll(contents());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files/../outside",
                "files/../../outside",
                "/outside",
                "files//outside",
                "files/./outside",
                "files\\..\\outside",
                "files/c:outside",
                "files/",
                "../outside"
            })
    void a_part_that_leads_elsewhere_is_refused(String name) throws IOException {
        forge(parts -> {
            parts.put(name, bytes("evil"));
            return parts;
        });

        assertRefused("its manifest cannot be trusted: an entry has a name that leads elsewhere");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outside",
                "files/rolewise.db",
                "files/rolewise.db-wal",
                "files/discord.lock",
                "files/native/libsqlite.so",
                "files/before-restore-1/history",
                "tables/feedback",
                "tables/sub/feedback.jsonl",
                "tables/x\"y.jsonl"
            })
    void a_part_that_no_backup_holds_is_refused(String name) throws IOException {
        forge(parts -> {
            parts.put(name, bytes("evil"));
            return parts;
        });

        assertRefused("does not belong into a backup");
    }

    @Test
    void tables_that_are_missing_or_too_many_are_refused() throws IOException {
        forge(parts -> {
            parts.remove(FEEDBACK);
            return parts;
        });
        assertRefused("its tables are not those of its version");
        forge(parts -> {
            parts.put(FEEDBACK, bytes("{}"));
            parts.put("tables/more.jsonl", bytes("{}"));
            return parts;
        });
        assertRefused("its tables are not those of its version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "no json",
                "{\"answer_id\":\"TEXT\"}\n[\"a\"]",
                "{\"answer_id\":\"TEXT\",\"member_id\":\"TEXT\",\"server_id\":\"TEXT\",\"rating\":\"TEXT\","
                        + "\"rated_at\":\"TEXT\"}",
                "{\"answer_id\":\"TEXT\",\"member_id\":\"TEXT\",\"server_id\":\"TEXT\",\"rating\":\"TEXT\","
                        + "\"rated_at\":\"INTEGER\"}\n[\"a\",\"b\"]",
                "{\"answer_id\":\"TEXT\",\"member_id\":\"TEXT\",\"server_id\":\"TEXT\",\"rating\":\"TEXT\","
                        + "\"rated_at\":\"INTEGER\"}\n[\"a\",\"b\",null,\"MAYBE\",1]"
            })
    void rows_that_do_not_fit_their_table_are_refused(String rows) throws IOException {
        forge(parts -> {
            parts.put(FEEDBACK, bytes(rows));
            return parts;
        });
        Map<String, String> before = contents();

        assertThatThrownBy(() -> new Restore(place, clock).from(file))
                .isInstanceOfAny(IOException.class, DatabaseException.class);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void one_of_a_newer_version_is_refused() throws IOException {
        manifest("\"schema\" : \"[0-9]+\"", "\"schema\" : \"999\"");
        assertRefused("was made by a newer version of Rolewise (its tables have version 999, those of this one "
                + Schema.newest() + ")");
        manifest("\"format\" : 1", "\"format\" : 2");
        assertRefused("it was made by a newer version of Rolewise");
    }

    @Test
    void a_manifest_that_says_other_sizes_or_parts_is_refused() throws IOException {
        manifest("\"bytes\" : 6,", "\"bytes\" : 5,");
        assertRefused("its part files/history is not what the manifest says");
        manifest("\"bytes\" : 5,", "\"bytes\" : 900000000000,");
        assertRefused("Free some space");
        manifest("\"bytes\" : 900000000000", "\"bytes\" : -1");
        assertRefused("its manifest cannot be trusted");
        manifest("\"bytes\" : -1", "\"bytes\" : 6");
        manifest("files/history", "files/herstory");
        assertRefused("it does not hold what its manifest says");
    }

    @Test
    void one_of_an_older_version_is_brought_up_to_date() throws IOException {
        forge(parts -> {
            parts.keySet().removeIf(name -> name.startsWith("tables/") && !name.equals(FEEDBACK));
            return parts;
        });
        manifest("\"schema\" : \"[0-9]+\"", "\"schema\" : \"1\"");

        new Restore(place, clock).from(file);

        try (Database database = Database.open(place)) {
            assertThat(new DatabaseFeedbackLog(database).ratingBy("a1", "m1")).contains(Rating.HELPFUL);
            LedgerSums.assertAgree(database);
        }
    }

    private void assertRefused(String why) throws IOException {
        Map<String, String> before = contents();
        assertThatThrownBy(() -> new Restore(place, clock).from(file))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
        assertThat(contents()).isEqualTo(before);
    }

    /** All files of the data folder. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place.dataDir())) {
            for (Path path : files.filter(p -> !p.toString().contains("native")).toList()) {
                contents.put(path.toString(), Files.isRegularFile(path) ? digest(Files.readAllBytes(path)) : "folder");
            }
        }
        return contents;
    }

    /** Changes the parts of the backup, and its manifest with them. */
    private void forge(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> parts = read();
        String schema = new String(parts.remove("manifest.json"), StandardCharsets.UTF_8)
                .replaceAll("(?s).*\"schema\" : \"([0-9]+)\".*", "$1");
        Map<String, byte[]> changed = change.apply(parts);
        StringBuilder entries = new StringBuilder();
        changed.forEach((name, content) -> entries.append(entries.isEmpty() ? "" : ",")
                .append("{\"name\":\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\",\"bytes\":"
                        + content.length + ",\"sha256\":\"" + digest(content) + "\"}"));
        changed.put(
                "manifest.json",
                bytes("{\"format\" : 1,\"made_at\":\"2026-11-21T12:00:00Z\",\"schema\" : \"" + schema
                        + "\",\"entries\":[" + entries + "]}"));
        write(changed);
    }

    private void manifest(String pattern, String replacement) throws IOException {
        Map<String, byte[]> parts = read();
        String before = new String(parts.getOrDefault("manifest.json", new byte[0]), StandardCharsets.UTF_8);
        String after = before.replaceFirst(pattern, replacement);
        assertThat(after).isNotEqualTo(before);
        parts.put("manifest.json", bytes(after));
        write(parts);
    }

    private Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private void write(Map<String, byte[]> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
