package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.testing.Packs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceShapeTest {
    private static boolean isSentence(String text) {
        return SentenceShape.isSentence(text, Stream.of("npm installs what a page needs."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tree surgeons work on ropes.",
                "A landscape gardener shapes whole gardens: ground, paths, walls, water and planting.",
                "\"Plant first, ask later\" is what they say.",
                "2 of 3 gardeners own a van.",
                "(In winter they draw plans.)",
                "They don't climb.",
                "Learn to climb first.",
                "Most pruned trees recovered.",
                "npm is a tool of theirs."
            })
    void sentences_are_sentences(String text) {
        assertThat(isSentence(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Yes.",
                "js or FastAPI…",
                "js or FastAPI, which they use for the web.",
                "and they use ropes.",
                "React, Next.js or FastAPI.",
                "Chainsaws, ropes and a climbing harness.",
                "The main tools of a tree surgeon.",
                "To build a garden with a view.",
                "Tree surgeons use ropes,",
                "Tree surgeons use ropes and…",
                "Tree surgeons use ropes and ...",
                "Landscape gardeners use the following tools:",
                ", they work on ropes."
            })
    void pieces_of_sentences_are_not(String text) {
        assertThat(isSentence(text)).isFalse();
    }

    @Test
    void every_statement_of_the_packs_is_one() {
        for (Pack pack : List.of(Packs.shipped(), Packs.gardeners())) {
            assertThat(pack.passages().stream()
                            .flatMap(p -> p.statements().stream())
                            .map(Statement::text)
                            .filter(text -> !isSentence(text)))
                    .isEmpty();
        }
    }
}
