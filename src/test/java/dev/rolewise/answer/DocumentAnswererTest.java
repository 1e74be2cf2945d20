package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.DocumentSearch;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentAnswererTest {
    private static final Scope HERE = new Scope(Optional.of("1"));

    private final List<FoundStatement> found = new ArrayList<>();
    private final List<FoundStatement> passage = new ArrayList<>();

    @Test
    void statements_stand_in_the_order_of_their_passage_and_the_one_pointed_back_to_comes_along() {
        says("Warnings are given by moderators.", 0.3);
        says("A fourth one leads to a ban.", 0.8);
        says("Appeals go to the team.", 0.2);

        assertThat(said(List.of(), false).orElseThrow().statements())
                .extracting(FoundStatement::text)
                .containsExactly("Warnings are given by moderators.", "A fourth one leads to a ban.");
    }

    @Test
    void what_stands_beside_the_best_sentence_comes_along_where_it_is_near_and_a_sentence_too() {
        says("Five bursaries are given.", 0.8);
        says("Half the fee is covered.", 0.7);
        says("fees: 100", 0.7);

        assertThat(said(List.of(), false).orElseThrow().statements())
                .extracting(FoundStatement::text)
                .containsExactly("Five bursaries are given.", "Half the fee is covered.");
    }

    @Test
    void a_question_that_the_pack_answers_needs_a_nearer_statement_and_one_about_its_roles_the_nearest() {
        says("Trees need water.", 0.61);
        assertThat(said(List.of(), false, "water", "roof", "pond")).isPresent();
        assertThat(said(List.of(), true, "water", "roof", "pond")).isEmpty();

        found.clear();
        says("Trees need sun.", 0.7);
        assertThat(said(List.of(), true)).isPresent();
        assertThat(said(List.of("arborist"), true)).isEmpty();
    }

    @Test
    void half_of_the_words_and_nearness_make_it_sure() {
        says("The greenhouse door is green.", 0.8);

        assertThat(said(List.of(), false, "greenhouse", "door").orElseThrow().sure())
                .isTrue();
        assertThat(said(List.of(), false, "pond", "depth", "door").orElseThrow().sure())
                .isFalse();
    }

    @Test
    void what_is_quoted_keeps_its_limit_and_the_best_is_never_left_out() {
        says("Long " + "a".repeat(470) + ".", 0.79);
        says("Longer " + "b".repeat(470) + ".", 0.78);
        says("The best " + "c".repeat(470) + ".", 0.8);

        List<FoundStatement> said = said(List.of(), false).orElseThrow().statements();

        assertThat(said.stream().mapToInt(s -> s.text().length()).sum()).isLessThanOrEqualTo(1_000);
        assertThat(said).extracting(FoundStatement::text).anyMatch(text -> text.startsWith("The best"));
    }

    @Test
    void what_looks_like_a_marker_in_a_document_is_none() {
        says("A licence is needed since 2025 [2].", 0.9);

        AnswerDraft draft = new AnswerDraft().own(said(List.of(), false).orElseThrow());

        assertThat(draft.lines().get(0).text()).isEqualTo("A licence is needed since 2025 (2) [1].");
        assertThat(draft.citations().get(0).quote()).isEqualTo("A licence is needed since 2025 [2].");
    }

    private void says(String text, double score) {
        FoundStatement statement = new FoundStatement(
                HERE, "d1", "Guide", List.of("Guide", "Rules"), "d1#1", "k" + passage.size(), text, score, score);
        passage.add(statement);
        found.add(statement);
        found.sort((a, b) -> Double.compare(b.score(), a.score()));
    }

    private Optional<DocumentAnswerer.Said> said(List<String> roles, boolean general, String... terms) {
        QuestionProfile asked = Profiles.of("Which one?", roles, Set.of(terms), new HashedWords());
        DocumentSearch search = new DocumentSearch() {
            @Override
            public List<FoundStatement> search(QuestionProfile question, Scope scope, int limit) {
                return List.copyOf(found);
            }

            @Override
            public List<FoundStatement> passage(FoundStatement of) {
                return List.copyOf(passage);
            }

            @Override
            public Optional<FoundStatement> statement(Scope scope, String key) {
                return Optional.empty();
            }
        };
        return new DocumentAnswerer(
                        search, text -> List.of(text.toLowerCase(Locale.ROOT).split("\\W+")))
                .said(asked, HERE, general);
    }
}
