package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.loopback.Acknowledgement;
import dev.rolewise.loopback.Input;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Modal;
import dev.rolewise.loopback.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a member sees of what is kept about them, and that it goes: in the whole bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyIT {
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
    void what_a_member_had_deleted_is_in_no_byte_of_file_cache_and_log() {
        Server here = on.discord.server("Deletion");
        Member pia = on.member("pia", here);
        Member tom = on.member("tom", here);
        on.answered(tom.press(on.privacy(tom), "Leave me out"));
        String covered = "What tools do zanzibarquokka ML engineers use?";
        Message answer = on.ask(pia, covered);
        on.answered(pia.press(answer, WatchedBot.button(answer, ":up:")));
        Message open = on.ask(pia, "Do ML engineers use zanzibarquokka?");
        on.answered(pia.press(open, WatchedBot.button(open, ":down:")));
        Message toTom = on.ask(tom, "Which tools do zanzibarquokka ML engineers use?");
        assertThat(toTom.text()).contains("asked as “" + covered);
        on.settled();
        assertThat(on.filesWith("zanzibarquokka")).isNotEmpty();
        assertThat(on.filesWith(pia.id())).isNotEmpty();
        on.awaitShared(pia, "zanzibarquokka");

        Message kept = on.privacy(pia);
        assertThat(kept.ephemeral()).isTrue();
        assertThat(kept.text())
                .contains("Your ratings of answers** 2 records")
                .contains("Questions of yours that I could not answer well** ")
                .contains("Questions of yours that count for what is asked most** 2 records")
                .contains("Questions of yours whose answers I give again** 1 question");
        Message sure = on.answered(pia.press(kept, "Delete it all"));
        assertThat(sure.text()).contains("the server's").contains("cannot be undone");
        Message gone = on.answered(pia.press(sure, "Yes, delete it all"));

        assertThat(gone.text())
                .containsPattern("Deleted: \\d+ records, and what I remembered of you\\.")
                .contains("Nothing is on record about you.")
                .doesNotContain("in memory");
        assertThat(on.filesWith("zanzibarquokka")).isEmpty();
        assertThat(on.filesWith(pia.id())).isEmpty();
        await().until(() -> !on.inRedis("zanzibarquokka"));
        assertThat(on.logged()).doesNotContain("zanzibarquokka").doesNotContain(pia.id());
        assertThat(on.answered(tom.press(toTom, "Details")).text()).contains("no longer have that answer");
        assertThat(on.ask(tom, covered).text()).doesNotContain("cached");
    }

    @Test
    void what_was_kept_before_a_restart_goes_too_and_what_others_asked_stays() throws Exception {
        Server here = on.discord.server("Restart");
        Member ada = on.member("ada", here);
        Member ben = on.member("ben", here);
        on.ask(ada, "Do ML engineers use wombatquark?");
        on.ask(ben, "Do ML engineers use ottertango?");
        on.settled();
        on.awaitShared(ada, "wombatquark");
        on.awaitShared(ben, "ottertango");

        on.restart(() -> {});
        assertThat(on.left()).as("Discord listed no server, which says nothing").doesNotContain(here.id());
        Message sure = on.answered(ada.press(on.privacy(ada), "Delete it all"));
        Message gone = on.answered(ada.press(sure, "Yes, delete it all"));

        assertThat(gone.text()).containsPattern("Deleted: \\d+ records");
        assertThat(on.filesWith("wombatquark")).isEmpty();
        await().until(() -> !on.inRedis("wombatquark"));
        assertThat(on.inRedis("ottertango")).isTrue();
        assertThat(on.privacy(ben).text()).contains("could not answer well** ");
    }

    @Test
    void the_file_holds_all_that_can_be_linked_to_the_member_and_nothing_of_others() throws Exception {
        Server here = on.discord.server("File");
        Member eve = on.member("eve", here).withPermissions(Member.MANAGE_SERVER);
        Member fay = on.member("fay", here);
        Message answer = on.ask(eve, "Is Python enough for a lemurtango ML engineer?");
        on.answered(eve.press(answer, WatchedBot.button(answer, ":up:")));
        on.ask(eve, "Do ML engineers use lemurtango?");
        on.ask(fay, "Do ML engineers use fossatango?");
        on.answered(eve.press(on.addGuide(eve, "The lemurtango guide is green and has a door."), "Use it"));
        on.settled();

        JsonNode file = on.file(eve);

        assertThat(file.path("member").asText()).isEqualTo(eve.id());
        JsonNode kept = file.path("on record");
        assertThat(kept.path("Your ratings of answers").path(0).path("rating").asText())
                .isEqualTo("HELPFUL");
        JsonNode gap =
                kept.path("Questions of yours that I could not answer well").path(0);
        assertThat(gap.path("question").asText()).isEqualTo("Do ML engineers use lemurtango?");
        JsonNode asked = kept.path("Questions of yours that count for what is asked most");
        assertThat(asked).hasSize(2);
        assertThat(asked.path(0).path("question").asText()).isEqualTo("Is Python enough for a lemurtango ML engineer?");
        assertThat(asked.path(0).path("rating").asText()).isEqualTo("HELPFUL");
        assertThat(gap.path("server").asText()).isEqualTo(here.id());
        assertThat(gap.path("at").asText()).isEqualTo(on.clock.instant().toString());
        assertThat(kept.path("Guides that you added").path(0).path("title").asText())
                .isEqualTo("guide");
        assertThat(file.path("in memory").toString()).contains("Is Python enough for a lemurtango ML engineer?");
        assertThat(file.toString()).doesNotContain("fossatango");
        assertThat(on.file(fay).toString()).contains("fossatango").doesNotContain("lemurtango");
    }

    @Test
    void who_opts_out_is_in_no_insights_counts_or_logs_until_they_opt_in() throws Exception {
        Server here = on.discord.server("Opt out");
        Member gus = on.member("gus", here);
        Member manager = on.member("hal", here).withPermissions(Member.MANAGE_SERVER);
        on.ask(gus, "Do ML engineers use pandatango?");
        on.settled();
        assertThat(on.insights(manager)).contains("pandatango");

        Message out = on.answered(gus.press(on.privacy(gus), "Leave me out"));
        assertThat(out.text())
                .contains("2 records of your questions were taken out of insights")
                .contains("You are left out** since " + LocalDate.ofInstant(on.clock.instant(), ZoneOffset.UTC));
        String before = on.insights(manager);
        assertThat(before).doesNotContain("pandatango");
        on.restart(() -> {});
        on.log.list.clear();
        Message open = on.ask(gus, "Do ML engineers use koalatango?");
        on.answered(gus.press(open, WatchedBot.button(open, ":down:")));
        on.settled();

        assertThat(on.insights(manager)).isEqualTo(before);
        assertThat(on.filesWith("koalatango")).isEmpty();
        assertThat(on.logged()).doesNotContain("answered id=");
        assertThat(on.file(gus).path("left out since").asText())
                .isEqualTo(on.clock.instant().toString());

        Message in = on.answered(gus.press(on.privacy(gus), "Count my questions again"));
        assertThat(in.text()).contains("count in insights again").doesNotContain("You are left out");
        on.ask(gus, "Do ML engineers use lorikeettango?");
        on.settled();
        assertThat(on.insights(manager)).contains("lorikeettango");
        assertThat(on.logged()).contains("answered id=");
    }

    @Test
    void what_several_ask_is_shown_until_only_one_of_them_is_left() {
        Server here = on.discord.server("Popular");
        Member ida = on.member("ida", here);
        Member jon = on.member("jon", here);
        Member lea = on.member("lea", here);
        Member manager = on.member("max", here).withPermissions(Member.MANAGE_SERVER);
        on.ask(ida, "What tools do gibbontango ML engineers use?");
        on.ask(ida, "What tools do gibbontango ML engineers use?");
        on.ask(ida, "Is maths needed by ML engineers of kiwitango?");
        on.settled();
        assertThat(on.insights(manager))
                .contains("Nothing so far that 2 members")
                .doesNotContain("gibbontango");

        Message reworded = on.ask(jon, "Which tools does a gibbontango ML engineer use?");
        on.answered(jon.press(reworded, WatchedBot.button(reworded, ":up:")));
        assertThat(on.ask(lea, "what tools do gibbontango ML engineers use").text())
                .contains("cached");
        on.ask(on.member("ned", here).direct(), "What tools do gibbontango ML engineers use?");
        on.settled();

        Message shown = on.answered(manager.slash("insights"));
        assertThat(shown.text())
                .contains("A. What tools do gibbontango ML engineers use?")
                .contains(
                        "asked 3 times by 3 members, 👍 100% of 1; also: Which tools does a gibbontango ML engineer use?")
                .doesNotContain("kiwitango");
        Member elsewhere = on.member("max", on.discord.server("Unpopular")).withPermissions(Member.MANAGE_SERVER);
        assertThat(on.insights(elsewhere)).doesNotContain("gibbontango");

        deleteAll(ida);
        assertThat(on.insights(manager)).contains("asked 2 times by 2 members");
        on.answered(jon.press(on.privacy(jon), "Leave me out"));
        assertThat(on.insights(manager))
                .contains("Nothing so far that 2 members")
                .doesNotContain("gibbontango");
        assertThat(manager.press(shown, "Write an answer to A").acknowledgement())
                .as("no form with what only one asks")
                .isNotEqualTo(Acknowledgement.MODAL);
        deleteAll(lea);
        assertThat(on.filesWith("gibbontango")).isEmpty();
    }

    @Test
    void an_answer_is_written_to_what_several_ask() {
        Server here = on.discord.server("Answered");
        Member manager = on.member("moe", here).withPermissions(Member.MANAGE_SERVER);
        String question = "Which language do ML engineers of ibextango use?";
        on.ask(on.member("ona", here), question);
        on.ask(on.member("pat", here), question);
        on.settled();

        Message shown = on.answered(manager.slash("insights"));
        Modal form = manager.press(shown, "Write an answer to A").modal();
        assertThat(form.fields().get(0).value()).isEqualTo(question);
        on.answered(manager.submit(
                form, Input.input("question", question), Input.input("answer", "Here we all write Python.")));

        assertThat(on.ask(on.member("ona", here), question).text()).contains("Here we all write Python");
        Message after = on.answered(manager.slash("insights"));
        assertThat(after.text()).contains("by 2 members, this server's own answer is given");
        assertThat(after.buttons()).noneMatch(b -> b.label().startsWith("Write"));
    }

    private void deleteAll(Member member) {
        Message sure = on.answered(member.press(on.privacy(member), "Delete it all"));
        on.answered(member.press(sure, "Yes, delete it all"));
    }

    @Test
    void what_is_old_enough_goes_by_itself() {
        Server here = on.discord.server("Retention");
        Member kim = on.member("kim", here);
        Message answer = on.ask(kim, "Do ML engineers use tapirtango?");
        on.answered(kim.press(answer, WatchedBot.button(answer, ":up:")));
        on.settled();

        on.clock.advance(Duration.ofDays(29));
        on.clean();
        assertThat(on.privacy(kim).text()).contains("could not answer well").contains("Your ratings");
        on.clock.advance(Duration.ofDays(2));
        on.clean();
        assertThat(on.privacy(kim).text())
                .doesNotContain("could not answer well** ")
                .contains("Your ratings");
        assertThat(on.filesWith("tapirtango")).isEmpty();
        on.clock.advance(Duration.ofDays(335));
        on.clean();
        assertThat(on.privacy(kim).text()).contains("Nothing is on record about you.");
        assertThat(on.filesWith(kim.id())).isEmpty();
    }
}
