package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentClassifierTest {
    private static final Pack PACK = Packs.gardeners();
    private static final HashedWords EMBEDDER = new HashedWords();
    private static final IntentClassifier CLASSIFIER = IntentClassifier.train(PACK, EMBEDDER);

    @Test
    void the_examples_of_the_pack_are_learnt() {
        long right = PACK.intents().stream()
                .flatMap(i -> i.examples().stream().filter(e -> classify(e).id().equals(i.id())))
                .count();
        long all = PACK.intents().stream().mapToLong(i -> i.examples().size()).sum();

        assertThat(right).isGreaterThanOrEqualTo(all * 95 / 100);
    }

    @ParameterizedTest
    @CsvSource({
        "which tools do landscape gardeners use,tools",
        "what skills does a landscape gardener need,skills",
        "how do I become an arborist,training",
        "what is an arborist,definition",
        "hello there,small-talk",
        "what is the capital of Chile,off-topic"
    })
    void questions_like_the_examples_have_their_intent(String question, String intent) {
        assertThat(classify(question).id()).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource({"what tools does an arborist use", "''", "xyzzy", "🌳"})
    void confidence_is_a_probability_and_the_intent_one_of_the_pack(String question) {
        IntentClassifier.Guess guess = classify(question);

        assertThat(guess.confidence()).isBetween(0.0, 1.0);
        assertThat(PACK.intent(guess.id())).isPresent();
    }

    @Test
    void what_was_learned_can_be_used_without_learning_again() throws IOException {
        IntentClassifier again = IntentClassifier.read(written(CLASSIFIER));
        String question = "what tools does an arborist use";

        assertThat(again.classify(question, EMBEDDER.question(question))).isEqualTo(classify(question));
    }

    @Test
    void it_is_surer_of_its_examples_than_of_gibberish() {
        assertThat(classify("what tools does a tree surgeon use").confidence())
                .isGreaterThan(classify("xyzzy plugh").confidence());
    }

    @Test
    void what_is_out_of_scope_lowers_the_confidence_and_is_never_the_guess() {
        List<IntentClassifier.Example> examples = new ArrayList<>(IntentClassifier.examples(PACK, EMBEDDER));
        String joke = "tell me a joke about tools";
        double before = classify(joke).confidence();
        for (String text :
                List.of("tell me a joke about cats", "tell me a joke about dogs", "a joke about tools please")) {
            examples.add(new IntentClassifier.Example(text, EMBEDDER.question(text), IntentClassifier.OUT_OF_SCOPE));
        }

        IntentClassifier.Guess guess = IntentClassifier.train(examples).classify(joke, EMBEDDER.question(joke));

        assertThat(guess.confidence()).isLessThan(before);
        assertThat(guess.id()).isNotEqualTo(IntentClassifier.OUT_OF_SCOPE);
    }

    @Test
    void the_threshold_turns_away_little_of_what_is_in_scope() {
        List<IntentClassifier.Example> examples = IntentClassifier.examples(PACK, EMBEDDER);

        double threshold = IntentClassifier.threshold(examples);

        assertThat(threshold).isBetween(0.0, 1.0);
        assertThat(examples.stream()
                        .filter(e -> CLASSIFIER.classify(e.text(), e.vector()).confidence() < threshold))
                .hasSizeLessThanOrEqualTo(examples.size() / 50);
    }

    private static DataInputStream written(IntentClassifier classifier) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        classifier.write(new DataOutputStream(bytes));
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static IntentClassifier.Guess classify(String question) {
        return CLASSIFIER.classify(question, EMBEDDER.question(question));
    }
}
