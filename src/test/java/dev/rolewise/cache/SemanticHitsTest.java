package dev.rolewise.cache;

import static dev.rolewise.cache.Answers.about;
import static dev.rolewise.cache.Answers.answer;
import static dev.rolewise.cache.Answers.exact;
import static dev.rolewise.cache.Answers.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.cache.ReuseGuard.Reason;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Scope;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.TickedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SemanticHitsTest {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final QuestionProfile FIRST = about("arborist", "What tools does an arborist use?", 0);
    private static final QuestionProfile ALIKE = about("arborist", "Which tools does an arborist use?", 0.2);

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicBoolean bears = new AtomicBoolean(true);
    private final AtomicInteger computed = new AtomicInteger();
    private final AnswerCache cache = new AnswerCache(
            new CacheSettings(1 << 20, Duration.ofDays(7)),
            new ReuseGuard(0.8),
            (kept, asked) -> bears.get(),
            SharedLevel.NONE,
            () -> "",
            ticker,
            new TickedClock(ticker));

    @BeforeEach
    void know() {
        cache.changed(Scope.INSTALLATION, Answers.KNOWN);
    }

    @Test
    void a_question_that_asks_for_the_same_gets_the_kept_answer_and_is_told_so() {
        ask(FIRST, "a saw");
        ticker.advance(Duration.ofHours(2));

        Answer hit = ask(ALIKE, "never");

        assertThat(hit.text()).isEqualTo("a saw");
        assertThat(hit.receipt().cached()).contains(CacheHit.SEMANTIC);
        assertThat(hit.receipt().age()).isEqualTo(Duration.ofHours(2));
        assertThat(hit.receipt().reused()).hasValueSatisfying(reused -> {
            assertThat(reused.question()).isEqualTo(FIRST.text());
            assertThat(reused.similarity()).isCloseTo(Math.cos(0.2), within(1e-6));
        });
        assertThat(hit.profile()).contains(ALIKE);
        assertThat(computed).hasValue(1);
        assertThat(cache.figures().semantic()).isEqualTo(1);
    }

    @Test
    void a_reuse_is_not_itself_reused() {
        ask(FIRST, "a saw");
        ask(ALIKE, "never");

        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void the_guard_has_the_last_word_and_its_reason_is_counted() {
        ask(FIRST, "a saw");

        Answer other = ask(about("gardener", "What tools does a gardener use?", 0.01), "a spade");

        assertThat(other.text()).isEqualTo("a spade");
        assertThat(other.receipt().cached()).isEmpty();
        assertThat(cache.figures().missesByReason()).containsExactly(Map.entry(Reason.ROLES, 1L));
        assertThat(cache.figures().misses()).isEqualTo(2);
    }

    @Test
    void the_first_that_passes_is_given_even_where_another_is_nearer() {
        ask(FIRST, "a saw");
        ask(about("gardener", "What tools does a gardener use?", 0.19), "a spade");

        assertThat(ask(ALIKE, "never").text()).isEqualTo("a saw");
    }

    @Test
    void an_answer_beside_the_point_is_not_given() {
        ask(FIRST, "a saw");
        bears.set(false);

        assertThat(ask(ALIKE, "a rope").text()).isEqualTo("a rope");
        assertThat(cache.figures().missesByReason()).containsExactly(Map.entry(Reason.RELEVANCE, 1L));
    }

    @Test
    void a_refusal_is_given_to_the_same_question_only() {
        cache.get(
                key(FIRST.text()), WAIT, Answers.of(FIRST, () -> answer("no", Status.NOT_COVERED, Optional.of(FIRST))));

        assertThat(ask(ALIKE, "a saw").text()).isEqualTo("a saw");
        assertThat(ask(FIRST, "never").text()).isEqualTo("no");
    }

    @Test
    void a_personal_question_is_neither_kept_nor_met() {
        QuestionProfile mine = Answers.profile(true);
        cache.get(key("q"), WAIT, Answers.of(Answers.profile(false), () -> counted("for all", FIRST)));

        assertThat(cache.get(key("mine"), WAIT, Answers.of(mine, () -> counted("mine", FIRST)))
                        .text())
                .isEqualTo("mine");
        assertThat(cache.fresh(key("mine"), Answers.of(mine, () -> counted("mine", FIRST)))
                        .text())
                .isEqualTo("mine");
        assertThat(cache.size()).isEqualTo(1);
        assertThat(cache.figures().missesByReason()).containsEntry(Reason.PERSONAL, 2L);
    }

    @Test
    void a_question_filled_in_from_its_conversation_is_met_by_the_same_one_only() {
        ask(FIRST, "a saw");

        Answer other = cache.get(key(ALIKE.text()), WAIT, Answers.exact(() -> counted("a rope", ALIKE)));

        assertThat(other.text()).isEqualTo("a rope");
        assertThat(ask(about("arborist", "What are the tools of an arborist?", 0.75), "an axe")
                        .text())
                .as("nor is its answer given to others")
                .isEqualTo("an axe");
        assertThat(ask(ALIKE, "never").text()).isEqualTo("a rope");
    }

    @Test
    void a_demoted_answer_is_given_to_the_same_question_only() {
        ask(FIRST, "a saw");
        cache.demote(key(FIRST.text()), answer -> answer.text().equals("another"));
        assertThat(ask(ALIKE, "never").text()).isEqualTo("a saw");

        cache.demote(key(FIRST.text()), answer -> answer.text().equals("a saw"));

        assertThat(ask(ALIKE, "a rope").text()).isEqualTo("a rope");
        assertThat(ask(FIRST, "never").text()).isEqualTo("a saw");
    }

    @Test
    void a_fresh_answer_in_the_place_of_a_demoted_one_is_demoted_too() {
        ask(FIRST, "a saw");
        cache.demote(key(FIRST.text()), answer -> true);
        cache.fresh(key(FIRST.text()), Answers.of(FIRST, () -> counted("a new saw", FIRST)));

        assertThat(ask(ALIKE, "a rope").text()).isEqualTo("a rope");
        assertThat(ask(FIRST, "never").text()).isEqualTo("a new saw");
    }

    @Test
    void what_did_not_help_is_given_no_more_and_another_answer_in_its_place_stays() {
        ask(FIRST, "a saw");
        cache.evict(key(FIRST.text()), answer -> answer.text().equals("another"));
        assertThat(cache.size()).isEqualTo(1);

        cache.evict(key(FIRST.text()), answer -> answer.text().equals("a saw"));

        assertThat(ask(ALIKE, "a rope").text()).isEqualTo("a rope");
        assertThat(cache.figures().evictions()).containsExactly(Map.entry(Eviction.UNHELPFUL, 1L));
    }

    @Test
    void what_is_too_old_or_has_no_room_is_found_neither_by_key_nor_by_meaning() {
        ask(FIRST, "a saw");
        ticker.advance(Duration.ofDays(7));

        assertThat(ask(ALIKE, "a rope").text()).isEqualTo("a rope");
        assertThat(cache.figures().evictions()).containsEntry(Eviction.AGE, 1L);
    }

    @Test
    void a_better_answer_takes_the_place_of_a_kept_one_and_of_nothing_else() {
        Answer strong = answer("a sharp saw", FIRST);
        cache.better(key(FIRST.text()), exact(() -> strong), answer -> true);
        assertThat(cache.size()).isZero();

        ask(FIRST, "a saw");
        cache.better(key(FIRST.text()), exact(() -> strong), answer -> false);
        assertThat(ask(FIRST, "never").text()).isEqualTo("a saw");

        assertThat(cache.better(key(FIRST.text()), exact(() -> strong), answer -> true))
                .isSameAs(strong);
        assertThat(ask(FIRST, "never").text()).isEqualTo("a sharp saw");
        assertThat(ask(ALIKE, "never").text()).isEqualTo("a sharp saw");
    }

    @Test
    void other_scopes_have_other_answers() {
        Scope server = new Scope(Optional.of("1"));
        ask(FIRST, "a saw");

        Answer other = cache.get(
                ExactKey.of(new Question(ALIKE.text(), List.of(), server)),
                WAIT,
                Answers.of(ALIKE, () -> counted("a rope", ALIKE)));

        assertThat(other.text()).isEqualTo("a rope");
        assertThat(ask(ALIKE, "never").text()).isEqualTo("a saw");
    }

    private Answer ask(QuestionProfile asked, String made) {
        return cache.get(key(asked.text()), WAIT, Answers.of(asked, () -> counted(made, asked)));
    }

    private Answer counted(String text, QuestionProfile profile) {
        computed.incrementAndGet();
        return answer(text, profile);
    }
}
