package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.command.ServerWatch;
import dev.rolewise.command.ServerWatch.Presence;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Scope;
import dev.rolewise.server.GapLog.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLifeTest {
    private static final Retention RETENTION =
            new Retention(Duration.ofDays(30), Duration.ofDays(60), Duration.ofDays(90), Duration.ofDays(7));

    private final ServerParts parts;
    private final ServerLife life;
    private String undeletable = "";

    ServerLifeTest(@TempDir Path folder) {
        parts = new ServerParts(folder);
        life = new ServerLife(
                parts.data,
                parts.documents,
                parts.corrections,
                parts.rules,
                this::forgotten,
                RETENTION,
                Runnable::run,
                parts.clock);
    }

    @BeforeEach
    void two_servers_with_one_of_each_thing() {
        for (String server : List.of("1", "2")) {
            parts.addDocument(server);
            parts.corrections.write(server, "What tools does an arborist use?", "Spades.", "m1");
            parts.rules.set(server, SettingName.THREADS, "on");
            parts.gaps.add(
                    new Gap(
                            parts.nextId(),
                            server,
                            "q",
                            "tools",
                            Embedding.of(new float[] {1}),
                            "unhelpful",
                            parts.clock.instant()),
                    "m1");
        }
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void what_belongs_to_a_server_that_was_left_goes_after_its_time_and_the_others_stays() {
        life.left("1");
        parts.clock.advance(Duration.ofDays(7).minusMillis(1));
        life.clean();
        assertThat(kept("1")).isEqualTo(4);

        parts.clock.advance(Duration.ofMillis(1));
        life.clean();

        assertThat(kept("1")).isZero();
        assertThat(kept("2")).isEqualTo(4);
        assertThat(parts.documents.names(new Scope(Optional.of("1")))).isEmpty();
        assertThat(parts.documents.names(new Scope(Optional.of("2")))).hasSize(1);
        assertThat(parts.data.leftBefore(parts.clock.millis())).isEmpty();
    }

    @Test
    void a_server_that_cannot_be_deleted_does_not_keep_the_others() {
        undeletable = "1";
        life.left("1");
        life.left("2");
        parts.clock.advance(Duration.ofDays(31));
        life.clean();

        assertThat(kept("1")).isEqualTo(3);
        assertThat(parts.gaps.of("1", Instant.EPOCH, 9)).isEmpty();
        assertThat(kept("2")).isZero();

        undeletable = "";
        life.clean();
        assertThat(kept("1")).isZero();
    }

    @Test
    void once_connected_the_answers_of_the_servers_that_are_there_are_made_ready_off_the_event_thread() {
        parts.ahead.clear();

        life.connected(server -> server.equals("1") ? Presence.IN : Presence.UNKNOWN);

        assertThat(parts.ahead).hasSize(1);
    }

    @Test
    void a_server_that_took_the_bot_back_in_time_keeps_all() {
        life.left("1");
        parts.clock.advance(Duration.ofDays(6));
        life.joined("1");
        parts.clock.advance(Duration.ofDays(6));
        life.clean();

        assertThat(kept("1")).isEqualTo(4);
    }

    @Test
    void a_removal_while_the_bot_was_away_is_noticed_and_counts_from_then_on() {
        life.connected(server -> server.equals("2") ? ServerWatch.Presence.IN : ServerWatch.Presence.GONE);
        parts.clock.advance(Duration.ofDays(6));
        life.connected(server -> server.equals("2") ? ServerWatch.Presence.IN : ServerWatch.Presence.GONE);
        parts.clock.advance(Duration.ofDays(1));
        life.clean();

        assertThat(kept("1")).isZero();
        assertThat(kept("2")).isEqualTo(4);
    }

    @Test
    void who_is_there_again_at_the_next_connection_keeps_all() {
        life.left("1");
        life.connected(server -> ServerWatch.Presence.IN);
        parts.clock.advance(Duration.ofDays(20));
        life.clean();

        assertThat(kept("1")).isEqualTo(4);
    }

    @Test
    void what_was_kept_long_enough_goes_and_the_servers_own_stays() {
        parts.clock.advance(Duration.ofDays(31));
        life.clean();

        assertThat(parts.gaps.of("1", Instant.EPOCH, 9)).isEmpty();
        assertThat(kept("1")).isEqualTo(3);
    }

    @Test
    void a_time_to_keep_something_is_not_negative() {
        assertThatThrownBy(() -> new Retention(Duration.ofDays(-1), Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void forgotten(String server) {
        if (server.equals(undeletable)) {
            throw new UncheckedIOException(new IOException("a file is in use"));
        }
    }

    private int kept(String server) {
        return parts.documentStore.of(new Scope(Optional.of(server))).size()
                + parts.corrections.of(server).size()
                + parts.rules.kept(server).size()
                + parts.gaps.of(server, Instant.EPOCH, 9).size();
    }
}
