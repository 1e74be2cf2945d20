package dev.rolewise.cache;

import static dev.rolewise.cache.Answers.about;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.TickedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Scope OURS = new Scope(Optional.of("1"));
    private static final Scope THEIRS = new Scope(Optional.of("2"));

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicReference<String> models = new AtomicReference<>("prompts 1");
    private final KeptShared shared = new KeptShared();
    private final AnswerCache cache = cache();

    private AnswerCache cache() {
        return new AnswerCache(
                new CacheSettings(1 << 20, Duration.ofDays(7)),
                new ReuseGuard(0.8),
                (kept, asked) -> true,
                shared,
                models::get,
                ticker,
                new TickedClock(ticker));
    }

    @BeforeEach
    void know() {
        know(cache);
    }

    private static void know(AnswerCache cache) {
        cache.changed(Scope.INSTALLATION, Map.of("saw", "1", "rope", "1"));
        cache.newGeneration(Scope.INSTALLATION, "pack");
        cache.changed(OURS, Map.of("club", "1"));
        cache.changed(THEIRS, Map.of("club", "1"));
    }

    @Test
    void a_changed_passage_takes_the_answers_that_cite_it_and_only_those() {
        ask(Scope.INSTALLATION, "What of saws?", Tier.LOCAL, "saw");
        ask(Scope.INSTALLATION, "What of ropes?", Tier.LOCAL, "rope");
        ask(Scope.INSTALLATION, "What of both?", Tier.CHEAP, "saw", "rope");
        ask(OURS, "What of saws?", Tier.LOCAL, "saw");

        cache.changed(Scope.INSTALLATION, Map.of("saw", "2", "rope", "1"));

        assertThat(cache.size()).isEqualTo(1);
        assertThat(isKept(Scope.INSTALLATION, "What of ropes?")).isTrue();
        assertThat(cache.figures().evictions()).containsExactly(Map.entry(Eviction.CHANGED, 3L));
        assertThat(shared.dropped).hasSize(3);
    }

    @Test
    void a_removed_passage_does_so_too() {
        ask(Scope.INSTALLATION, "What of saws?", Tier.LOCAL, "saw");
        ask(Scope.INSTALLATION, "What of ropes?", Tier.LOCAL, "rope");

        cache.changed(Scope.INSTALLATION, Map.of("rope", "1"));

        assertThat(isKept(Scope.INSTALLATION, "What of saws?")).isFalse();
        assertThat(isKept(Scope.INSTALLATION, "What of ropes?")).isTrue();
    }

    @Test
    void a_passage_of_a_server_is_its_own_even_where_another_has_one_of_the_same_key() {
        ask(OURS, "What of the club?", Tier.LOCAL, "club");
        ask(THEIRS, "What of the club?", Tier.LOCAL, "club");

        cache.changed(OURS, Map.of("club", "2"));

        assertThat(isKept(OURS, "What of the club?")).isFalse();
        assertThat(isKept(THEIRS, "What of the club?")).isTrue();
    }

    @Test
    void a_new_generation_of_a_server_is_its_alone() {
        ask(OURS, "What of saws?", Tier.LOCAL, "saw");
        ask(THEIRS, "What of saws?", Tier.LOCAL, "saw");
        ask(Scope.INSTALLATION, "What of saws?", Tier.LOCAL, "saw");

        cache.newGeneration(OURS, "2");

        assertThat(isKept(OURS, "What of saws?")).isFalse();
        assertThat(isKept(THEIRS, "What of saws?")).isTrue();
        assertThat(isKept(Scope.INSTALLATION, "What of saws?")).isTrue();
    }

    @Test
    void a_new_generation_of_the_installation_is_one_of_all_that_know_it() {
        ask(OURS, "What of saws?", Tier.LOCAL, "saw");
        ask(Scope.INSTALLATION, "What of saws?", Tier.LOCAL, "saw");

        cache.newGeneration(Scope.INSTALLATION, "another pack");

        assertThat(cache.size()).isZero();
        assertThat(cache.figures().evictions()).containsExactly(Map.entry(Eviction.GENERATION, 2L));
    }

    @Test
    void a_new_prompt_or_model_takes_the_answers_of_models_alone() {
        ask(Scope.INSTALLATION, "What of saws?", Tier.LOCAL, "saw");
        ask(Scope.INSTALLATION, "What of ropes?", Tier.CHEAP, "rope");

        models.set("prompts 2");

        assertThat(isKept(Scope.INSTALLATION, "What of saws?")).isTrue();
        assertThat(isKept(Scope.INSTALLATION, "What of ropes?")).isFalse();
    }

    @Test
    void the_first_model_takes_the_local_answers_since_it_may_better_them() {
        models.set("");
        ask(Scope.INSTALLATION, "What of saws?", Tier.LOCAL, "saw");

        models.set("prompts 1");

        assertThat(isKept(Scope.INSTALLATION, "What of saws?")).isFalse();
    }

    @Test
    void an_answer_that_cites_what_nobody_knows_is_not_kept() {
        ask(Scope.INSTALLATION, "What of axes?", Tier.LOCAL, "axe");
        ask(Scope.INSTALLATION, "What of the club?", Tier.LOCAL, "club");

        assertThat(cache.size()).isZero();
    }

    @Test
    void an_answer_whose_passage_changed_while_it_was_made_is_not_given() {
        make("What of saws?", () -> {
            cache.changed(Scope.INSTALLATION, Map.of("saw", "2", "rope", "1"));
            return answer("old", Tier.LOCAL, "saw");
        });

        assertThat(isKept(Scope.INSTALLATION, "What of saws?")).isFalse();
    }

    @Test
    void an_answer_whose_scope_moved_on_while_it_was_made_is_not_given() {
        make("What of saws?", () -> {
            cache.newGeneration(Scope.INSTALLATION, "another pack");
            return answer("old", Tier.LOCAL, "saw");
        });

        assertThat(isKept(Scope.INSTALLATION, "What of saws?")).isFalse();
    }

    @Test
    void another_process_gives_what_was_shared_with_its_age_and_keeps_it_itself() {
        ask(Scope.INSTALLATION, "What of saws?", Tier.LOCAL, "saw");
        AnswerCache other = cache();
        know(other);
        ticker.advance(Duration.ofHours(1));

        Answer hit =
                other.get(key(Scope.INSTALLATION, "what of saws"), WAIT, computing(() -> answer("never", Tier.LOCAL)));

        assertThat(hit.text()).isEqualTo("saw");
        assertThat(hit.receipt().age()).isEqualTo(Duration.ofHours(1));
        assertThat(other.size()).isEqualTo(1);
        assertThat(other.figures().shared()).isEqualTo(1);
        assertThat(other.figures().exact()).isEqualTo(1);
    }

    @Test
    void what_was_shared_is_given_only_while_it_holds() {
        ask(Scope.INSTALLATION, "What of saws?", Tier.LOCAL, "saw");
        AnswerCache changed = cache();
        know(changed);
        changed.changed(Scope.INSTALLATION, Map.of("saw", "2"));
        AnswerCache late = cache();
        know(late);

        assertThat(isKept(changed, Scope.INSTALLATION, "What of saws?")).isFalse();
        ticker.advance(Duration.ofDays(7));
        assertThat(isKept(late, Scope.INSTALLATION, "What of saws?")).isFalse();
    }

    @Test
    void what_another_process_takes_back_is_forgotten() {
        ask(OURS, "What of saws?", Tier.LOCAL, "saw");
        ask(THEIRS, "What of saws?", Tier.LOCAL, "saw");
        shared.kept.clear();

        shared.listeners.forEach(told -> told.accept(key(OURS, "What of saws?").encode()));
        shared.listeners.forEach(told -> told.accept("nonsense"));

        assertThat(isKept(OURS, "What of saws?")).isFalse();
        assertThat(isKept(THEIRS, "What of saws?")).isTrue();
        assertThat(cache.figures().evictions()).containsExactly(Map.entry(Eviction.ELSEWHERE, 1L));
    }

    @Test
    void what_did_not_help_is_taken_back_everywhere() {
        ask(OURS, "What of saws?", Tier.LOCAL, "saw");

        cache.evict(key(OURS, "What of saws?"), answer -> true);

        assertThat(shared.dropped).containsExactly(key(OURS, "What of saws?"));
        assertThat(shared.kept).isEmpty();
    }

    @Test
    void an_encoded_key_is_read_as_it_was() {
        for (ExactKey key : List.of(key(OURS, "what of saws"), key(Scope.INSTALLATION, "and ropes"))) {
            assertThat(EncodedKey.decode(key.encode())).contains(key);
        }
        assertThat(EncodedKey.decode("somewhere\n-\nq")).isEmpty();
        assertThat(EncodedKey.decode("installation\n-")).isEmpty();
    }

    private void ask(Scope scope, String question, Tier tier, String... cited) {
        cache.get(key(scope, question), WAIT, computing(() -> answer(cited[0], tier, cited)));
    }

    private void make(String question, Supplier<Answer> made) {
        cache.get(key(Scope.INSTALLATION, question), WAIT, computing(made));
    }

    private boolean isKept(Scope scope, String question) {
        return isKept(cache, scope, question);
    }

    private static boolean isKept(AnswerCache cache, Scope scope, String question) {
        Answer answer = cache.get(key(scope, question), WAIT, computing(() -> answer("new", Tier.LOCAL)));
        return answer.receipt().cached().isPresent();
    }

    private static Computation computing(Supplier<Answer> made) {
        return Answers.exact(made);
    }

    private static ExactKey key(Scope scope, String question) {
        return ExactKey.of(new Question(question, List.of(), scope));
    }

    private static Answer answer(String text, Tier tier, String... cited) {
        QuestionProfile profile = about("arborist", text, 0);
        List<Citation> citations = new ArrayList<>();
        for (String key : cited) {
            citations.add(new Citation(1, "notes", "Notes", List.of("Role"), key, key, true));
        }
        return new Answer(
                Status.ANSWERED,
                List.of(AnswerLine.of(text)),
                citations,
                List.of(),
                Optional.of(profile),
                new Receipt(tier, Optional.empty(), Duration.ZERO, Duration.ZERO, Spending.NONE));
    }

    /** A level that several processes share, in one. */
    private static final class KeptShared implements SharedLevel {
        private final Map<ExactKey, CachedAnswer> kept = new HashMap<>();
        private final List<ExactKey> dropped = new ArrayList<>();
        private final List<Consumer<String>> listeners = new ArrayList<>();

        @Override
        public Optional<CachedAnswer> find(ExactKey key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(ExactKey key, CachedAnswer answer) {
            kept.put(key, answer);
        }

        @Override
        public void drop(Collection<ExactKey> keys) {
            dropped.addAll(keys);
            keys.forEach(kept::remove);
        }

        @Override
        public void whenDropped(Consumer<String> listener) {
            listeners.add(listener);
        }

        @Override
        public void close() {}
    }
}
