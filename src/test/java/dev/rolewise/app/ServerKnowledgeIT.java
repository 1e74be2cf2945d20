package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Modal;
import dev.rolewise.loopback.Server;
import dev.rolewise.loopback.Upload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server's own guides and corrections, insights and settings, in the whole bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerKnowledgeIT {
    private static final String GUIDE = """
            # Study group

            The study group meets every Tuesday at 7 pm UTC in the voice channel.
            Recordings of the meetings are kept for ninety days.
            """;
    private static final String WHEN = "When does the study group meet?";

    private Path startedIn;
    private Path dataFolder;
    private RunningBot bot;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        startedIn = folder;
        dataFolder = folder.resolve("data");
        bot = RunningBot.start(
                dataFolder, Map.of("ROLEWISE_LIMITS_MEMBER_MINUTE", "1000", "ROLEWISE_LIMITS_MEMBER_IN_FLIGHT", "10"));
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
    void a_guide_is_added_asked_and_removed() {
        Server here = bot.discord.server("Guides");
        Member manager = manager(here);
        Member mia = member("mia", here);
        assertThat(ask(mia, WHEN).text()).doesNotContain("Tuesday");

        Message preview = add(manager, "study.md", GUIDE);
        assertThat(preview.ephemeral()).isTrue();
        assertThat(preview.text()).contains("Study group").contains("Tuesday").contains("1 passage");
        assertThat(ask(mia, WHEN).text()).doesNotContain("Tuesday");

        assertThat(bot.answeredInTime(manager.press(preview, "Use it")).text()).contains("counts from now on");
        Message answer = ask(mia, WHEN);
        assertThat(answer.text()).contains("Tuesday at 7 pm").contains("server guide: Study group");
        assertThat(bot.answeredInTime(mia.press(answer, "Show evidence")).text())
                .contains("every Tuesday");

        Message removed = bot.answeredInTime(manager.slash("knowledge remove", input("document", "Study group")));
        assertThat(removed.text()).contains("is out");
        assertThat(ask(mia, WHEN).text()).doesNotContain("Tuesday");

        bot.answeredInTime(manager.press(removed, "Put it back"));
        assertThat(ask(mia, WHEN).text()).contains("Tuesday");
    }

    @Test
    void what_the_command_line_adds_and_removes_counts_in_the_running_bot_within_moments() throws Exception {
        Member mia = member("mia", bot.discord.server("Operator"));
        Files.writeString(startedIn.resolve("pond.md"), "# Pond\n\nThe pond is drained every Thursday at dawn.\n");
        String when = "When is the pond drained?";
        assertThat(ask(mia, when).text()).doesNotContain("Thursday");

        atTerminal("knowledge", "add", "pond.md");
        await().untilAsserted(() -> assertThat(ask(mia, when).text()).contains("Thursday at dawn"));

        atTerminal("knowledge", "remove", "Pond");
        await().untilAsserted(() -> assertThat(ask(mia, when).text()).doesNotContain("Thursday"));

        atTerminal("knowledge", "undo", "Pond");
        await().untilAsserted(() -> assertThat(ask(mia, when).text()).contains("Thursday at dawn"));
        atTerminal("knowledge", "remove", "Pond");
    }

    /** Runs a command beside the bot, which alone brings its index to the record: the fake wiring loads no language model. */
    private void atTerminal(String... args) {
        ProgramRun run = ProgramRun.of(
                startedIn, new FakeWiring(), "", OptionalInt.empty(), Map.of("ROLEWISE_LOG_LEVEL", "error"), args);
        assertThat(run.status).as(String.join("\n", run.err)).isZero();
    }

    @Test
    void what_one_server_knows_is_told_in_no_other() {
        Server one = bot.discord.server("One");
        Server two = bot.discord.server("Two");
        use(manager(one), "one.md", "The zanzibar code of our greenhouse is 4711 and the door is green.");
        use(manager(two), "two.md", "The wombat code of our greenhouse is 4712 and the door is red.");
        Member spy = manager(two);

        for (String question :
                List.of("What is the zanzibar code of the greenhouse?", "What is the code of the greenhouse door?")) {
            assertThat(ask(member("sam", one), question).text())
                    .contains("zanzibar")
                    .doesNotContain("wombat");
            assertThat(ask(spy, question).text()).doesNotContain("4711").doesNotContain("is green");
            assertThat(ask(member("dana", one).direct(), question).text()).doesNotContain("471");
        }
        assertThat(bot.answeredInTime(spy.slash("knowledge list")).text()).doesNotContain("one");
        assertThat(bot.answeredInTime(spy.slash("knowledge test", input("question", "zanzibar code of the greenhouse")))
                        .text())
                .doesNotContain("4711");
        assertThat(bot.answeredInTime(spy.slash("knowledge show", input("document", "one")))
                        .text())
                .contains("not there");
        assertThat(bot.answeredInTime(spy.slash("corrections list")).text()).doesNotContain("zanzibar");
        assertThat(bot.answeredInTime(spy.slash("insights")).text()).doesNotContain("4711");
        assertThat(spy.autocomplete("knowledge show", "document", "").choices())
                .noneMatch(c -> c.name().contains("one"));
    }

    @Test
    void where_nothing_answers_the_servers_nearest_answer_is_shown_below_its_question_and_the_gap_stays() {
        Server here = bot.discord.server("Seeds");
        Member manager = manager(here);
        Member mia = member("mia", here);
        Message open = ask(mia, "Where do we swap seeds?");
        Message details = bot.answeredInTime(manager.press(open, "Details"));
        Modal form = manager.press(details, "Correct this answer").modal();
        bot.answeredInTime(manager.submit(
                form, input("question", form.fields().get(0).value()), input("answer", "In #greenhouse, on Sundays.")));

        assertThat(ask(mia, "somebody said there is a corner for exchanging seed packets")
                        .text())
                .contains("To “Where do we swap seeds?” this server answers:", "In #greenhouse");
        assertThat(ask(mia, "What skills do AI engineers need?").text()).doesNotContain("greenhouse");
        await().until(() -> bot.answeredInTime(manager.slash("insights")), m -> m.text()
                .contains("exchanging seed packets"));
    }

    @Test
    void what_is_missed_shows_in_insights_and_gets_an_answer_that_paraphrases_get_too() {
        Server here = bot.discord.server("Insights");
        Member manager = manager(here);
        Member mia = member("mia", here);
        String question = "Do AI engineers need a work permit for Japan?";
        Message open = ask(mia, question);
        bot.answeredInTime(mia.press(open, button(open, ":down:")));

        Message insights = await().until(() -> bot.answeredInTime(manager.slash("insights")), m -> m.text()
                .contains("Japan"));
        Modal form = manager.press(insights, "Write an answer to 1").modal();
        assertThat(form.fields().get(0).value()).contains("Japan");
        Message written = bot.answeredInTime(manager.submit(
                form,
                input("question", form.fields().get(0).value()),
                input("answer", "Yes: ask our #relocation team.")));
        assertThat(written.text()).contains("From now on");

        assertThat(ask(mia, question).text())
                .contains("ask our #relocation team")
                .contains("this server's own answer");
        assertThat(ask(mia, "do AI engineers need work permits for japan??").text())
                .contains("ask our #relocation team");
        Message near = ask(mia, "Which work permit does an AI engineer need for Japan?");
        assertThat(near.text())
                .contains("To “Do AI engineers need a work permit for Japan?” this server answers")
                .contains("relocation team");
        assertThat(near.buttons()).noneMatch(b -> b.label().equals("Show evidence"));
        assertThat(ask(mia, "Do ML engineers need a work permit for Japan?").text())
                .doesNotContain("relocation");
        assertThat(ask(member("sam", bot.discord.server("Elsewhere")), question).text())
                .doesNotContain("relocation");

        bot.answeredInTime(manager.press(written, "Undo"));
        assertThat(ask(mia, question).text()).doesNotContain("relocation");
    }

    @Test
    void a_server_is_taught_by_what_its_members_miss() {
        Server here = bot.discord.server("Teaching");
        Member manager = manager(here);
        Member mia = member("mia", here);
        use(manager, "study.md", GUIDE);
        Message answer = ask(mia, "Who leads the study group?");
        assertThat(answer.text()).contains("study group").doesNotContain("Tamsin");

        bot.answeredInTime(mia.press(answer, button(answer, ":down:")));
        Message insights = await().until(() -> bot.answeredInTime(manager.slash("insights")), m -> m.text()
                .contains("leads the study"));
        assertThat(insights.text()).contains("👎");
        Modal form = manager.press(insights, "Write an answer to 1").modal();
        bot.answeredInTime(manager.submit(
                form, input("question", form.fields().get(0).value()), input("answer", "Tamsin leads it.")));

        assertThat(ask(mia, "who leads the study group here").text()).contains("Tamsin");
        assertThat(bot.answeredInTime(manager.slash("insights")).text()).doesNotContain("leads the study");
        String which = manager.autocomplete("corrections withdraw", "which", "leads")
                .choices()
                .get(0)
                .name();
        bot.answeredInTime(manager.slash("corrections withdraw", input("which", which)));
        assertThat(ask(mia, "Who leads the study group?").text())
                .doesNotContain("Tamsin")
                .contains("server guide: Study group");
        bot.answeredInTime(manager.slash("knowledge remove", input("document", "Study group")));
        assertThat(ask(mia, "Who leads the study group?").text())
                .doesNotContain("Tamsin")
                .doesNotContain("Study group ·")
                .doesNotContain("server guide");
    }

    @Test
    void an_answer_is_corrected_from_its_details_by_managers_alone() {
        Server here = bot.discord.server("Corrections");
        Member manager = manager(here);
        Message answer = ask(member("mia", here), "What tools do ML engineers use?");
        Message details = bot.answeredInTime(manager.press(answer, "Details"));
        assertThat(bot.answeredInTime(member("mia", here).press(answer, "Details"))
                        .buttons())
                .isEmpty();

        Modal form = manager.press(details, "Correct this answer").modal();
        bot.answeredInTime(manager.submit(
                form, input("question", form.fields().get(0).value()), input("answer", "Here we use only spades.")));

        assertThat(ask(member("tom", here), "which tools do ML engineers use").text())
                .contains("only spades");
        assertThat(ask(member("tom", here), "Which tools do AI engineers use?").text())
                .doesNotContain("spades");
        assertThat(bot.answeredInTime(manager.slash("corrections list")).text()).contains("only spades");
    }

    @Test
    void settings_choose_channels_and_privacy_and_who_may_not_manage_is_declined() {
        Server here = bot.discord.server("Settings");
        Member manager = manager(here);
        Member mia = member("mia", here);
        String elsewhere = "123456789012345678";
        bot.answeredInTime(
                manager.slash("settings set", input("setting", "channels"), input("value", "<#" + elsewhere + ">")));
        assertThat(ask(mia, WHEN).text()).contains("Please ask me in").contains(elsewhere);

        bot.answeredInTime(manager.slash("settings reset", input("setting", "channels")));
        bot.answeredInTime(manager.slash("settings set", input("setting", "replies"), input("value", "private")));
        Message quiet = ask(mia, "What tools do ML engineers use?");
        assertThat(quiet.ephemeral()).isTrue();
        Message shared = bot.answeredInTime(mia.press(quiet, "Share with everybody"));
        assertThat(shared.ephemeral()).isFalse();

        assertThat(bot.answeredInTime(
                                manager.slash("settings set", input("setting", "replies"), input("value", "loud")))
                        .text())
                .contains("public, private");
        assertThat(bot.answeredInTime(mia.overridingCommandPermissions().slash("settings show"))
                        .text())
                .contains("may manage this server");
    }

    private Message ask(Member member, String question) {
        return bot.answeredInTime(member.slash("ask", input("question", question)));
    }

    private static String button(Message answer, String part) {
        return answer.buttons().stream()
                .map(b -> b.customId())
                .filter(id -> id.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private Message add(Member manager, String name, String text) {
        Upload file = new Upload(name, "text/markdown", text.getBytes(StandardCharsets.UTF_8));
        return manager.slash("knowledge add", input("file", file))
                .reply(message -> !message.text().startsWith("⏳"), "a preview");
    }

    private void use(Member manager, String name, String text) {
        bot.answeredInTime(manager.press(add(manager, name, text), "Use it"));
    }

    private Member manager(Server server) {
        return member("manager of " + server.name(), server).withPermissions(Member.MANAGE_SERVER);
    }

    private Member member(String name, Server server) {
        return bot.discord.member(name).in(server);
    }
}
