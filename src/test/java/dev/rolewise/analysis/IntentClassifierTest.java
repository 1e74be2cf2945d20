package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
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
        "what tools does a landscape gardener use,tools",
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
    void what_was_learned_can_be_used_without_learning_again() {
        IntentClassifier again = new IntentClassifier(CLASSIFIER.model());
        String question = "what tools does an arborist use";

        assertThat(again.classify(question, EMBEDDER.question(question))).isEqualTo(classify(question));
    }

    @Test
    void it_is_surer_of_its_examples_than_of_gibberish() {
        assertThat(classify("what tools does a tree surgeon use").confidence())
                .isGreaterThan(classify("xyzzy plugh").confidence());
    }

    private static IntentClassifier.Guess classify(String question) {
        return CLASSIFIER.classify(question, EMBEDDER.question(question));
    }
}
