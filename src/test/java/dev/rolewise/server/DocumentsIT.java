package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.reading.DocumentReader;
import dev.rolewise.knowledge.reading.ReadingLimits;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Scope;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.server.ServerDocument.State;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseDocuments;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import dev.rolewise.testing.SetClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents from reading, in a process of its own, to being found, and back, on a clock that is set. */
class DocumentsIT {
    private static final Scope HERE = new Scope(Optional.of("1"));
    private static final String MONDAY = "# Meetings\n\nMeetings take place on Monday.";
    private static final String FRIDAY = "# Meetings\n\nMeetings take place on Friday.";

    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private final AtomicInteger id = new AtomicInteger();
    private final List<Scope> told = new ArrayList<>();
    private final DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT);
    private final PackAnalyzer words = new PackAnalyzer(Packs.gardeners());
    private final Path folder;
    private Executor shelve = Runnable::run;
    private final Database database;
    private final DatabaseDocuments store;
    private DocumentShelves shelves;
    private Documents documents;

    DocumentsIT(@TempDir Path folder) {
        this.folder = folder;
        this.database = Database.open(folder);
        this.store = new DatabaseDocuments(database);
        this.shelves = shelves("index");
        this.documents = documents(shelves);
    }

    @BeforeEach
    void nothing_was_told_yet() {
        assertThat(told).isEmpty();
    }

    @AfterEach
    void close() {
        shelves.close();
        reader.close();
        database.close();
    }

    @Test
    void a_removed_document_is_out_when_the_call_returns_and_comes_back_whole_within_a_day() {
        String added = use(MONDAY);
        List<FoundStatement> before = found();
        told.clear();

        documents.remove(HERE, added);

        assertThat(found()).isEmpty();
        assertThat(documents.names(HERE)).isEmpty();
        assertThat(told).containsExactly(HERE);
        clock.advance(Duration.ofHours(24));
        documents.purge();
        assertThat(documents.putBack(HERE, added)).isPresent();
        assertThat(found()).isEqualTo(before);
        assertThat(documents.text(HERE, added).orElseThrow().sections()).hasSize(1);
    }

    @Test
    void after_a_day_a_removed_document_cannot_be_put_back_and_is_really_gone() {
        String added = use(MONDAY);
        documents.remove(HERE, added);
        clock.advance(Duration.ofHours(24).plusMillis(1));

        assertThat(documents.removed(HERE)).isEmpty();
        assertThat(documents.putBack(HERE, added)).isEmpty();
        assertThat(store.text(added)).isPresent();
        documents.purge();
        assertThat(store.text(added)).isEmpty();
    }

    @Test
    void a_new_version_takes_the_place_of_the_old_and_each_can_be_put_back_for_the_other() {
        String monday = use(MONDAY);
        String friday = use(FRIDAY);
        assertThat(found()).extracting(FoundStatement::text).containsExactly("Meetings take place on Friday.");
        assertThat(documents.removed(HERE)).extracting(ServerDocument::id).containsExactly(monday);

        documents.putBack(HERE, monday);
        assertThat(found()).extracting(FoundStatement::text).containsExactly("Meetings take place on Monday.");

        documents.putBack(HERE, friday);
        assertThat(found()).extracting(FoundStatement::text).containsExactly("Meetings take place on Friday.");
        assertThat(documents.live(HERE)).extracting(ServerDocument::id).containsExactly(friday);
    }

    @Test
    void the_same_content_is_recognised() {
        String first = use(MONDAY);

        Documents.Preview again = read(HERE, MONDAY);

        assertThat(again.same())
                .hasValueSatisfying(same -> assertThat(same.id()).isEqualTo(first));
        assertThat(store.of(HERE)).hasSize(1);
    }

    @Test
    void a_document_that_nobody_confirms_does_not_stay() {
        String pending = read(HERE, MONDAY).document().id();
        assertThat(found()).isEmpty();
        clock.advance(DocumentIntake.WAITING.plusMillis(1));

        assertThat(documents.confirm(HERE, pending)).isEmpty();
        documents.purge();
        assertThat(store.text(pending)).isEmpty();
    }

    @Test
    void of_many_documents_that_wait_the_oldest_gives_way() {
        for (int i = 0; i < DocumentIntake.MOST_WAITING; i++) {
            store.add(new ServerDocument.Text(document("w" + i, clock.instant().minusSeconds(60 - i)), List.of()));
        }

        read(HERE, MONDAY);

        assertThat(store.of(HERE)).hasSize(DocumentIntake.MOST_WAITING);
        assertThat(store.text("w0")).isEmpty();
        assertThat(store.text("w1")).isPresent();
    }

    @Test
    void one_server_confirms_removes_and_puts_back_nothing_of_another() {
        Scope there = new Scope(Optional.of("2"));
        String pending = read(HERE, MONDAY).document().id();
        assertThat(documents.confirm(there, pending)).isEmpty();
        assertThat(documents.discard(there, pending)).isFalse();
        documents.confirm(HERE, pending);
        assertThat(documents.remove(there, pending)).isEmpty();
        documents.remove(HERE, pending);
        assertThat(documents.putBack(there, pending)).isEmpty();
        assertThat(documents.removed(there)).isEmpty();
    }

    @Test
    void an_index_that_is_lost_is_made_again_and_what_does_not_count_leaves_it() {
        String kept = use(MONDAY);
        List<FoundStatement> before = found();
        shelves.close();
        shelves = shelves("restored");
        documents = documents(shelves);
        assertThat(found()).isEmpty();

        documents.followAll();
        assertThat(found()).isEqualTo(before);

        told.clear();
        store.update(List.of(document(kept, clock.instant()).in(State.REMOVED, clock.instant())));
        documents.sync(HERE);
        assertThat(found()).isEmpty();
        assertThat(told).containsExactly(HERE);
    }

    @Test
    void what_another_program_changed_is_followed_and_told() throws IOException {
        try (DocumentShelves elsewhere = shelves("index")) {
            Documents other = documents(elsewhere);
            String added = read(HERE, MONDAY).document().id();
            other.confirm(HERE, added);
            told.clear();

            documents.sync(HERE);
            assertThat(found()).hasSize(1);
            assertThat(told).containsExactly(HERE);

            other.remove(HERE, added);
            documents.sync(HERE);
            assertThat(found()).isEmpty();
        }
    }

    @Test
    void what_does_not_count_is_out_at_once_also_while_a_long_document_is_indexed() throws IOException {
        String old = use(MONDAY);
        String fresh = read(HERE, FRIDAY.replace("# Meetings", "# Other meetings"))
                .document()
                .id();
        Deque<Runnable> waiting = new ArrayDeque<>();
        shelve = waiting::add;
        store.update(List.of(
                document(old, clock.instant()).in(State.REMOVED, clock.instant()),
                document(fresh, clock.instant()).in(State.LIVE, clock.instant())));

        documents.follow(HERE);
        documents.follow(HERE);

        assertThat(found()).isEmpty();
        assertThat(waiting).hasSize(1);
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(found()).extracting(FoundStatement::text).containsExactly("Meetings take place on Friday.");
    }

    @Test
    void a_document_of_too_many_statements_is_refused_with_their_number() {
        String entries = IntStream.rangeClosed(1, 5_001)
                .mapToObj(i -> "Tool number " + i + " hangs on hook " + i + ".\n\n")
                .collect(Collectors.joining());

        Documents.Handed handed = documents.read(HERE, "tools.md", "", entries.getBytes(StandardCharsets.UTF_8), "m1");

        assertThat(handed)
                .isEqualTo(new Documents.Refused("That file holds 5,001 sentences or entries, and 5,000 are the most I"
                        + " take. Please split it."));
        assertThat(store.of(HERE)).isEmpty();
    }

    @Test
    void one_file_of_a_server_is_read_at_a_time() {
        Scope there = new Scope(Optional.of("2"));
        List<Documents.Handed> meanwhile = new ArrayList<>();
        documents = new Documents(
                reader,
                store,
                () -> {
                    if (meanwhile.isEmpty()) {
                        meanwhile.add(new Documents.Refused("none"));
                        meanwhile.add(handed(HERE, FRIDAY));
                        meanwhile.add(handed(there, FRIDAY));
                    }
                    return "d" + id.incrementAndGet();
                },
                clock);

        assertThat(handed(HERE, MONDAY)).isInstanceOf(Documents.Preview.class);

        assertThat(meanwhile.get(1))
                .isEqualTo(new Documents.Refused(
                        "I am still reading another guide here. Please send this one again in a minute."));
        assertThat(meanwhile.get(2)).isInstanceOf(Documents.Preview.class);
        assertThat(handed(HERE, FRIDAY)).isInstanceOf(Documents.Preview.class);
    }

    @Test
    void the_version_before_is_found_however_exact_the_clock_is() {
        clock.advance(Duration.ofNanos(123_456_789));
        String old = use(MONDAY);
        String fresh = use(FRIDAY);

        ServerDocument counting = documents.live(HERE).get(0);
        assertThat(counting.id()).isEqualTo(fresh);
        assertThat(documents.replacedBy(counting)).map(ServerDocument::id).contains(old);
        ServerDocument back = documents.putBack(HERE, old).orElseThrow();
        assertThat(documents.replacedBy(back)).map(ServerDocument::id).contains(fresh);
    }

    @Test
    void a_long_document_does_not_keep_its_giver_waiting() {
        Deque<Runnable> waiting = slow();
        KnowledgeCommand command =
                new KnowledgeCommand(documents, (question, scope) -> List.of(), by -> Keeping.FOR_GOOD);
        String added = read(HERE, MONDAY).document().id();

        Reply reply = command.act(ActionCall.press(
                new Caller("m1", HERE.serverId(), "c1", true), new ActionId(KnowledgeCommand.NAME, "confirm", added)));

        assertThat(reply.blocks())
                .contains(new Block.Line(
                        false, Optional.empty(), "“Meetings” is being taken in; it counts in a minute or so."));
        documents.follow(HERE);
        assertThat(waiting).hasSize(1);
        assertThat(found()).isEmpty();
        waiting.remove().run();
        assertThat(found()).hasSize(1);
        assertThat(documents.takingIn(documents.live(HERE).get(0))).isFalse();
    }

    @Test
    void until_a_long_new_version_is_indexed_the_one_before_answers() {
        use(MONDAY);
        Deque<Runnable> waiting = slow();

        use(FRIDAY);
        documents.follow(HERE);
        assertThat(found()).extracting(FoundStatement::text).containsExactly("Meetings take place on Monday.");

        waiting.remove().run();
        assertThat(found()).extracting(FoundStatement::text).containsExactly("Meetings take place on Friday.");
        assertThat(waiting).isEmpty();
    }

    @Test
    void a_new_version_that_is_removed_while_it_is_indexed_takes_the_one_before_along() {
        use(MONDAY);
        Deque<Runnable> waiting = slow();
        String fresh = use(FRIDAY);

        documents.remove(HERE, fresh);
        assertThat(found()).isEmpty();

        waiting.remove().run();
        assertThat(found()).isEmpty();
    }

    @Test
    void a_program_that_follows_another_answers_from_the_version_before_until_it_has_the_new_one() {
        String old = use(MONDAY);
        ServerDocument monday = documents.live(HERE).get(0);
        ServerDocument friday = read(HERE, FRIDAY).document();
        Deque<Runnable> waiting = new ArrayDeque<>();
        shelve = waiting::add;
        store.update(List.of(monday.in(State.REMOVED, clock.instant()), friday.in(State.LIVE, clock.instant())));

        documents.follow(HERE);
        assertThat(documents.names(HERE)).containsExactly(old);

        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(documents.names(HERE)).containsExactly(friday.id());
    }

    /** Documents whose giver waits for nothing. */
    private Deque<Runnable> slow() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        documents = new Documents(
                reader,
                store,
                new Shelving(store, shelves, told::add, waiting::add, Duration.ZERO),
                () -> "d" + id.incrementAndGet(),
                clock);
        return waiting;
    }

    private DocumentShelves shelves(String name) {
        return new DocumentShelves(folder.resolve(name), words, new HashedWords());
    }

    private Documents documents(DocumentShelves over) {
        return new Documents(
                reader, store, over, told::add, work -> shelve.execute(work), () -> "d" + id.incrementAndGet(), clock);
    }

    private String use(String content) {
        String added = read(HERE, content).document().id();
        clock.advance(Duration.ofSeconds(1));
        return documents.confirm(HERE, added).orElseThrow().id();
    }

    private Documents.Preview read(Scope scope, String content) {
        return (Documents.Preview) handed(scope, content);
    }

    private Documents.Handed handed(Scope scope, String content) {
        return documents.read(scope, "meetings.md", "", content.getBytes(StandardCharsets.UTF_8), "m1");
    }

    private List<FoundStatement> found() {
        return shelves.search(
                Profiles.of("When do meetings take place?", List.of(), Set.of(), new HashedWords()), HERE, 10);
    }

    private static ServerDocument document(String id, Instant at) {
        return new ServerDocument(
                id, HERE, "Title " + id, "text", 0, 1, id, "m1", at, State.PENDING, at, Optional.empty());
    }
}
