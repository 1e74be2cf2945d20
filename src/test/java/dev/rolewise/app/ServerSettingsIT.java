package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.loopback.Choice;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.LoopbackSettings;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Server;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What those who manage a server set, in the whole bot: each setting does what it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerSettingsIT {
    private static final String TOOLS = "What tools do ML engineers use?";

    private RunningBot bot;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        bot = RunningBot.start(
                LoopbackDiscord.start(LoopbackSettings.defaults().tellingOfServers()),
                folder,
                Map.of("ROLEWISE_LIMITS_MEMBER_MINUTE", "1000", "ROLEWISE_LIMITS_MEMBER_IN_FLIGHT", "10"));
    }

    @AfterEach
    void discord_had_nothing_to_object() {
        assertThat(bot.violations()).isEmpty();
    }

    @AfterAll
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void an_answer_starts_a_thread_in_which_a_follow_up_is_understood() {
        Server here = bot.discord.server("Threads");
        Member mia = bot.discord.member("mia").in(here);
        assertThat(bot.discord.hasThread(ask(mia, TOOLS))).isFalse();
        set(here, "threads", "on");

        Message answer = ask(mia, TOOLS);
        Member inThread = mia.inThread(answer);

        assertThat(inThread.placeName()).isEqualTo(TOOLS);
        await().untilAsserted(() ->
                assertThat(ask(inThread, "And AI engineers?").text()).contains("AI engineer"));
        assertThat(bot.discord.hasThread(ask(inThread, TOOLS))).isFalse();
        assertThat(ask(mia.direct(), TOOLS).text()).isNotBlank();
    }

    @Test
    void without_the_permission_the_answer_simply_stands_in_the_channel() {
        Server here = bot.discord.server("No threads");
        bot.discord.withoutThreads(here);
        set(here, "threads", "on");

        Message answer = ask(bot.discord.member("mia").in(here), TOOLS);

        assertThat(answer.text()).contains("ML engineer");
        assertThat(bot.discord.hasThread(answer)).isFalse();
    }

    @Test
    void a_thread_of_a_chosen_channel_is_such_a_place_too() {
        Server here = bot.discord.server("Channels");
        Member mia = bot.discord.member("mia").in(here);
        set(here, "threads", "on");
        Message answer = ask(mia, TOOLS);
        Member inThread = mia.inThread(answer);
        set(here, "channels", "<#" + answer.channelId() + ">");

        assertThat(ask(inThread, TOOLS).text()).doesNotContain("Please ask me in");
        assertThat(ask(mia.inChannel("elsewhere"), TOOLS).text()).contains("Please ask me in");
    }

    @Test
    void a_limit_of_the_server_is_kept_and_cannot_pass_what_the_operator_allows() {
        Server here = bot.discord.server("Limits");
        Member mia = bot.discord.member("mia").in(here);
        assertThat(set(here, "member-day", "101")).contains("allows at most 100");
        assertThat(set(here, "member-hour", "none or so")).contains("Write a whole number");
        assertThat(set(here, "budget-day-usd", "1.01")).contains("allows at most $1.00");
        assertThat(set(here, "budget-day-usd", "0.25")).contains("$0.25 (whoever runs me allows $1.00)");
        assertThat(set(here, "member-hour", "1")).contains("member-hour").contains("1 (whoever runs me allows 100)");

        ask(mia, TOOLS);

        assertThat(ask(mia, TOOLS).text()).contains("1 question here in the last hour");
        assertThat(ask(bot.discord.member("tom").in(here), TOOLS).text()).contains("ML engineer");
        assertThat(ask(mia.in(bot.discord.server("Other")), TOOLS).text()).contains("ML engineer");
        set(here, "member-hour", "none");
        set(here, "server-day", "2");
        assertThat(ask(mia, TOOLS).text()).contains("This server has asked 2 questions today");
    }

    @Test
    void values_are_suggested_for_the_setting_that_is_chosen() {
        Member manager = manager(bot.discord.server("Suggestions"));

        assertThat(manager.autocomplete("settings set", "value", "", input("setting", "threads"))
                        .choices())
                .extracting(Choice::name)
                .containsExactly("on", "off");
        assertThat(manager.autocomplete("settings set", "setting", "budget").choices())
                .extracting(Choice::name)
                .containsExactly("budget-day-usd", "budget-day-calls");
    }

    private Message ask(Member member, String question) {
        return bot.answeredInTime(member.slash("ask", input("question", question)));
    }

    private String set(Server server, String setting, String value) {
        return bot.answeredInTime(
                        manager(server).slash("settings set", input("setting", setting), input("value", value)))
                .text();
    }

    private Member manager(Server server) {
        return bot.discord.member("manager").in(server).withPermissions(Member.MANAGE_SERVER);
    }
}
