package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Gap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    private final Gardeners parts = Gardeners.quick();
    private final Refusals refusals = new Refusals(Gardeners.PACK, parts.selector, parts.matter);
    private final AnswerDraft draft = new AnswerDraft();

    @Test
    void a_known_gap_is_told_with_what_the_sources_do_say_and_where_to_look() {
        Gap gap = gap("pay-figures");

        notCovered("how much does a tree surgeon earn per hour", Optional.of(gap));

        assertThat(text()).startsWith(gap.says()).contains(gap.elsewhere().orElseThrow());
        assertThat(draft.citations()).isNotEmpty().allSatisfy(c -> assertThat(gap.nearest())
                .contains(c.statementKey()));
    }

    @Test
    void a_gap_with_nothing_near_by_and_nowhere_else_to_look_is_told_alone() {
        Gap bare = new Gap(
                "x",
                "x",
                "My sources say nothing on x.",
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                Optional.empty());

        notCovered("what about x", Optional.of(bare));

        assertThat(text()).isEqualTo("My sources say nothing on x.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what pension do tree surgeons get", "zzz qqq", "chainsaw"})
    void what_is_no_known_gap_is_refused_with_the_closest_statement_or_a_suggestion(String question) {
        notCovered(question, Optional.empty());

        assertThat(draft.lines()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(draft.citations()).hasSizeLessThanOrEqualTo(1);
        if (draft.citations().isEmpty()) {
            assertThat(Gardeners.PACK.tries()).anyMatch(text()::contains);
        }
    }

    @Test
    void what_is_off_topic_is_told_the_subject_and_what_can_be_asked() {
        refusals.outOfScope(parts.profile("what is the capital of Peru"), draft);

        assertThat(text())
                .contains(Gardeners.PACK.about(), Gardeners.PACK.tries().get(0));
        assertThat(draft.citations()).isEmpty();
    }

    @Test
    void small_talk_is_greeted() {
        refusals.outOfScope(parts.profile("hello"), draft);

        assertThat(text()).isEqualTo(Gardeners.PACK.greeting());
    }

    @Test
    void the_same_question_is_refused_in_the_same_words() {
        AnswerDraft again = new AnswerDraft();
        refusals.outOfScope(parts.profile("what is the capital of Peru"), draft);
        refusals.outOfScope(parts.profile("what is the capital of Peru"), again);

        assertThat(draft.lines()).isEqualTo(again.lines());
    }

    private void notCovered(String question, Optional<Gap> gap) {
        CoverageCheck.Searched searched = parts.search(question);
        refusals.notCovered(searched.profile(), searched.evidence(), gap, draft);
    }

    private String text() {
        return String.join("\n", draft.lines().stream().map(l -> l.plain()).toList());
    }

    private static Gap gap(String id) {
        return Gardeners.PACK.gaps().stream()
                .filter(g -> g.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
