package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Question;
import dev.rolewise.question.Scope;
import dev.rolewise.question.ServerKnowledge.Mix;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerScopesTest {
    private static final Optional<String> HERE = Optional.of("1");
    private static final Scope OWN = new Scope(HERE);
    private static final String QUESTION = "What tools does an arborist use?";

    private final ServerParts parts;
    private final List<String> generations = new ArrayList<>();
    private final ServerScopes scopes;

    ServerScopesTest(@TempDir Path folder) {
        parts = new ServerParts(folder);
        scopes = new ServerScopes(
                parts.documents,
                parts.corrections,
                parts.rules,
                (scope, name) -> generations.add(scope.serverId().orElseThrow() + " " + name),
                parts.ticker);
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void a_server_with_nothing_of_its_own_shares_the_scope_of_all() {
        assertThat(scopes.scope(HERE)).isEqualTo(Scope.INSTALLATION);
        assertThat(scopes.scope(Optional.empty())).isEqualTo(Scope.INSTALLATION);
        assertThat(scopes.mix(Scope.INSTALLATION)).isEqualTo(Mix.BOTH);
        assertThat(generations).isEmpty();
    }

    @Test
    void a_document_a_correction_or_a_wish_about_them_makes_a_scope_of_its_own() {
        parts.addDocument("1");
        parts.corrections.write("2", QUESTION, "Spades.", "m1");
        parts.rules.set("3", SettingName.KNOWLEDGE, "own-only");
        parts.rules.set("4", SettingName.THREADS, "on");

        for (String own : List.of("1", "2", "3")) {
            assertThat(scopes.scope(Optional.of(own))).isEqualTo(new Scope(Optional.of(own)));
        }
        assertThat(scopes.scope(Optional.of("4"))).isEqualTo(Scope.INSTALLATION);
        assertThat(scopes.mix(new Scope(Optional.of("3")))).isEqualTo(Mix.OWN_ONLY);
        assertThat(generations).hasSize(3);
    }

    @Test
    void each_change_has_another_name_so_that_no_answer_from_before_is_given() {
        Correction written =
                parts.corrections.write("1", QUESTION, "Spades.", "m1").orElseThrow();
        scopes.scope(HERE);
        for (Runnable change : List.<Runnable>of(
                () -> parts.corrections.edit("1", written.id(), "Forks.", "m1"),
                () -> parts.rules.set("1", SettingName.KNOWLEDGE, "own-first"),
                () -> parts.addDocument("1"),
                () -> parts.corrections.withdraw("1", written.id(), "m1"))) {
            parts.clock.advance(Duration.ofSeconds(1));
            change.run();
            scopes.changed("1");
            scopes.scope(HERE);
        }

        assertThat(generations).hasSize(5).doesNotHaveDuplicates();
        assertThat(parts.changed).containsOnly("1").hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void what_is_withdrawn_to_the_last_leads_back_to_the_scope_of_all() {
        Correction written =
                parts.corrections.write("1", QUESTION, "Spades.", "m1").orElseThrow();
        assertThat(scopes.scope(HERE)).isEqualTo(OWN);
        parts.corrections.withdraw("1", written.id(), "m1");
        scopes.changed("1");

        assertThat(scopes.scope(HERE)).isEqualTo(Scope.INSTALLATION);
    }

    @Test
    void what_another_process_changed_is_seen_within_seconds() {
        scopes.scope(HERE);
        parts.addDocument("1");
        assertThat(scopes.scope(HERE)).isEqualTo(Scope.INSTALLATION);

        parts.ticker.advance(Duration.ofSeconds(11));

        assertThat(scopes.scope(HERE)).isEqualTo(OWN);
    }

    @Test
    void a_correction_is_given_in_its_servers_scope_alone() {
        parts.corrections.write("1", QUESTION, "Spades.", "m1");
        var asked = CorrectionsTest.ANALYZER.analyze(Question.of(QUESTION));

        assertThat(scopes.correction(asked, OWN)).isPresent();
        assertThat(scopes.correction(asked, new Scope(Optional.of("2")))).isEmpty();
        assertThat(scopes.correction(asked, Scope.INSTALLATION)).isEmpty();
    }
}
