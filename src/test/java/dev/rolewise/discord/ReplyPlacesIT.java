package dev.rolewise.discord;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.command.Form;
import dev.rolewise.loopback.Acknowledgement;
import dev.rolewise.loopback.Button;
import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.Input;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.LoopbackSettings;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Modal;
import dev.rolewise.loopback.Route;
import dev.rolewise.loopback.SelectMenu;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What replies show and where they stand, on a loopback Discord. */
class ReplyPlacesIT {
    private final BotOnLoopback loopback = new BotOnLoopback();
    private final LoopbackDiscord discord = loopback.discord;
    private final Member alice = loopback.alice;
    private final Member bob = loopback.bob;
    private final FakeShow show = loopback.show;

    @BeforeEach
    void start() throws Exception {
        loopback.bot.start();
    }

    @AfterEach
    void stop() throws Exception {
        loopback.close();
    }

    private static Input what(String value) {
        return input("what", value);
    }

    private Message steps() {
        return alice.slash("show", what("steps")).reply();
    }

    @Test
    void pictures_are_uploaded_with_their_alt_text_under_names_of_their_own() {
        Message shown = alice.slash("show", what("picture")).reply();

        assertThat(shown.attachments())
                .extracting(Message.Attachment::fileName)
                .containsExactly("map.png", "map-2.png");
        assertThat(shown.attachments()).allSatisfy(attachment -> {
            assertThat(attachment.description()).isEqualTo(FakeShow.ALT);
            assertThat(attachment.file().bytes()).isEqualTo(FakeShow.PICTURE);
        });
        assertThat(shown.components().findValuesAsText("description")).contains(FakeShow.ALT);
    }

    @Test
    void file_is_uploaded_as_it_is() {
        Message shown = alice.slash("show", what("file")).reply();

        assertThat(shown.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.fileName()).isEqualTo("table.csv");
            assertThat(attachment.file().bytes()).asString().isEqualTo(FakeShow.TABLE);
        });
    }

    @Test
    void marked_button_stands_out() {
        assertThat(steps().buttons())
                .filteredOn(button -> button.style() == 1)
                .extracting(Button::label)
                .containsExactly("Next");
    }

    @Test
    void choice_in_a_menu_reaches_the_command_and_its_reply_takes_the_place() {
        Message shown = steps();
        SelectMenu menu = shown.selects().get(0);
        assertThat(menu.placeholder()).isEqualTo("Pick two");
        assertThat(menu.least()).isEqualTo(1);
        assertThat(menu.most()).isEqualTo(2);
        assertThat(menu.options()).extracting(SelectMenu.Option::preselected).containsExactly(true, false, false);

        Exchange chosen = alice.select(shown, menu.customId(), "p", "q");

        assertThat(chosen.reply().text()).isEqualTo("Chosen: \\[p, q]");
        assertThat(chosen.reply().id()).isEqualTo(shown.id());
        assertThat(chosen.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_UPDATE);
    }

    @Test
    void message_is_changed_in_place_with_its_files_and_stays_deletable() {
        Message shown = steps();
        assertThat(shown.attachments()).hasSize(1);

        Message next = alice.press(shown, "Next").reply();
        assertThat(next.id()).isEqualTo(shown.id());
        assertThat(next.text()).isEqualTo("Step 1");
        assertThat(next.attachments()).isEmpty();
        assertThat(next.buttons()).extracting(Button::label).endsWith("Delete");

        Message third = alice.press(next, "Next").reply();
        assertThat(third.text()).isEqualTo("Step 2");
        assertThat(third.attachments()).hasSize(1);
        assertThat(alice.sees()).hasSize(1);
    }

    @Test
    void private_message_is_changed_in_place_and_stays_private() {
        Message shown =
                alice.slash("show", what("steps"), input("private", true)).reply();

        Message next = alice.press(shown, "Next").reply();

        assertThat(next.id()).isEqualTo(shown.id());
        assertThat(next.ephemeral()).isTrue();
        assertThat(next.buttons()).extracting(Button::label).doesNotContain("Delete");
        assertThat(bob.sees()).isEmpty();
    }

    @Test
    void aside_of_a_button_leaves_the_message_as_it_is() {
        Message shown = steps();

        Exchange pressed = bob.press(shown, "Aside");

        assertThat(pressed.followUp(0).text()).isEqualTo("Between you and me.");
        assertThat(pressed.followUp(0).ephemeral()).isTrue();
        assertThat(pressed.writes()).isZero();
        assertThat(alice.sees()).singleElement().satisfies(message -> assertThat(message.text())
                .isEqualTo("Step 0"));
    }

    @Test
    void aside_of_a_public_command_is_seen_by_the_caller_alone() {
        Exchange asked = alice.slash("show", what("aside"));

        assertThat(asked.followUp(0).text()).isEqualTo("Between you and me.");
        assertThat(asked.followUp(0).ephemeral()).isTrue();
        assertThat(bob.sees()).isEmpty();
        assertThat(alice.sees()).hasSize(1);
        assertThat(alice.slash("show", what("aside"), input("private", true))
                        .reply()
                        .text())
                .isEqualTo("Between you and me.");
    }

    @Test
    void aside_that_discord_does_not_take_becomes_a_private_apology() {
        discord.fail(Route.FOLLOW_UP, 1, 500);

        Exchange asked = alice.slash("show", what("aside"));

        assertThat(asked.followUp(0).text()).contains("went wrong").endsWith("abc123");
        assertThat(bob.sees()).isEmpty();
    }

    @Test
    void failing_action_leaves_the_message_and_tells_who_pressed() {
        Message shown = steps();

        Exchange pressed = alice.press(shown, "Fail");

        assertThat(pressed.followUp(0).text()).contains("went wrong").endsWith("abc123");
        assertThat(pressed.followUp(0).ephemeral()).isTrue();
        assertThat(pressed.writes()).isZero();
    }

    @Test
    void what_is_there_so_far_is_shown_and_replaced_with_its_files() {
        Exchange asked = alice.slash("show", what("progress"));
        Message soFar = asked.reply(message -> message.text().equals("So far."), "what is there so far");
        assertThat(soFar.attachments()).hasSize(1);
        assertThat(soFar.buttons()).isEmpty();

        show.gate.countDown();

        Message full = asked.reply(message -> message.text().equals("In full."), "the reply");
        assertThat(full.attachments()).isEmpty();
        assertThat(full.buttons()).extracting(Button::label).containsExactly("Delete");
        assertThat(asked.writes()).isEqualTo(2);
    }

    @Test
    void last_reply_comes_last_however_fast_it_is() {
        discord.rateLimit(Route.EDIT_REPLY, 1, Duration.ofMillis(300));

        Exchange asked = alice.slash("show", what("hasty"));

        await().until(() -> asked.writes() == 2);
        assertThat(asked.reply().text()).isEqualTo("In full.");
        Exchange aside = alice.slash("show", what("hasty aside"));
        assertThat(aside.followUp(0).text()).isEqualTo("Not for everybody.");
        assertThat(bob.sees()).hasSize(1);
    }

    @Test
    void progress_of_an_action_takes_the_place_too() {
        Message shown = steps();
        Exchange pressed = alice.press(shown, "Check");
        pressed.reply(message -> message.text().equals("So far."), "what is there so far");

        show.gate.countDown();

        assertThat(pressed.reply(message -> message.text().equals("In full."), "the reply")
                        .id())
                .isEqualTo(shown.id());
    }

    @Test
    void who_waits_for_a_change_in_place_when_the_bot_stops_gets_a_word_beside_it() throws Exception {
        Message shown = steps();
        Exchange running = alice.press(shown, "Wait");
        assertThat(show.waiting.await(10, TimeUnit.SECONDS)).isTrue();
        Exchange queued = bob.press(shown, "Wait");
        assertThat(running.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_UPDATE);
        assertThat(queued.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_UPDATE);
        Exchange declined = bob.press(shown, "Wait");
        assertThat(declined.reply().content()).isEqualTo(Notice.BUSY.text());

        loopback.bot.stop(Duration.ofMillis(200));

        assertThat(running.followUp(0).text()).isEqualTo(Notice.INTERRUPTED.text());
        assertThat(running.followUp(0).ephemeral()).isTrue();
        assertThat(queued.followUp(0).text()).isEqualTo(Notice.INTERRUPTED.text());
        assertThat(running.writes()).isZero();
    }

    @Test
    void what_is_declined_is_declined_at_once_and_seen_by_the_caller_alone() {
        Message shown = steps();

        Exchange asked = alice.slash("show", what("limit"));
        Exchange pressed = alice.press(shown, "Limit");

        assertThat(asked.acknowledgement()).isEqualTo(Acknowledgement.MESSAGE);
        assertThat(asked.reply().text()).isEqualTo("Not now, please.");
        assertThat(asked.reply().ephemeral()).isTrue();
        assertThat(pressed.acknowledgement()).isEqualTo(Acknowledgement.MESSAGE);
        assertThat(pressed.reply().ephemeral()).isTrue();
    }

    @Test
    void numbers_reach_the_command_as_a_person_types_them() {
        assertThat(amount(10_000)).isEqualTo("10000");
        assertThat(amount(0.5)).isEqualTo("0.5");
        assertThat(amount(1.0E15)).isEqualTo("1000000000000000");
        assertThat(discord.awaitCommand("show")
                        .path("options")
                        .get(1)
                        .path("min_value")
                        .asDouble(-1))
                .isZero();
    }

    private String amount(double value) {
        return alice.slash("show", what("amount"), input("amount", value))
                .reply()
                .text()
                .replace("\\", "");
    }

    @Test
    void who_may_manage_the_server_is_known_to_commands_buttons_and_forms() {
        Member manager = alice.withPermissions(Member.MANAGE_SERVER);
        assertThat(rights(manager)).isEqualTo("manages");
        assertThat(rights(alice)).isEqualTo("does not manage");
        assertThat(rights(manager.direct())).isEqualTo("does not manage");

        assertThat(rightsByForm(manager)).isEqualTo("manages");
        assertThat(rightsByForm(bob)).isEqualTo("does not manage");
    }

    @Test
    void who_may_manage_the_server_is_known_where_discord_tells_of_servers() throws Exception {
        BotOnLoopback told = new BotOnLoopback(LoopbackSettings.defaults().tellingOfServers());
        told.bot.start();

        assertThat(rights(told.alice.withPermissions(Member.MANAGE_SERVER))).isEqualTo("manages");
        assertThat(rights(told.bob)).isEqualTo("does not manage");

        told.close();
    }

    private static String rights(Member member) {
        return member.slash("show", what("rights")).reply().text();
    }

    private String rightsByForm(Member member) {
        Message shown = steps();
        Modal form = member.press(shown, "Fill").modal();
        Exchange sent = member.submit(form, input(Form.INPUT, "words"));
        assertThat(sent.reply().id()).isEqualTo(shown.id());
        return sent.reply().text();
    }
}
