package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Meaning;
import dev.rolewise.question.Polarity;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import dev.rolewise.testing.FakeTicker;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ten thousand questions of twenty servers, each of which plants its name in whatever is made for it. */
class IsolationTest {
    private static final int QUESTIONS = 10_000;
    private static final int SERVERS = 20;
    /** Servers with documents of their own; the others share what the installation knows. */
    private static final int WITH_DOCUMENTS = 12;

    private static final int ROLES = 5;
    private static final int ASPECTS = 10;
    private static final List<String> WORDINGS = List.of("What of %s?", "What about %s?", "Tell me of %s");
    private static final int DIMENSIONS = 64;

    private final Random random = new Random(20);
    private final FakeTicker ticker = new FakeTicker();
    private final AnswerCache cache = Answers.cache(new CacheSettings(256 << 20, Duration.ofDays(7)), ticker);
    private final float[][] directions = directions();

    @Test
    void no_server_sees_a_marker_of_another_and_each_finds_its_own_again() {
        Set<String> asked = new HashSet<>();
        int wrong = 0;
        int hits = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            int server = random.nextInt(SERVERS);
            Scope scope = server < WITH_DOCUMENTS ? new Scope(Optional.of("server" + server)) : Scope.INSTALLATION;
            String marker = "<marker of " + scope.serverId().orElse("the installation") + ">";
            int subject = random.nextInt(ROLES * ASPECTS);
            QuestionProfile profile = profile(subject, random.nextInt(WORDINGS.size()));

            Answer answer = cache.get(
                    ExactKey.of(new Question(profile.text(), List.of(), scope)),
                    Duration.ofSeconds(1),
                    Answers.of(profile, () -> Answers.answer("subject " + subject + " " + marker, profile)));

            wrong += answer.text().equals("subject " + subject + " " + marker) ? 0 : 1;
            hits += answer.receipt().cached().isPresent() ? 1 : 0;
            asked.add(marker + subject);
        }

        assertThat(wrong).isZero();
        assertThat(hits).as("each question is made once in each scope").isEqualTo(QUESTIONS - asked.size());
        assertThat(cache.figures().semantic()).isPositive();
        assertThat(cache.figures().exact()).isPositive();
    }

    private QuestionProfile profile(int subject, int wording) {
        float[] values = directions[subject].clone();
        values[wording] += 0.1f;
        return new QuestionProfile(
                String.format(Locale.ROOT, WORDINGS.get(wording), name(subject)),
                List.of("role" + subject % ROLES),
                Optional.empty(),
                Optional.empty(),
                Optional.of("aspect" + subject / ROLES),
                "intent" + subject / ROLES,
                0.9,
                Polarity.POSITIVE,
                Complexity.SIMPLE,
                false,
                false,
                List.of(),
                Set.of(name(subject)),
                new Meaning(List.of(new Meaning.Word(name(subject), Meaning.Part.OTHER)), List.of()),
                List.of(),
                Embedding.of(values));
    }

    /** A word of its own for each subject, without digits. */
    private static String name(int subject) {
        return "x" + (char) ('a' + subject % ROLES) + (char) ('a' + subject / ROLES) + "x";
    }

    private float[][] directions() {
        float[][] all = new float[ROLES * ASPECTS][DIMENSIONS];
        for (float[] direction : all) {
            double squares = 0;
            for (int i = 0; i < DIMENSIONS; i++) {
                direction[i] = (float) random.nextGaussian();
                squares += direction[i] * direction[i];
            }
            for (int i = 0; i < DIMENSIONS; i++) {
                direction[i] /= (float) Math.sqrt(squares);
            }
        }
        return all;
    }
}
