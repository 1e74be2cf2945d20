package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.ActionSeal;
import dev.rolewise.knowledge.Quiz;
import dev.rolewise.loopback.Acknowledgement;
import dev.rolewise.loopback.Button;
import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.testing.Packs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The quiz on Discord, from the whole bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FitOnDiscordIT {
    private static final Quiz PATH = Packs.shipped().quiz("path").orElseThrow();
    private static final Quiz HIRING = Packs.shipped().quiz("hiring").orElseThrow();
    private static final int QUESTIONS = PATH.questions().size();

    private RunningBot bot;

    @BeforeAll
    void start(@TempDir Path dataFolder) throws Exception {
        bot = RunningBot.start(dataFolder);
    }

    @AfterEach
    void discord_had_nothing_to_object() {
        assertThat(bot.violations()).isEmpty();
    }

    @AfterAll
    void stop() throws Exception {
        bot.close();
    }

    private Member member(String name) {
        return bot.discord.member(name);
    }

    private Message begun(Member member) {
        return bot.answeredInTime(member.slash("fit"));
    }

    private Message pressed(Member member, Message message, String label) {
        return bot.answeredInTime(member.press(message, label));
    }

    private Message answered(Member member, Message message, String label, int times) {
        Message page = message;
        for (int i = 0; i < times; i++) {
            page = pressed(member, page, label);
        }
        return page;
    }

    private static String at(int question) {
        return "Question " + question + " of " + QUESTIONS;
    }

    private static List<String> labels(Message message) {
        return message.buttons().stream().map(Button::label).toList();
    }

    private static List<String> marked(Message message) {
        return message.buttons().stream()
                .filter(button -> button.style() == 1)
                .map(Button::label)
                .toList();
    }

    private static boolean isResult(Message message) {
        return PATH.outcomes().stream()
                .anyMatch(outcome -> message.text().startsWith("### " + outcome.title())
                        || message.text().contains(outcome.title()));
    }

    @Test
    void the_whole_quiz_is_one_private_message_with_ways_back_and_to_the_start() {
        Member alice = member("alice");
        Exchange asked = alice.slash("fit");
        Message first = bot.answeredInTime(asked);
        assertThat(asked.ephemeral()).isTrue();
        assertThat(first.text()).contains(at(1), PATH.questions().get(0).text(), "I store nothing");
        assertThat(labels(first)).doesNotContain("Back", "Restart");

        Exchange press = alice.press(first, "A");
        Message second = bot.answeredInTime(press);
        assertThat(press.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_UPDATE);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.text()).contains(at(2), PATH.questions().get(1).text());

        Message back = pressed(alice, second, "Back");
        assertThat(back.text()).contains(at(1));
        assertThat(marked(back)).containsExactly("A");

        Message third = answered(alice, back, "B", 2);
        assertThat(third.text()).contains(at(3));
        Message again = pressed(alice, third, "Restart");
        assertThat(again.text()).contains(at(1));
        assertThat(marked(again)).isEmpty();

        Message result = answered(alice, again, "A", QUESTIONS);
        assertThat(result.id()).isEqualTo(first.id());
        assertThat(isResult(result)).isTrue();
        assertThat(result.text()).contains("\\[1]").containsPattern("\\d+%");
        assertThat(result.attachments()).singleElement().satisfies(picture -> assertThat(picture.description())
                .contains("%"));
        assertThat(pressed(alice, result, "Why?").text()).contains("our note on");
    }

    @Test
    void the_quiz_is_taken_again_with_the_last_answers_filled_in() {
        Member ben = member("ben");
        Message result = answered(ben, begun(ben), "B", QUESTIONS);

        Message again = pressed(ben, result, "Change my answers");
        assertThat(again.text()).contains(at(1));
        assertThat(marked(again)).containsExactly("B");
        Message changed = pressed(ben, again, "A");
        assertThat(isResult(pressed(ben, changed, "To the result"))).isTrue();
    }

    @Test
    void two_members_at_once_do_not_meet() {
        Member one = member("one");
        Member two = member("two");
        Message ones = begun(one);
        Message twos = begun(two);
        for (int i = 0; i < QUESTIONS; i++) {
            Exchange a = one.press(ones, "A");
            Exchange b = two.press(twos, "B");
            ones = bot.answeredInTime(a);
            twos = bot.answeredInTime(b);
        }

        assertThat(isResult(ones)).isTrue();
        assertThat(isResult(twos)).isTrue();
        assertThat(ones.text()).isNotEqualTo(twos.text());
    }

    @Test
    void a_button_of_somebody_else_is_refused_kindly_and_changes_nothing() {
        Member owner = member("owner");
        Member other = member("other");
        Message owners = pressed(owner, begun(owner), "A");
        Message others = begun(other);

        Exchange foreign = other.forge(others, owners.button("B").customId());

        assertThat(foreign.followUp(0).ephemeral()).isTrue();
        assertThat(foreign.followUp(0).text()).contains("belongs to somebody else", "/fit");
        assertThat(pressed(other, others, "A").text()).contains(at(2));
        assertThat(pressed(owner, owners, "B").text()).contains(at(3));
    }

    @Test
    void a_forged_button_is_refused_kindly() {
        Member mallory = member("mallory");
        Message first = begun(mallory);
        String id = first.button("A").customId();
        List<String> forgeries = List.of(
                id.replace("/a--", "/b--"),
                id.substring(0, id.length() - 1),
                "fit:go:",
                "fit:share:" + id.substring(7),
                "fit:go:x");

        for (String forged : forgeries) {
            assertThat(forged).isNotEqualTo(id);
            Exchange press = mallory.forge(first, forged);
            assertThat(press.followUp(0).text()).contains("Run /fit to start again");
            assertThat(press.followUp(0).ephemeral()).isTrue();
        }
        assertThat(pressed(mallory, first, "A").text()).contains(at(2));
    }

    @Test
    void a_button_of_an_older_version_of_the_quiz_offers_to_start_again() {
        Member olga = member("olga");
        Message first = begun(olga);
        ActionSeal seal = new ActionSeal(SealKey.of(RunningBot.TOKEN));
        String state = "path/" + "0".repeat(6) + "/" + "-".repeat(QUESTIONS) + "/0";

        Message told = bot.answeredInTime(olga.forge(first, "fit:go:" + seal.seal("fit:go", olga.id(), state)));

        assertThat(told.text()).contains("changed since");
        assertThat(pressed(olga, told, "Start again").text()).contains(at(1));
    }

    @Test
    void a_restart_of_the_bot_in_the_middle_loses_nothing() throws Exception {
        Member rita = member("rita");
        Message half = answered(rita, begun(rita), "A", 4);

        bot.restart();

        Message next = pressed(rita, half, "A");
        assertThat(next.text()).contains(at(6));
        assertThat(isResult(answered(rita, next, "A", QUESTIONS - 5))).isTrue();
    }

    @Test
    void a_result_is_seen_by_others_only_once_it_is_shared_and_leads_them_to_the_quiz() {
        Member sara = member("sara");
        Member tom = member("tom");
        Message result = answered(sara, begun(sara), "A", QUESTIONS);
        assertThat(tom.sees()).extracting(Message::id).doesNotContain(result.id());

        Message shared = pressed(sara, result, "Share");
        assertThat(shared.ephemeral()).isFalse();
        assertThat(tom.sees()).extracting(Message::id).contains(shared.id());
        assertThat(shared.text()).contains(PATH.title()).containsPattern("\\d+%");
        PATH.questions().forEach(question -> assertThat(shared.text())
                .doesNotContain(question.options().get(0).text()));
        assertThat(shared.attachments()).hasSize(1);

        Exchange taken = tom.press(shared, "Take the quiz");
        assertThat(bot.answeredInTime(taken).text()).contains(at(1));
        assertThat(taken.ephemeral()).isTrue();
    }

    @Test
    void the_other_quiz_has_an_outcome_for_both_and_the_sources_two_minds_about_who_comes_first() {
        Member hans = member("hans");
        Message page = bot.answeredInTime(hans.slash("fit", input("quiz", "hiring")));
        assertThat(page.text()).contains(HIRING.questions().get(0).text());
        for (int i = 0; i < HIRING.questions().size(); i++) {
            page = pressed(hans, page, i % 2 == 0 ? "A" : "B");
        }

        assertThat(HIRING.outcomes().stream().map(Quiz.Outcome::title)).anyMatch(page.text()::contains);
    }

    @Test
    void a_quiz_that_is_not_there_gets_those_that_are() {
        Member uma = member("uma");
        Message told = bot.answeredInTime(uma.slash("fit", input("quiz", "@everyone")));

        assertThat(told.pings()).isEmpty();
        assertThat(labels(told)).containsExactly(PATH.title(), HIRING.title());
        assertThat(pressed(uma, told, HIRING.title()).text()).contains("Question 1 of 5");
    }
}
