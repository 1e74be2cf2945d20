package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.Feedback;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.cache.ReuseLog;
import dev.rolewise.knowledge.reading.ReadText.Section;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Scope;
import dev.rolewise.server.AskedLog;
import dev.rolewise.server.GapLog;
import dev.rolewise.server.ServerDocument;
import dev.rolewise.server.ServerDocument.State;
import dev.rolewise.testing.SetClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted is in no byte of the data folder, among the rows of many others. */
class ForgottenBytesTest {
    private static final String MIA = "770000000000000001";
    private static final String MARKER = "zanzibarquokka";
    private static final int OTHERS = 150;

    private final SetClock clock = new SetClock("2026-03-01T12:00:00Z");
    private final Path folder;
    private final Database database;
    private final DatabasePersonalData data;
    private final DatabaseGapLog gaps;
    private final DatabaseAskedLog asked;

    ForgottenBytesTest(@TempDir Path folder) {
        this.folder = folder;
        this.database = Database.open(folder);
        this.data = new DatabasePersonalData(database, clock);
        this.gaps = new DatabaseGapLog(database);
        this.asked = new DatabaseAskedLog(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void deleting_a_member_leaves_no_byte_of_them_and_all_of_the_others() {
        fill();
        assertThat(filesWith(MARKER)).isNotEmpty();
        assertThat(filesWith(MIA)).isNotEmpty();

        data.delete(MIA);

        assertThat(filesWith(MARKER)).isEmpty();
        assertThat(filesWith(MIA)).isEmpty();
        assertThat(data.about(MIA)).isEmpty();
        assertThat(data.about(other(7))).hasSize(4);
    }

    @Test
    void a_document_that_is_forgotten_leaves_no_byte_in_whatever_way_it_goes() {
        DatabaseDocuments documents = new DatabaseDocuments(database);
        List<Runnable> ways = List.of(
                () -> documents.drop("d"),
                () -> documents.purge(State.PENDING, Instant.EPOCH.plusMillis(1)),
                () -> documents.dropAll(Scope.INSTALLATION));
        for (Runnable way : ways) {
            ServerDocument document = new ServerDocument(
                    "d",
                    Scope.INSTALLATION,
                    "Title",
                    "text",
                    0,
                    1,
                    "hash",
                    MIA,
                    Instant.EPOCH,
                    State.PENDING,
                    Instant.EPOCH,
                    Optional.empty());
            documents.add(new ServerDocument.Text(
                    document, List.of(new Section(0, List.of(), "The " + MARKER + " is green."))));
            assertThat(filesWith(MARKER)).isNotEmpty();

            way.run();

            assertThat(filesWith(MARKER)).isEmpty();
        }
    }

    @Test
    void a_wish_to_be_left_out_is_kept_without_the_id_and_survives_the_deletion() {
        gaps.add(gap("mine", "Do they need " + MARKER + "?"), MIA);
        asked.add(asked("s1", "Or " + MARKER + "?"), MIA);
        assertThat(data.optOut(MIA, true)).isEqualTo(2);
        data.delete(MIA);

        assertThat(filesWith(MIA)).isEmpty();
        assertThat(filesWith(MARKER)).isEmpty();
        assertThat(new DatabasePersonalData(database, clock).optedOutSince(MIA)).contains(clock.instant());
        assertThat(data.optedOut(other(1))).isFalse();
    }

    @Test
    void an_id_that_an_earlier_version_kept_becomes_a_code() {
        database.write(handle -> handle.execute("INSERT INTO opted_out (member_code, since) VALUES (?, 7)", MIA));

        assertThat(data.optedOutSince(MIA)).contains(Instant.ofEpochMilli(7));
        database.scrub();
        assertThat(filesWith(MIA)).isEmpty();
    }

    @Test
    void deleting_what_is_kept_of_a_server_leaves_no_byte_of_it() {
        fill();
        String server = "880000000000000001";
        gaps.add(
                new GapLog.Gap(
                        "there",
                        server,
                        "Where is the " + MARKER + " of " + server + "?",
                        "tools",
                        vector(),
                        "unhelpful",
                        clock.instant()),
                other(1));
        asked.add(asked(server, "Where is " + MARKER + "?"), other(1));
        data.delete(MIA);
        data.deleteServer(server);

        assertThat(filesWith(server)).isEmpty();
        assertThat(filesWith(MARKER)).isEmpty();
    }

    @Test
    void what_is_old_leaves_no_byte_either() {
        fill();
        clock.advance(Duration.ofDays(40));
        long now = clock.millis();

        data.expire(now - Duration.ofDays(30).toMillis(), now, now);

        assertThat(filesWith(MARKER)).isEmpty();
        assertThat(filesWith(MIA)).isEmpty();
    }

    /** A member among many, in tables of several pages. */
    private void fill() {
        DatabaseFeedbackLog feedback = new DatabaseFeedbackLog(database);
        DatabaseReuseLog reuses = new DatabaseReuseLog(database);
        for (int i = 0; i < OTHERS; i++) {
            String member = i % 30 == 10 ? MIA : other(i);
            String word = i % 30 == 10 ? MARKER : "word" + i;
            gaps.add(gap("gap" + i, "Do " + "they ".repeat(i % 40) + "need " + word + "?"), member);
            asked.add(asked("s1", "Do they " + "really ".repeat(i % 40) + "need " + word + "?"), member);
            feedback.record(new Feedback("answer" + i, member, Optional.of("s1"), Rating.HELPFUL, clock.instant()));
            reuses.record(new ReuseLog.Judged("answer" + i, member, 0.9, true, clock.instant()));
        }
    }

    private AskedLog.Asked asked(String server, String question) {
        return new AskedLog.Asked(server, question, "", vector(), clock.instant());
    }

    private GapLog.Gap gap(String id, String question) {
        return new GapLog.Gap(id, "s1", question, "tools", vector(), "not-covered", clock.instant());
    }

    private static Embedding vector() {
        float[] values = new float[384];
        values[7] = 1;
        return Embedding.of(values);
    }

    private static String other(int i) {
        return String.format(Locale.ROOT, "99%016d", i);
    }

    private List<String> filesWith(String text) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> bytes(file).contains(text))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
