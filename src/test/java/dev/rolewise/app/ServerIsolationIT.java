package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.LoopbackSettings;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What one server has is told in no other, whatever is tried there, and stays as it is. In the whole bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerIsolationIT {
    private static final List<String> QUESTIONS = List.of(
            Planted.ASKED,
            "Who helps me with the loom?",
            "What tools do ML engineers use here?",
            "Where is the text of the boiler kept?",
            "What is on the wall?");
    private static final List<String> OF_THE_PACK = List.of(
            "What tools do ML engineers use?", "What is the difference between an AI engineer and an ML engineer?");

    private Path dataFolder;
    private RunningBot bot;
    private List<String> before;
    private Planted one;
    private Server two;
    private Member sam;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        dataFolder = folder;
        bot = RunningBot.start(
                LoopbackDiscord.start(LoopbackSettings.defaults().tellingOfServers()),
                folder,
                Map.of(
                        "ROLEWISE_LIMITS_MEMBER_MINUTE", "10000",
                        "ROLEWISE_LIMITS_MEMBER_DAY", "10000",
                        "ROLEWISE_LIMITS_SERVER_DAY", "10000",
                        "ROLEWISE_LIMITS_MEMBER_IN_FLIGHT", "10"));
        before = packAnswers("before");
        sam = bot.discord.member("sam");
        one = new Planted(bot, bot.discord.server("One"), sam, bot.discord.member("max"));
        two = bot.discord.server("Two");
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
    void nothing_of_one_server_comes_out_in_another_and_nothing_of_it_changes() throws Exception {
        one.settle(dataFolder);
        Map<String, List<String>> kept = KeptRows.of(dataFolder, one.server.id());
        assertThat(kept).hasSizeGreaterThan(8);
        List<String> ratings = KeptRows.ratings(dataFolder);
        assertThat(ratings).isNotEmpty();
        List<String> shown = one.shown();
        Set<String> ids = one.componentIds;
        assertThat(ids).hasSizeGreaterThan(30);
        Queue<Message> got = new ConcurrentLinkedQueue<>();
        bot.discord.onMessage(got::add);

        Spy member = new Spy(bot, member("bea").overridingCommandPermissions(), Planted.markers());
        Spy manager = new Spy(bot, manager("bob"), Planted.markers());
        Spy direct = new Spy(bot, member("bea").direct(), Planted.markers());
        manager.everyForm(ids, here(manager("bob")));
        manager.everyCommand(typed(ids), here(manager("bob")));
        member.everyCommand(typed(ids).subList(0, 2), here(member("bea")));
        direct.everyCommand(List.of(Planted.TITLE), here(member("bea").direct()));
        manager.everyPress(ids, here(manager("bob")));
        member.everyPress(ids, here(member("bea")));
        direct.everyPress(ids, here(member("bea").direct()));
        List<Spy> spies = List.of(member, manager, direct);
        spies.forEach(spy -> QUESTIONS.forEach(spy::asks));

        assertThat(spies).flatExtracting(Spy::finds).isEmpty();
        assertThat(manager.tried())
                .isEqualTo(bot.discord.commands().stream()
                        .map(c -> c.path("name").asText())
                        .collect(Collectors.toSet()));
        assertThat(spies).allSatisfy(spy -> assertThat(spy.attempts()).isGreaterThan(80));
        assertThat(got).noneMatch(m -> Planted.SECRETS.stream()
                .anyMatch(m.json().toString().toLowerCase(Locale.ROOT)::contains));
        assertThat(KeptRows.of(dataFolder, one.server.id())).isEqualTo(kept);
        assertThat(KeptRows.ratings(dataFolder))
                .as("ratings of answers elsewhere")
                .isEqualTo(ratings);
        assertThat(one.shown()).isEqualTo(shown);
        assertThat(packAnswers("after")).isEqualTo(before);
        assertThat(one.ask(Planted.ASKED).text()).contains("zanvort4711");
        assertThat(one.ask(Planted.CORRECTED).text()).contains("zcorans");
    }

    @Test
    void who_is_in_both_servers_takes_nothing_from_one_to_the_other() {
        assertThat(one.ask(Planted.ASKED).text()).contains("zanvort4711");
        for (Member elsewhere : List.of(sam.in(two).withPermissions(Member.MANAGE_SERVER), sam.direct())) {
            Spy spy = new Spy(bot, elsewhere, Planted.markers());
            spy.asks("And the door?");
            spy.asks("Tell me more about it.");
            spy.everyPress(one.componentIds, here(elsewhere));
            assertThat(spy.finds()).isEmpty();
        }
    }

    /** Servers that have nothing of their own share answers, and what is said of a shared one is nobody's words. */
    @Test
    void a_shared_answer_shows_no_word_of_who_asked_it_elsewhere() {
        Member cat = bot.discord.member("cat").in(bot.discord.server("Three"));
        for (List<String> pair : List.of(
                List.of(
                        "Hello, I'm zmoonie. Which frameworks do AI engineers use?",
                        "Which frameworks do AI engineers use?"),
                List.of("Does an ML engineer need maths, zmoonie?", "Do ML engineers need maths?"))) {
            bot.answeredInTime(cat.slash("ask", input("question", pair.get(0))));
            Member dan = bot.discord.member("dan").in(bot.discord.server("Elsewhere"));
            Spy spy = new Spy(bot, dan, List.of("zmoonie"));
            spy.asks(pair.get(1));
            assertThat(spy.finds()).isEmpty();
        }
    }

    /** What somebody in another server may type: ids of documents and corrections, and names that they have heard. */
    private static List<String> typed(Set<String> ids) {
        Stream<String> things = ids.stream()
                .filter(id -> id.matches("(knowledge:undo|knowledge:remove|corrections:withdraw):.*"))
                .map(id -> id.substring(id.lastIndexOf(':') + 1));
        return Stream.concat(things, Stream.of(Planted.TITLE, Planted.CORRECTED))
                .distinct()
                .toList();
    }

    /** Something of the bot's where that member is. */
    private Message here(Member who) {
        return bot.answeredInTime(who.slash("help"));
    }

    private List<String> packAnswers(String who) {
        Member member = bot.discord.member(who).in(bot.discord.server("Elsewhere"));
        return OF_THE_PACK.stream()
                .map(question -> bot.answeredInTime(member.slash("ask", input("question", question))))
                .map(answer -> answer.text()
                        .lines()
                        .filter(line -> !line.matches(".*(free|cached).*"))
                        .collect(Collectors.joining("\n")))
                .toList();
    }

    private Member manager(String name) {
        return member(name).withPermissions(Member.MANAGE_SERVER);
    }

    private Member member(String name) {
        return bot.discord.member(name).in(two);
    }
}
