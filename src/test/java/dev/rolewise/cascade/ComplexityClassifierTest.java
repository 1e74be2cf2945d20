package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.ComplexityClassifier.Example;
import dev.rolewise.question.Complexity;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.RealModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplexityClassifierTest {
    private static final ComplexityClassifier CLASSIFIER =
            ComplexityClassifier.train(Packs.gardeners(), RealModel.embedder());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what does a tree surgeon do?",
                "tools of landscape gardeners",
                "I sold my bakery in May, moved to the coast with two dogs and a piano, and now I read about trees all"
                        + " day because the neighbour's oak fell on my shed. What is a chipper?"
            })
    void one_fact_is_simple_however_long_the_story(String question) {
        assertThat(CLASSIFIER.probability(question, RealModel.embedder())).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oak or patio business?",
                "am i too old to climb?",
                "I have a bad back, a van, and four thousand saved. Which of the two would you start with, and what should"
                        + " I learn first?"
            })
    void what_must_be_weighed_is_complex_however_short_the_question(String question) {
        assertThat(CLASSIFIER.probability(question, RealModel.embedder())).isGreaterThan(0.5);
    }

    @Test
    void examples_name_the_roles_of_the_pack() {
        List<Example> examples = ComplexityClassifier.examples(Packs.gardeners());

        assertThat(examples).hasSizeGreaterThan(200);
        assertThat(examples)
                .extracting(Example::text)
                .contains("what is tree surgeon")
                .noneMatch(t -> t.contains("{"));
        assertThat(examples.stream()
                        .filter(e -> e.complexity() == Complexity.SIMPLE)
                        .count())
                .isBetween(examples.size() * 2L / 5, examples.size() * 3L / 5);
    }

    @Test
    void what_was_learned_is_the_same_after_a_round_trip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CLASSIFIER.write(new DataOutputStream(bytes));

        ComplexityClassifier read =
                ComplexityClassifier.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        String question = "which one suits me?";
        assertThat(read.probability(question, RealModel.embedder()))
                .isEqualTo(CLASSIFIER.probability(question, RealModel.embedder()));
    }

    @Test
    void the_sentence_that_asks_is_found_in_a_story() {
        assertThat(Ask.of("I like dogs. What is a chipper? Thanks a lot!")).isEqualTo("What is a chipper?");
        assertThat(Ask.of("tools of gardeners")).isEqualTo("tools of gardeners");
        assertThat(Ask.of("They climb all day. Why?")).isEqualTo("They climb all day. Why?");
        assertThat(Ask.of("  ")).isEmpty();
    }
}
