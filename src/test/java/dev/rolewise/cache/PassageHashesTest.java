package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.testing.Packs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassageHashesTest {
    private static final Source OAKS =
            source("Oaks", true, "tools", List.of("Saws cut.", "Ropes hold."), "tree-surgeon");

    @Test
    void every_statement_of_a_passage_has_the_hash_of_all_of_it() {
        Map<String, String> hashes = PassageHashes.of(List.of(OAKS));

        assertThat(hashes).containsOnlyKeys("k0", "k1");
        assertThat(hashes.get("k0")).matches("[0-9a-f]{32}").isEqualTo(hashes.get("k1"));
        assertThat(PassageHashes.of(List.of(OAKS))).isEqualTo(hashes);
    }

    @ParameterizedTest
    @MethodSource
    void whatever_an_answer_may_show_or_go_by_changes_the_hash(Source other) {
        assertThat(PassageHashes.of(List.of(other)).get("k0"))
                .isNotEqualTo(PassageHashes.of(List.of(OAKS)).get("k0"));
    }

    static Stream<Source> whatever_an_answer_may_show_or_go_by_changes_the_hash() {
        List<String> said = List.of("Saws cut.", "Ropes hold.");
        return Stream.of(
                source("Elms", true, "tools", said, "tree-surgeon"),
                source("Oaks", false, "tools", said, "tree-surgeon"),
                source("Oaks", true, "risks", said, "tree-surgeon"),
                source("Oaks", true, "tools", List.of("Saws cut.", "Ropes break."), "tree-surgeon"),
                source("Oaks", true, "tools", List.of("Saws cut.Ropes hold."), "tree-surgeon"),
                source("Oaks", true, "tools", said, "landscape-gardener"));
    }

    @Test
    void a_pack_has_a_hash_for_each_of_its_statements() {
        long statements = Packs.gardeners().passages().stream()
                .mapToLong(passage -> passage.statements().size())
                .sum();

        assertThat(PassageHashes.of(Packs.gardeners().sources())).hasSize((int) statements);
    }

    private static Source source(String title, boolean note, String aspect, List<String> said, String role) {
        List<Statement> statements = Stream.iterate(0, i -> i + 1)
                .limit(said.size())
                .map(i -> new Statement("k" + i, said.get(i), i))
                .toList();
        Passage passage = new Passage("s#1", "s", List.of("Role", "Tools"), Set.of(role), aspect, statements);
        return new Source("s", title, "Author", "Attribution", "2026", note, List.of(passage));
    }
}
