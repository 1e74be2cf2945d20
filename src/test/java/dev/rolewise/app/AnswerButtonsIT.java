package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.loopback.Button;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Modal;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseFeedbackLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the buttons below an answer do, in the whole bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerButtonsIT {
    private static final String ML_TOOLS = "What tools do ML engineers use?";
    private static final Path PACK = Path.of("config", "knowledge", "ai-careers");

    private Path dataFolder;
    private RunningBot bot;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        dataFolder = folder;
        bot = RunningBot.start(folder);
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
    void follow_up_is_answered_for_the_other_role() {
        Member flora = member("flora");
        Message answer = asked(flora);
        Modal form = flora.press(answer, "Ask a follow-up").modal();

        Message next = bot.answeredInTime(flora.submit(form, input("input", "and the AI engineer?")));

        assertThat(next.id()).isNotEqualTo(answer.id());
        assertThat(next.ephemeral()).isFalse();
        assertThat(next.text()).contains("AI engineers").contains("· Tools").doesNotContain("XGBoost");
    }

    @Test
    void follow_up_of_somebody_else_starts_from_the_answer_that_it_stands_below() {
        Message answer = asked(member("first"));
        Member second = member("second");
        Modal form = second.press(answer, "Ask a follow-up").modal();

        assertThat(bot.answeredInTime(second.submit(form, input("input", "and the AI engineer?")))
                        .text())
                .contains("AI engineers")
                .contains("· Tools");
    }

    @Test
    void evidence_is_shown_to_who_wants_it_alone_and_stands_in_the_pack_letter_by_letter() throws Exception {
        Message answer = asked(member("alice"));
        Message evidence = bot.answeredInTime(member("bob").press(answer, "Show evidence"));

        assertThat(evidence.ephemeral()).isTrue();
        assertThat(member("alice").sees()).extracting(Message::id).doesNotContain(evidence.id());
        assertThat(quotes(evidence)).isNotEmpty().isSubsetOf(statements());
        assertThat(quotes(evidence)).allMatch(quote -> answer.text().contains(quote.substring(0, quote.length() - 1)));
    }

    @Test
    void rating_is_kept_changed_and_taken_back() throws Exception {
        Member rita = member("rita");
        Message answer = asked(rita);

        assertThat(pressed(rita, answer, ":up:").text()).startsWith("Thank you");
        assertThat(rating(answer, rita)).contains(Rating.HELPFUL);
        assertThat(pressed(rita, answer, ":down:").text()).startsWith("Thank you for telling me");
        assertThat(rating(answer, rita)).contains(Rating.UNHELPFUL);
        assertThat(pressed(rita, answer, ":down:").text()).startsWith("Taken back");
        assertThat(rating(answer, rita)).isEmpty();
    }

    @Test
    void thanks_for_a_rating_are_for_the_member_who_gave_it() throws Exception {
        Message answer = asked(member("asker"));
        Member rater = member("rater");

        assertThat(pressed(rater, answer, ":up:").ephemeral()).isTrue();
        assertThat(rating(answer, rater)).contains(Rating.HELPFUL);
        assertThat(rating(answer, member("asker"))).isEmpty();
    }

    @Test
    void suggested_question_is_answered_when_it_is_pressed() {
        Message answer = asked(member("nina"));
        List<String> next = answer.buttons().stream()
                .filter(button -> button.customId().contains(":next:"))
                .map(Button::label)
                .toList();

        assertThat(next).hasSize(2).doesNotContain(ML_TOOLS);
        for (String question : next) {
            assertThat(bot.answeredInTime(member("nina").press(answer, question))
                            .text())
                    .contains("\\[1]");
        }
    }

    @Test
    void answer_is_deleted_by_who_asked_and_by_nobody_else() {
        Member dan = member("dan");
        Message answer = asked(dan);

        Message refused = bot.answeredInTime(member("eve").press(answer, "Delete"));
        assertThat(refused.ephemeral()).isTrue();
        assertThat(dan.sees()).extracting(Message::id).contains(answer.id());

        dan.press(answer, "Delete");
        await().untilAsserted(
                        () -> assertThat(dan.sees()).extracting(Message::id).doesNotContain(answer.id()));
    }

    @Test
    void buttons_of_an_old_answer_work_after_a_restart() throws Exception {
        Member old = member("old");
        Message answer = asked(old);
        Message before = bot.answeredInTime(old.press(answer, "Show evidence"));
        pressed(old, answer, ":up:");

        bot.restart();

        assertThat(bot.answeredInTime(old.press(answer, "Show evidence")).text())
                .isEqualTo(before.text());
        assertThat(pressed(old, answer, ":up:").text()).startsWith("Taken back");
    }

    private Member member(String name) {
        return bot.discord.member(name);
    }

    private Message asked(Member member) {
        return bot.answeredInTime(member.slash("ask", input("question", ML_TOOLS)));
    }

    private Message pressed(Member member, Message answer, String verb) {
        return bot.answeredInTime(member.press(answer, button(answer, verb)));
    }

    private static String button(Message answer, String verb) {
        return answer.buttons().stream()
                .map(Button::customId)
                .filter(id -> id.contains(verb))
                .findFirst()
                .orElseThrow();
    }

    /** Read by another connection, as an operator might. */
    private Optional<Rating> rating(Message answer, Member member) throws Exception {
        String up = button(answer, ":up:");
        try (Database database = Database.open(dataFolder)) {
            return new DatabaseFeedbackLog(database)
                    .ratingBy(up.substring(up.lastIndexOf(':') + 1).split("\\.")[0], member.id());
        }
    }

    private static List<String> quotes(Message evidence) {
        return evidence.text()
                .replace("\\", "")
                .lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
    }

    private static Set<String> statements() throws Exception {
        return PackLoader.load(PACK).sources().stream()
                .flatMap(source -> source.passages().stream())
                .flatMap(passage -> passage.statements().stream())
                .map(Statement::text)
                .collect(Collectors.toSet());
    }
}
