package dev.rolewise.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Scope;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import dev.rolewise.testing.RealModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackRetrieverTest {
    private static final Pack PACK = Packs.gardeners();
    private static final HashedWords WORDS = new HashedWords();
    private static final PackRetriever BY_WORDS = new PackRetriever(PACK, new PackAnalyzer(PACK), WORDS);

    @AfterAll
    static void close() {
        BY_WORDS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "what tools does a tree surgeon use,tree-surgeon,tools",
        "what tools does a landscaper use,landscape-gardener,tools",
        "which certificates does an arborist need,tree-surgeon,training",
        "do garden builders need a licence,landscape-gardener,training",
        "how dangerous is tree surgery,tree-surgeon,safety",
        "what injuries do landscapers suffer,landscape-gardener,safety",
        "what should a landscaper show before work begins,landscape-gardener,hiring",
        "what abilities make a good tree surgeon,tree-surgeon,skills",
        "what does a landscape gardener do all day,landscape-gardener,daily-work",
        "how much do arborists earn,tree-surgeon,pay-and-demand"
    })
    void the_right_passage_comes_first(String question, String role, String aspect) {
        try (PackRetriever retriever = new PackRetriever(PACK, new PackAnalyzer(PACK), RealModel.embedder())) {
            QuestionProfile profile = Profiles.of(question, List.of(role), Set.of(), RealModel.embedder());

            Passage first = retriever
                    .retrieve(profile, Scope.INSTALLATION, 3)
                    .passages()
                    .get(0)
                    .passage();

            assertThat(first.roles()).contains(role);
            assertThat(first.aspect()).isEqualTo(aspect);
        }
    }

    @Test
    void passages_come_best_first_and_each_once() {
        Evidence evidence = retrieve("chainsaw ropes and stone walls", 50);

        assertThat(evidence.passages())
                .isSortedAccordingTo(
                        Comparator.comparingDouble(RankedPassage::score).reversed())
                .extracting(p -> p.passage().id())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "7"})
    void no_more_passages_come_than_are_wanted(int limit) {
        assertThat(retrieve("chainsaw ropes and stone walls", limit).passages()).hasSize(limit);
    }

    @Test
    void more_passages_than_there_are_cannot_come() {
        assertThat(retrieve("chainsaw", 1000).passages())
                .hasSizeLessThanOrEqualTo(PACK.passages().size());
    }

    @Test
    void a_passage_about_another_role_scores_lower_than_without_a_role() {
        String question = "what work is done with spades";
        double neutral = score(question, List.of(), "landscape-gardener");

        assertThat(score(question, List.of("tree-surgeon"), "landscape-gardener"))
                .isLessThan(neutral);
        assertThat(score(question, List.of("landscape-gardener"), "landscape-gardener"))
                .isGreaterThan(neutral);
    }

    @Test
    void a_passage_under_the_aspect_asked_about_scores_higher() {
        String question = "what about spades";
        QuestionProfile open = Profiles.of(question, List.of(), Set.of(), WORDS);
        QuestionProfile aimed = Profiles.of(question, List.of(), Optional.of("tools"), "explanation", Set.of(), WORDS);

        assertThat(tools(aimed).score()).isGreaterThan(tools(open).score());
    }

    @Test
    void words_of_the_question_count_and_a_synonym_as_much_as_the_word() {
        assertThat(best("ropes harness chainsaw").bm25()).isPositive();
        assertThat(best("power saw").passage().text()).containsIgnoringCase("saw");
    }

    @ParameterizedTest
    @CsvSource({"zzz qqq", "???", "''", "AND OR NOT", "title:* (", "树"})
    void a_question_that_shares_no_word_and_query_syntax_do_no_harm(String text) {
        assertThat(retrieve(text, 5).passages()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void the_pack_is_the_same_in_every_scope() {
        QuestionProfile profile = Profiles.of("chainsaw ropes", List.of(), Set.of(), WORDS);

        assertThat(BY_WORDS.retrieve(profile, new Scope(Optional.of("42")), 20))
                .isEqualTo(BY_WORDS.retrieve(profile, Scope.INSTALLATION, 20));
    }

    @Test
    void a_very_long_question_is_searched_too() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            text.append(" w").append(Integer.toString(i * 7919, 36));
        }

        assertThat(retrieve(text + " chainsaw", 5).passages()).isNotEmpty();
    }

    private static double score(String question, List<String> asked, String about) {
        return BY_WORDS
                .retrieve(Profiles.of(question, asked, Set.of(), WORDS), Scope.INSTALLATION, 100)
                .passages()
                .stream()
                .filter(p -> p.passage().roles().equals(Set.of(about))
                        && p.passage().aspect().equals("tools"))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private static RankedPassage tools(QuestionProfile profile) {
        return BY_WORDS.retrieve(profile, Scope.INSTALLATION, 100).passages().stream()
                .filter(p -> p.passage().text().contains("spades"))
                .findFirst()
                .orElseThrow();
    }

    private static RankedPassage best(String question) {
        return retrieve(question, 1).passages().get(0);
    }

    private static Evidence retrieve(String question, int limit) {
        QuestionProfile profile = Profiles.of(question, List.of(), Set.copyOf(Arrays.asList(question)), WORDS);
        return BY_WORDS.retrieve(profile, Scope.INSTALLATION, limit);
    }
}
