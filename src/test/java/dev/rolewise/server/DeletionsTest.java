package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.answer.Feedback;
import dev.rolewise.question.Keeping;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseDeletionLog;
import dev.rolewise.store.DatabaseFeedbackLog;
import dev.rolewise.store.DatabasePersonalData;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes over one data folder, each with a memory of its own. */
class DeletionsTest {
    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private final FakeTicker ticker = new FakeTicker();
    private OneProcess here;
    private OneProcess elsewhere;

    /** One process: what it remembers are ids of members. */
    private final class OneProcess implements Memories, AutoCloseable {
        private final Database database;
        private final Keepings keepings;
        private final DatabaseFeedbackLog ratings;
        private final DatabasePersonalData data;
        private final Deletions deletions;
        private final Set<String> remembered = new HashSet<>();
        private final List<String> forgotten = new ArrayList<>();
        private boolean settles = true;

        OneProcess(Path folder) {
            database = Database.open(folder);
            DatabaseDeletionLog log = new DatabaseDeletionLog(database, clock);
            keepings = new Keepings(log::code, ticker);
            ratings = new DatabaseFeedbackLog(database);
            data = new DatabasePersonalData(database, clock);
            deletions = new Deletions(log, keepings, this, data, ticker, clock);
            deletions.follow();
        }

        @Override
        public Map<String, List<String>> about(String memberId) {
            return Map.of();
        }

        @Override
        public Set<String> members() {
            return Set.copyOf(remembered);
        }

        @Override
        public void forget(String memberId) {
            remembered.remove(memberId);
            forgotten.add(memberId);
        }

        @Override
        public boolean settle(String memberId) {
            return settles;
        }

        boolean rate(Keeping keeping, String member) {
            return keeping.keep(() -> ratings.record(
                    new Feedback("a1", member, Optional.of("s1"), Feedback.Rating.HELPFUL, clock.instant())));
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @BeforeEach
    void start(@TempDir Path folder) {
        here = new OneProcess(folder);
        elsewhere = new OneProcess(folder);
    }

    @AfterEach
    void stop() {
        elsewhere.close();
        here.close();
    }

    @Test
    void a_deletion_is_carried_out_here_and_followed_elsewhere_once() {
        here.remembered.addAll(Set.of("mia", "tom"));
        elsewhere.remembered.addAll(Set.of("mia", "tom"));
        here.rate(here.keepings.of("mia"), "mia");

        assertThat(here.deletions.delete("mia")).isEqualTo(new Deletions.Done(true, 1));
        assertThat(here.remembered).containsExactly("tom");
        assertThat(here.keepings.lately()).isEmpty();
        assertThat(elsewhere.remembered).contains("mia");
        elsewhere.deletions.follow();

        assertThat(elsewhere.remembered).containsExactly("tom");
        elsewhere.deletions.follow();
        assertThat(elsewhere.forgotten).containsExactly("mia");
    }

    /** A look may come across the record of a deletion before the one who made it is told that it is there. */
    @Test
    void a_look_at_the_very_moment_leaves_a_deletion_to_the_member_who_asked_for_it() {
        here.rate(here.keepings.of("mia"), "mia");
        DatabaseDeletionLog record = new DatabaseDeletionLog(here.database, clock);
        AtomicReference<Deletions> looking = new AtomicReference<>();
        Deletions deletions = new Deletions(
                new RecordThatIsLookedAt(record, looking::get), here.keepings, here, here.data, ticker, clock);
        deletions.follow();
        looking.set(deletions);

        assertThat(deletions.delete("mia").rows()).isEqualTo(1);
    }

    /** While one is added, somebody looks, and is done or waits before that returns. */
    private record RecordThatIsLookedAt(DeletionLog record, Supplier<Deletions> looking) implements DeletionLog {
        @Override
        public String code(String memberId) {
            return record.code(memberId);
        }

        @Override
        public Deletion add(String memberId) {
            Deletion added = record.add(memberId);
            Thread look = new Thread(looking.get()::follow);
            look.start();
            await().until(() -> look.getState() == Thread.State.BLOCKED || look.getState() == Thread.State.TERMINATED);
            return added;
        }

        @Override
        public long last() {
            return record.last();
        }

        @Override
        public List<Deletion> since(long at) {
            return record.since(at);
        }

        @Override
        public void expire(Instant before) {
            record.expire(before);
        }
    }

    @Test
    void a_question_under_way_elsewhere_leaves_nothing_once_the_deletion_is_followed() {
        Keeping asked = elsewhere.keepings.of("mia");

        here.deletions.delete("mia");
        elsewhere.deletions.follow();

        assertThat(elsewhere.rate(asked, "mia")).isFalse();
        assertThat(here.data.about("mia")).isEmpty();
    }

    @Test
    void what_is_written_elsewhere_before_the_deletion_is_followed_goes_with_the_look_that_follows_it() {
        here.deletions.delete("mia");
        assertThat(elsewhere.rate(elsewhere.keepings.of("mia"), "mia")).isTrue();
        assertThat(here.data.about("mia")).isNotEmpty();

        elsewhere.deletions.follow();

        assertThat(here.data.about("mia")).isEmpty();
    }

    @Test
    void what_a_member_does_after_their_deletion_stays() {
        here.deletions.delete("mia");
        here.rate(here.keepings.of("mia"), "mia");
        here.remembered.add("mia");

        here.deletions.follow();

        assertThat(here.data.about("mia")).hasSize(1);
        assertThat(here.remembered).containsExactly("mia");
    }

    @Test
    void a_look_that_could_not_wait_for_all_is_had_once_more() {
        elsewhere.remembered.add("mia");
        elsewhere.settles = false;
        here.deletions.delete("mia");

        elsewhere.deletions.follow();
        elsewhere.rate(elsewhere.keepings.of("mia"), "mia");
        elsewhere.settles = true;
        elsewhere.deletions.follow();

        assertThat(here.data.about("mia")).isEmpty();
        assertThat(elsewhere.forgotten).hasSize(2);
    }

    @Test
    void after_half_a_day_without_a_look_everybody_is_forgotten() {
        elsewhere.remembered.addAll(Set.of("mia", "tom"));
        ticker.advance(Duration.ofHours(11));
        elsewhere.deletions.follow();
        assertThat(elsewhere.remembered).hasSize(2);

        ticker.advance(Duration.ofHours(13));
        elsewhere.deletions.follow();
        assertThat(elsewhere.remembered).isEmpty();
    }

    @Test
    void a_member_can_see_that_their_deletion_is_on_record() {
        assertThat(here.deletions.last("mia")).isEmpty();
        here.deletions.delete("tom");
        here.deletions.delete("mia");

        assertThat(here.deletions.last("mia")).contains(clock.instant().plusMillis(1));
    }

    @Test
    void a_deletion_is_on_record_for_a_day() {
        here.deletions.delete("mia");
        clock.advance(Duration.ofHours(23));
        here.deletions.expire();
        assertThat(new DatabaseDeletionLog(here.database, clock).last()).isPositive();

        clock.advance(Duration.ofHours(2));
        here.deletions.expire();
        assertThat(new DatabaseDeletionLog(here.database, clock).last()).isZero();
    }

    @Test
    void what_was_deleted_before_a_process_began_is_nothing_to_it() {
        here.deletions.delete("mia");
        elsewhere.rate(elsewhere.keepings.of("mia"), "mia");

        Deletions later = new Deletions(
                new DatabaseDeletionLog(elsewhere.database, clock),
                elsewhere.keepings,
                elsewhere,
                elsewhere.data,
                ticker,
                clock);
        later.follow();
        later.follow();

        assertThat(here.data.about("mia")).hasSize(1);
    }
}
