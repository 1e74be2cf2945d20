package dev.rolewise.cascade;

import static dev.rolewise.cascade.Ladder.ALSO_FALSE;
import static dev.rolewise.cascade.Ladder.ALSO_TRUE;
import static dev.rolewise.cascade.Ladder.FALSE;
import static dev.rolewise.cascade.Ladder.PASSAGES;
import static dev.rolewise.cascade.Ladder.TRUE;
import static dev.rolewise.cascade.Replies.claims;
import static dev.rolewise.cascade.Replies.finishing;
import static dev.rolewise.cascade.Replies.json;
import static dev.rolewise.cascade.Replies.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.model.ModelReply;
import dev.rolewise.cascade.model.ModelReply.Finish;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.retrieval.PackAnalyzer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a model's reply may be shown. */
class CascadeClaimsTest {
    private final Ladder ladder = new Ladder();

    private Finding said(ModelReply reply) {
        ladder.cheap.replies(reply);
        return ladder.ask(Ladder.inquiry(Tier.CHEAP, false, PASSAGES));
    }

    private static List<String> shown(Finding finding) {
        return finding instanceof Finding.Verified verified
                ? verified.claims().stream().map(c -> c.claim().text()).toList()
                : List.of();
    }

    @Test
    void claims_that_their_passages_carry_are_shown_in_the_models_order() {
        Finding found = said(claims(ALSO_TRUE, TRUE));

        assertThat(shown(found)).containsExactly(ALSO_TRUE, TRUE);
        assertThat(found.spending().claims()).isEqualTo(2);
        assertThat(found.spending().kept()).isEqualTo(2);
    }

    @Test
    void a_claim_that_nothing_carries_is_dropped_and_counted() {
        Finding found = said(claims(TRUE, FALSE, ALSO_TRUE));

        assertThat(shown(found)).containsExactly(TRUE, ALSO_TRUE);
        assertThat(found.spending().claims()).isEqualTo(3);
        assertThat(found.spending().kept()).isEqualTo(2);
    }

    @Test
    void where_most_is_carried_by_nothing_nothing_is_shown_and_none_counts_as_kept() {
        Finding found = said(claims(TRUE, FALSE, ALSO_FALSE));

        assertThat(shown(found)).isEmpty();
        assertThat(found.spending().note()).contains(Notes.UNSUPPORTED);
        assertThat(found.spending().claims()).isEqualTo(3);
        assertThat(found.spending().kept()).isZero();
        assertThat(found.spending().model()).isEmpty();
    }

    @Test
    void a_claim_on_a_passage_that_was_not_given_is_dropped() {
        Finding found = said(text(json(TRUE).replace("[1,2,3]", "[4]")));

        assertThat(shown(found)).isEmpty();
    }

    @Test
    void a_claim_said_twice_is_shown_once() {
        assertThat(shown(said(claims(TRUE, TRUE, ALSO_TRUE, TRUE)))).containsExactly(TRUE, ALSO_TRUE);
    }

    @Test
    void no_more_claims_are_read_than_were_asked_for() {
        String[] many = IntStream.range(0, 20).mapToObj(i -> TRUE).toArray(String[]::new);
        many[15] = ALSO_TRUE;

        assertThat(said(claims(many)).spending().claims()).isLessThanOrEqualTo(6);
    }

    @Test
    void a_model_that_says_the_passages_do_not_answer_is_taken_at_its_word() {
        Finding found = said(text(json(TRUE).replace("true", "false")));

        assertThat(shown(found)).isEmpty();
        assertThat(found.spending().note()).contains(Notes.DECLINED);
    }

    @Test
    void an_answer_without_claims_is_none() {
        assertThat(said(claims()).spending().note()).contains(Notes.DECLINED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I'm sorry, but I can't help with that.",
                "{\"claims\":[{\"text\":\"half",
                "{\"hello\":[1,2]}",
                "[[[[[[[[[[[[[[[[[[[[",
                "null"
            })
    void what_cannot_be_read_is_no_answer(String reply) {
        Finding found = said(text(reply));

        assertThat(shown(found)).isEmpty();
        assertThat(found.spending().note()).contains(Notes.UNREADABLE);
        assertThat(found.spending().calls()).isEqualTo(1);
        assertThat(ladder.ledger.open()).isZero();
    }

    @Test
    void an_answer_that_is_cut_off_is_not_shown_in_part() {
        String whole = json(TRUE, ALSO_TRUE);
        Finding found = said(finishing(Finish.LENGTH, text(whole.substring(0, whole.length() - 30))));

        assertThat(shown(found)).isEmpty();
        assertThat(found.spending().note()).contains(Notes.UNREADABLE);
    }

    @Test
    void an_answer_that_the_filter_stopped_is_not_shown_in_part() {
        Finding found = said(finishing(Finish.FILTER, claims(TRUE)));

        assertThat(shown(found)).isEmpty();
        assertThat(found.spending().note()).contains(Notes.FILTERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\ud83d tree surgeons",
                "((((((((((((((((((((((((((((((((((((((((",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z",
                "1 2 3 4,5,6 7.8.9 10% 11th $12 13-14 15/16",
                "not not not never no none nobody nothing nor neither without",
                "from to from to, coming from, moving to, between and than as",
                "؀؁؂ שלום עולם 你好世界 привет мир"
            })
    void no_claim_however_odd_does_harm(String odd) {
        Finding found = said(claims(odd, odd + "!", "and " + odd + " " + TRUE));

        assertThat(found.spending().calls()).isEqualTo(1);
        assertThat(ladder.ledger.open()).isZero();
    }

    @Test
    void a_check_that_breaks_costs_the_models_answer_and_nothing_else() {
        ladder.verifier = new Verifier(Ladder.PACK, new PackAnalyzer(Ladder.PACK), new BrokenEmbedder());

        Finding found = said(claims(TRUE));

        assertThat(found.spending().note()).contains(Notes.UNREADABLE);
        assertThat(ladder.ledger.open()).isZero();
    }

    private static final class BrokenEmbedder implements Embedder {
        @Override
        public Embedding question(String text) {
            throw new IllegalStateException("broken");
        }

        @Override
        public Map<String, Embedding> questions(Collection<String> texts) {
            throw new IllegalStateException("broken");
        }

        @Override
        public Map<String, Embedding> statements(Collection<String> texts) {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void the_receipt_of_the_strong_tier_forgets_what_the_cheap_one_said() {
        ladder.cheap.replies(claims(FALSE, ALSO_FALSE));
        ladder.strong.replies(claims(TRUE));

        Spending spending = ladder.ask(Tier.CHEAP).spending();

        assertThat(spending.claims()).isEqualTo(1);
        assertThat(spending.kept()).isEqualTo(1);
    }
}
