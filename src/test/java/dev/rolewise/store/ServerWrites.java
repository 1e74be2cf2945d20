package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.Feedback;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.knowledge.reading.ReadText.Section;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Scope;
import dev.rolewise.server.AskedLog.Asked;
import dev.rolewise.server.Correction;
import dev.rolewise.server.GapLog.Gap;
import dev.rolewise.server.ServerDocument;
import dev.rolewise.server.ServerDocument.State;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Writes all that a server has of its own, each kind in a thread of its own, and says what is about to be done and what is done;
 * and says of a database whether all that was done is there and nothing by half.
 */
final class ServerWrites {
    /** What each line begins with that says that something is done; an id follows. */
    static final String DONE =
            "added|swapped|dropped|corrected|set|gapped|forgot|counted-topic|asked|liked|out|in|deleted";

    private static final int SECTIONS = 5;
    private static final String SERVER = "s1";
    private static final Scope SCOPE = new Scope(Optional.of(SERVER));

    private final Database database;
    private final Consumer<String> say;

    ServerWrites(Database database, Consumer<String> say) {
        this.database = database;
        this.say = say;
    }

    void start() {
        List.<Runnable>of(
                        this::documents,
                        this::corrections,
                        this::settings,
                        this::gaps,
                        this::asked,
                        this::wishes,
                        this::deletions)
                .forEach(work -> new Thread(work).start());
    }

    /** Adds a document, lets it count in place of the one before, and drops that. */
    private void documents() {
        DatabaseDocuments documents = new DatabaseDocuments(database);
        ServerDocument before = document("nobody", State.LIVE);
        documents.add(text(before));
        while (true) {
            ServerDocument fresh = document("nobody", State.PENDING);
            documents.add(text(fresh));
            say.accept("added " + fresh.id());
            say.accept("swapping " + fresh.id() + " " + before.id());
            documents.update(List.of(in(fresh, State.LIVE), in(before, State.REMOVED)));
            say.accept("swapped " + fresh.id() + " " + before.id());
            say.accept("dropping " + before.id());
            documents.drop(before.id());
            say.accept("dropped " + before.id());
            before = fresh;
        }
    }

    private void corrections() {
        DatabaseCorrections corrections = new DatabaseCorrections(database);
        String id = id();
        for (int i = 1; ; i++) {
            corrections.put(new Correction(id, SERVER, "q", "" + i, true, "" + (i - 1), true, "nobody", Instant.EPOCH));
            say.accept("corrected " + id + " " + i);
        }
    }

    private void settings() {
        DatabaseServerSettings settings = new DatabaseServerSettings(database);
        String server = id();
        for (int i = 1; ; i++) {
            settings.set(server, "threads", "" + i);
            say.accept("set " + server + " " + i);
        }
    }

    /** Forgets every second question. */
    private void gaps() {
        DatabaseGapLog log = new DatabaseGapLog(database);
        String server = id();
        for (boolean back = false; ; back = !back) {
            String id = id();
            log.add(new Gap(id, SERVER, "q", "t", Embedding.of(new float[] {1}), "unhelpful", Instant.EPOCH), "m1");
            say.accept("gapped " + id);
            if (back) {
                say.accept("forgetting " + id);
                log.forget(SERVER, List.of(id));
                say.accept("forgot " + id);
            }
            log.count(server, "t", Optional.empty(), Instant.EPOCH);
            say.accept("counted-topic " + server);
        }
    }

    /** Two members ask in turns, and one rates the answer. */
    private void asked() {
        DatabaseAskedLog log = new DatabaseAskedLog(database);
        String server = id();
        for (boolean back = false; ; back = !back) {
            String question = id();
            String member = back ? "m1" : "m2";
            log.add(new Asked(server, question, "", Embedding.of(new float[] {1}), Instant.EPOCH), member);
            say.accept("asked " + question);
            if (back) {
                say.accept("liking " + question);
                log.rate(server, member, question, Optional.of(true));
                say.accept("liked " + question);
            }
        }
    }

    /** Takes every second wish to be left out back. */
    private void wishes() {
        DatabasePersonalData data = new DatabasePersonalData(database, Clock.systemUTC());
        for (boolean back = false; ; back = !back) {
            String member = id();
            data.optOut(member, true);
            say.accept("out " + member);
            if (back) {
                say.accept("going-in " + member);
                data.optOut(member, false);
                say.accept("in " + member);
            }
        }
    }

    /** Members with a rating, a question, a guide and a correction, and their deletion. */
    private void deletions() {
        DatabasePersonalData data = new DatabasePersonalData(database, Clock.systemUTC());
        while (true) {
            String member = id();
            new DatabaseFeedbackLog(database)
                    .record(new Feedback(id(), member, Optional.empty(), Rating.HELPFUL, Instant.EPOCH));
            new DatabaseAskedLog(database)
                    .add(new Asked(SERVER, "of " + member, "", Embedding.of(new float[] {1}), Instant.EPOCH), member);
            new DatabaseDocuments(database).add(text(document(member, State.LIVE)));
            new DatabaseCorrections(database)
                    .put(new Correction(id(), SERVER, "q", "1", true, "0", true, member, Instant.EPOCH));
            say.accept("deleting " + member);
            data.delete(member);
            say.accept("deleted " + member);
        }
    }

    /** What was said by all that were killed, one after the other, is so. */
    static void check(List<String> said, Database database) {
        Said lines = new Said(said);
        documents(lines, database);
        latest(lines, "corrected", counts(database, "SELECT id, answer FROM correction"));
        latest(lines, "set", counts(database, "SELECT server_id, value FROM server_setting"));
        assertThat(rows(
                        database,
                        "SELECT id FROM correction WHERE CAST(answer AS INTEGER) <> CAST(before AS INTEGER) + 1"))
                .isEmpty();
        undone(lines, "gapped", "forgetting", "forgot", rows(database, "SELECT id FROM gap"));
        assertThat(rows(database, "SELECT question FROM asked_question")).containsAll(lines.ids("asked"));
        assertThat(rows(database, "SELECT question FROM asked_question WHERE helpful = 1"))
                .containsAll(lines.ids("liked"))
                .allMatch(lines.ids("liking")::contains);
        undone(lines, "out", "going-in", "in", out(lines, database));
        Map<String, Long> topics = counts(database, "SELECT server_id, asked FROM topic_day");
        lines.counted("counted-topic")
                .forEach((server, least) -> assertThat(topics.get(server)).isBetween(least, least + 1));
        deletions(lines, database);
    }

    /** Of the members of whom anything was said, those who are left out. */
    private static Set<String> out(Said lines, Database database) {
        DatabasePersonalData data = new DatabasePersonalData(database, Clock.systemUTC());
        Set<String> members = lines.ids("out");
        members.addAll(lines.ids("in"));
        members.removeIf(member -> !data.optedOut(member));
        return members;
    }

    private static void documents(Said lines, Database database) {
        Set<String> there = rows(database, "SELECT id FROM document");
        Set<String> expected = lines.ids("added");
        expected.removeAll(lines.ids("dropping"));
        assertThat(lines.ids("added")).isNotEmpty();
        assertThat(there).containsAll(expected).doesNotContainAnyElementsOf(lines.ids("dropped"));
        Map<String, Long> sections =
                counts(database, "SELECT document_id, count(*) FROM document_section GROUP BY document_id");
        assertThat(sections.keySet()).isEqualTo(there);
        assertThat(sections.values()).containsOnly((long) SECTIONS);
        Set<String> live = rows(database, "SELECT id FROM document WHERE state = 'LIVE'");
        lines.pairs("swapping").forEach((fresh, before) -> {
            if (there.contains(fresh) && there.contains(before)) {
                assertThat(live.contains(fresh)).isNotEqualTo(live.contains(before));
            }
        });
        Set<String> swapped = lines.ids("swapped");
        swapped.removeAll(lines.pairs("swapping").values());
        assertThat(live).containsAll(swapped);
    }

    private static void deletions(Said lines, Database database) {
        Map<String, Long> named = new HashMap<>();
        for (String who : List.of("feedback.member_id", "document.added_by", "correction.written_by")) {
            String[] parts = who.split("\\.");
            counts(database, "SELECT " + parts[1] + ", count(*) FROM " + parts[0] + " GROUP BY " + parts[1])
                    .forEach((member, rows) -> named.merge(member, rows, Long::sum));
        }
        counts(database, "SELECT substr(question, 4), 1 FROM asked_question WHERE question LIKE 'of %'")
                .forEach((member, rows) -> named.merge(member, rows, Long::sum));
        assertThat(lines.ids("deleted")).isNotEmpty();
        assertThat(named.keySet()).doesNotContainAnyElementsOf(lines.ids("deleted"));
        lines.ids("deleting")
                .forEach(member -> assertThat(named.getOrDefault(member, 0L)).isIn(0L, 4L));
    }

    private static void latest(Said lines, String what, Map<String, Long> kept) {
        assertThat(lines.pairs(what)).isNotEmpty().allSatisfy((id, last) -> assertThat(kept.get(id))
                .isBetween(Long.parseLong(last), Long.parseLong(last) + 1));
    }

    private static void undone(Said lines, String done, String undoing, String undone, Set<String> there) {
        Set<String> expected = lines.ids(done);
        expected.removeAll(lines.ids(undoing));
        assertThat(expected).isNotEmpty();
        assertThat(there).containsAll(expected).doesNotContainAnyElementsOf(lines.ids(undone));
    }

    private static Set<String> rows(Database database, String sql) {
        return new HashSet<>(database.<List<String>>read(
                handle -> handle.createQuery(sql).mapTo(String.class).list()));
    }

    private static Map<String, Long> counts(Database database, String sql) {
        Map<String, Long> counts = new HashMap<>();
        database.<List<Map.Entry<String, Long>>>read(handle -> handle.createQuery(sql)
                        .map((row, context) -> Map.entry(row.getString(1), Long.parseLong(row.getString(2))))
                        .list())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static ServerDocument document(String by, State state) {
        return new ServerDocument(
                id(), SCOPE, "t", "text", 0, 1, "h", by, Instant.EPOCH, state, Instant.EPOCH, Optional.empty());
    }

    private static ServerDocument.Text text(ServerDocument document) {
        return new ServerDocument.Text(
                document,
                IntStream.range(0, SECTIONS)
                        .mapToObj(i -> new Section(i, List.of(), "text " + i))
                        .toList());
    }

    private static ServerDocument in(ServerDocument d, State state) {
        return new ServerDocument(
                d.id(),
                d.scope(),
                d.title(),
                d.format(),
                d.pages(),
                d.passages(),
                d.hash(),
                d.addedBy(),
                d.addedAt(),
                state,
                d.stateAt(),
                d.replaces());
    }
}
