package dev.rolewise.answer;

import static dev.rolewise.answer.CoverageModel.Verdict.COVERED;
import static dev.rolewise.answer.CoverageModel.Verdict.NOT_COVERED;
import static dev.rolewise.answer.CoverageModel.Verdict.OUT_OF_SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Gap;
import dev.rolewise.question.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageCheckTest {
    private static final Gardeners PARTS = Gardeners.real();
    private static final CoverageCheck CHECK = new CoverageCheck(
            Gardeners.PACK, PARTS.table, PARTS.embedder, PARTS.words, PARTS::search, Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What tools do arborists work with?",
                "How does a landscape gardener spend the working day?",
                "Which certificates must a tree surgeon have?",
                "Is it risky to be a tree surgeon?",
                "What should a landscaper be good at?"
            })
    void what_the_sources_answer_is_covered(String question) {
        assertThat(check(question).verdict()).isEqualTo(COVERED);
        assertThat(check(question).covered()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How much does an arborist earn per hour in pounds?",
                "Which chainsaw brand do tree surgeons like best?",
                "How do I cure ash dieback?"
            })
    void what_is_on_topic_but_not_in_the_sources_is_not_covered(String question) {
        assertThat(check(question).verdict()).isEqualTo(NOT_COVERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the capital of Chile?",
                "Write me a poem about bread.",
                "How do I repair my laptop?",
                "Who won the football match?"
            })
    void what_is_about_something_else_is_out_of_scope(String question) {
        assertThat(check(question).verdict()).isEqualTo(OUT_OF_SCOPE);
        assertThat(check(question).gap()).isEmpty();
    }

    @Test
    void a_known_gap_is_named() {
        assertThat(check("How much does an arborist earn per hour in pounds?").gap())
                .map(Gap::id)
                .contains("pay-figures");
        assertThat(check("Which brand of chainsaw do tree surgeons prefer?").gap())
                .map(Gap::id)
                .contains("brands");
    }

    @Test
    void without_evidence_nothing_is_covered() {
        assertThat(CHECK.check(PARTS.profile("What tools do arborists work with?"), new Evidence(List.of()))
                        .verdict())
                .isNotEqualTo(COVERED);
    }

    @Test
    void what_was_learned_decides_alike_after_writing_and_reading() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CHECK.model().write(new DataOutputStream(bytes));
        CoverageModel read = CoverageModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        CoverageCheck again = new CoverageCheck(
                Gardeners.PACK, PARTS.table, PARTS.embedder, PARTS.words, PARTS::search, Optional.of(read));
        CoverageCheck.Searched searched = PARTS.search("What tools do arborists work with?");

        assertThat(again.check(searched.profile(), searched.evidence()))
                .isEqualTo(CHECK.check(searched.profile(), searched.evidence()));
    }

    private static CoverageCheck.Coverage check(String question) {
        CoverageCheck.Searched searched = PARTS.search(question);
        return CHECK.check(searched.profile(), searched.evidence());
    }
}
