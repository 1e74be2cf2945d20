package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.loopback.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What goes, and when, where the bot was removed from a server: in the whole bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeftServerIT {
    private WatchedBot on;

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path redis) throws Exception {
        on = new WatchedBot(data, redis);
    }

    @AfterEach
    void discord_had_nothing_to_object() {
        assertThat(on.violations()).isEmpty();
    }

    @AfterAll
    void stop() throws Exception {
        on.close();
    }

    @Test
    void what_a_server_kept_goes_some_days_after_the_bot_was_removed_and_no_other_loses_anything() throws Exception {
        Server leaving = on.discord.server("Leaving");
        Server staying = on.discord.server("Staying");
        Server out = on.discord.server("Unavailable");
        List.of(leaving, staying, out).forEach(on::furnish);
        on.settled();
        Stream.of(leaving, staying)
                .forEach(server -> on.awaitShared(on.member("tia", server), WatchedBot.marker(server)));
        String folder = leaving.id();
        assertThat(on.filesWith(WatchedBot.marker(leaving))).anyMatch(file -> file.contains(folder));

        on.discord.outage(out);
        on.discord.removeBot(leaving);
        await().until(() -> on.left().contains(leaving.id()));
        on.clock.advance(Duration.ofDays(2).minusMinutes(1));
        on.clean();
        assertThat(on.filesWith(WatchedBot.marker(leaving))).isNotEmpty();
        on.clock.advance(Duration.ofMinutes(2));
        on.clean();

        assertThat(on.filesWith(WatchedBot.marker(leaving))).isEmpty();
        assertThat(on.filesWith(leaving.id())).isEmpty();
        assertThat(on.dataFolder.resolve("documents").resolve(leaving.id())).doesNotExist();
        await().until(() -> !on.inRedis(WatchedBot.marker(leaving)));
        assertThat(on.inRedis(WatchedBot.marker(staying))).isTrue();
        assertThat(on.filesWith(WatchedBot.marker(out))).isNotEmpty();
        assertThat(on.ask(on.member("tia", staying), "Where is the " + WatchedBot.marker(staying) + " kept?")
                        .text())
                .contains("behind the green door");
        assertThat(on.logged()).contains("deleted what was kept for server=" + leaving.id());
    }

    @Test
    void what_a_server_kept_stays_where_the_bot_is_back_in_time() throws Exception {
        Server back = on.discord.server("Back");
        on.furnish(back);
        on.discord.removeBot(back);
        await().until(() -> on.left().contains(back.id()));
        on.clock.advance(Duration.ofDays(1));

        on.ask(on.member("tia", back), "What tools do ML engineers use?");
        await().until(() -> !on.left().contains(back.id()));
        on.clock.advance(Duration.ofDays(2));
        on.clean();

        assertThat(on.ask(on.member("tia", back), "Where is the " + WatchedBot.marker(back) + " kept?")
                        .text())
                .contains("behind the green door");
    }

    @Test
    void a_server_that_was_left_while_the_bot_was_away_is_found_and_an_unavailable_one_is_not_taken_for_left()
            throws Exception {
        Server away = on.discord.server("Away");
        Server here = on.discord.server("Here");
        Server out = on.discord.server("Out");
        List.of(away, here, out).forEach(on::furnish);
        on.settled();

        on.restart(() -> on.discord.botIsIn(List.of(here), List.of(out)));
        await().until(() -> on.left().contains(away.id()));
        on.discord.botIsIn(List.of(), List.of());

        assertThat(on.left()).doesNotContain(here.id(), out.id());
        on.clock.advance(Duration.ofDays(2).plusMinutes(1));
        on.clean();
        assertThat(on.filesWith(WatchedBot.marker(away))).isEmpty();
        await().until(() -> !on.inRedis(WatchedBot.marker(away)));
        assertThat(on.filesWith(WatchedBot.marker(here))).isNotEmpty();
        assertThat(on.filesWith(WatchedBot.marker(out))).isNotEmpty();
    }
}
