package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Answers that go with whom they were made for, from memory and from what is shared. */
class ForgottenAnswersTest {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Scope OURS = new Scope(Optional.of("ours"));

    private final Shared shared = new Shared();
    private final Names names = new Names();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final AnswerCache cache = Answers.cache(
            new CacheSettings(1 << 20, Duration.ofDays(7)),
            new NamedLevel(shared, names, background::add),
            new FakeTicker());

    @Test
    void the_answers_to_a_members_questions_are_forgotten_and_no_others() {
        ask("mia", "What of saws?", Scope.INSTALLATION);
        ask("tom", "What of ropes?", Scope.INSTALLATION);
        ask("tom", "What of saws?", Scope.INSTALLATION);
        work();

        assertThat(cache.questionsOf("mia")).hasSize(1);
        cache.forgetMember("mia");

        assertThat(cache.questionsOf("mia")).isEmpty();
        assertThat(cache.size()).isEqualTo(1);
        assertThat(shared.kept).containsOnlyKeys(key("What of ropes?", Scope.INSTALLATION));
    }

    @Test
    void the_answers_of_a_scope_are_forgotten_and_no_others() {
        ask("mia", "What of saws?", Scope.INSTALLATION);
        ask("mia", "What of saws?", OURS);
        work();

        cache.forgetScope(OURS);

        assertThat(cache.size()).isEqualTo(1);
        assertThat(shared.kept).containsOnlyKeys(key("What of saws?", Scope.INSTALLATION));
    }

    @Test
    void what_another_process_takes_back_by_name_alone_or_altogether_is_forgotten() {
        ask("mia", "What of saws?", Scope.INSTALLATION);
        ask("mia", "What of ropes?", Scope.INSTALLATION);
        ask("mia", "What of knots?", Scope.INSTALLATION);

        shared.tell("name of what of saws");
        assertThat(cache.size()).isEqualTo(2);
        shared.tell("name of nothing");
        assertThat(cache.size()).isEqualTo(2);
        shared.tell(SharedLevel.EVERYTHING);
        assertThat(cache.size()).isZero();
    }

    @Test
    void a_better_answer_stays_that_of_whoever_asked_first() {
        ask("mia", "What of saws?", OURS);
        cache.better(key("What of saws?", OURS), Answers.exact(() -> Answers.answer("more of saws")), a -> true);
        work();

        assertThat(names.kept).hasSize(2).containsOnly("name of what of saws mia ours");
    }

    @Test
    void nothing_is_shared_before_its_name_is_on_record() {
        ask("mia", "What of saws?", OURS);
        assertThat(shared.kept).isEmpty();
        work();

        assertThat(names.kept).containsExactly("name of what of saws mia ours");
        assertThat(shared.kept).hasSize(1);

        names.broken = true;
        ask("mia", "What of ropes?", OURS);
        work();
        assertThat(shared.kept).hasSize(1);
    }

    @Test
    void what_is_taken_back_while_it_waits_to_be_shared_is_not_shared_in_the_end() {
        ask("mia", "What of saws?", OURS);
        cache.forgetMember("mia");
        work();

        assertThat(shared.kept).isEmpty();
    }

    private void ask(String member, String question, Scope scope) {
        QuestionProfile profile = Answers.profile(false);
        cache.get(key(question, scope), WAIT, new Computation() {
            @Override
            public boolean standsAlone() {
                return false;
            }

            @Override
            public QuestionProfile understood() {
                return profile;
            }

            @Override
            public Optional<String> asker() {
                return Optional.of(member);
            }

            @Override
            public Answer answer() {
                return Answers.answer("about " + question);
            }
        });
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private static ExactKey key(String question, Scope scope) {
        return ExactKey.of(new Question(question, List.of(), scope));
    }

    /** What processes share, in one. */
    private static final class Shared implements SharedLevel {
        private final Map<ExactKey, CachedAnswer> kept = new HashMap<>();
        private final List<Consumer<String>> listeners = new ArrayList<>();

        void tell(String dropped) {
            listeners.forEach(listener -> listener.accept(dropped));
        }

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
            keys.forEach(kept::remove);
        }

        @Override
        public Optional<String> name(ExactKey key) {
            return Optional.of("name of " + key.text());
        }

        @Override
        public void whenDropped(Consumer<String> listener) {
            listeners.add(listener);
        }

        @Override
        public void close() {}
    }

    private static final class Names implements SharedNames {
        private final List<String> kept = new ArrayList<>();
        private boolean broken;

        @Override
        public void keep(String name, Optional<String> memberId, Scope scope, Instant at) {
            if (broken) {
                throw new UncheckedIOException(new IOException("away"));
            }
            kept.add(name + " " + memberId.orElse("") + " " + scope.serverId().orElse(""));
        }

        @Override
        public List<String> ofMember(String memberId) {
            return List.of();
        }

        @Override
        public List<String> ofServer(String serverId) {
            return List.of();
        }

        @Override
        public void expire(Instant before) {}
    }
}
