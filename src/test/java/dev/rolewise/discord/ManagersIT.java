package dev.rolewise.discord;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.loopback.LoopbackSettings;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Modal;
import dev.rolewise.loopback.Server;
import dev.rolewise.loopback.Upload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands of several things, with files and forms, that only those who manage a server may use. */
class ManagersIT {
    private final BotOnLoopback on =
            new BotOnLoopback(LoopbackSettings.defaults().tellingOfServers());
    private final Member manager = on.alice.withPermissions(Member.MANAGE_SERVER);

    @BeforeEach
    void start() throws Exception {
        on.bot.start();
    }

    @AfterEach
    void stop() throws Exception {
        on.close();
    }

    @Test
    void a_subcommand_gets_its_options_and_suggestions_of_its_own_server() {
        assertThat(manager.slash("desk show", input("name", "plan")).reply().text())
                .startsWith("show plan");
        assertThat(manager.autocomplete("desk show", "name", "pl")
                        .choices()
                        .get(0)
                        .name())
                .isEqualTo("name pl for " + on.discord.server("Loopback").id());
    }

    @Test
    void a_file_arrives_whole_and_one_that_is_too_long_is_refused() {
        assertThat(manager.slash("desk add", input("file", file("ten bytes!")))
                        .reply()
                        .text())
                .isEqualTo("paper.txt, 10 bytes: ten bytes!");
        assertThat(manager.slash("desk add", input("file", file("a".repeat(21))))
                        .reply()
                        .text())
                .contains("too long");
    }

    @Test
    void a_call_opens_a_form_of_two_fields() {
        Modal form = manager.slash("desk add").modal();
        assertThat(form.fields()).extracting(Modal.Field::label).containsExactly("Title", "Text");

        assertThat(manager.submit(form, input("title", "Rules"), input("text", "Be kind."))
                        .reply()
                        .text())
                .isEqualTo("Rules: Be kind.");
    }

    @Test
    void a_form_can_hold_what_was_there_before() {
        Message shown = manager.slash("desk show", input("name", "plan")).reply();
        Modal form = manager.press(shown, "Edit").modal();

        assertThat(form.fields().get(1).value()).isEqualTo("as it was for " + manager.id());
    }

    @Test
    void who_may_not_manage_the_server_is_declined_at_every_step() {
        Member guest = on.bob.overridingCommandPermissions();
        assertThat(guest.slash("desk show", input("name", "plan")).reply().text())
                .isEqualTo(Notice.NOT_ALLOWED.text());
        assertThat(guest.slash("desk add").reply().text()).isEqualTo(Notice.NOT_ALLOWED.text());
        assertThat(guest.autocomplete("desk show", "name", "pl").choices()).isEmpty();

        Message shown = manager.slash("desk show", input("name", "plan")).reply();
        assertThat(guest.forge(shown, "desk:edit:1").reply().text()).isEqualTo(Notice.NOT_ALLOWED.text());
        Modal form = manager.slash("desk add").modal();
        assertThat(guest.submit(form, input("title", "Mine"), input("text", ""))
                        .reply()
                        .text())
                .isEqualTo(Notice.NOT_ALLOWED.text());
    }

    @Test
    void a_removal_from_a_server_is_told_and_an_outage_is_not() {
        Server here = on.discord.server("Loopback");
        Server there = on.discord.server("Elsewhere");
        manager.slash("desk show", input("name", "plan")).reply();
        manager.in(there).slash("show", input("what", "rights")).reply();

        on.discord.outage(there);
        on.discord.removeBot(here);

        await().until(() -> on.servers.left.contains(here.id()));
        assertThat(on.servers.left).containsExactly(here.id());
        assertThat(on.servers.joined).contains(here.id());
    }

    private static Upload file(String text) {
        return new Upload("paper.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
