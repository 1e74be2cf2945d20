package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.Verification.Checked;
import dev.rolewise.cascade.Verification.Fault;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.RealModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
    private static final Pack PACK = Packs.gardeners();
    private static final List<Passage> PASSAGES = PACK.passages();
    private static final List<Integer> ALL =
            IntStream.rangeClosed(1, PASSAGES.size()).boxed().toList();
    private static final Verifier VERIFIER = new Verifier(PACK, new PackAnalyzer(PACK), RealModel.embedder());

    @Test
    void a_statement_itself_is_kept_and_is_its_own_support() {
        Checked checked = check("A landscape gardener shapes whole gardens: ground, paths, walls, water and planting.");

        assertThat(checked.kept()).isTrue();
        assertThat(checked.support())
                .extracting(Statement::text)
                .startsWith(checked.claim().text());
        assertThat(checked.score()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Most landscape gardeners learn through an apprenticeship of two years and need no licence.",
                "No licence is required of landscape gardeners.",
                "An arborist mostly works on ropes in the crown, or feeds branches into a chipper.",
                "After storms tree surgeons have the most work, because fallen limbs block roads.",
                "In winter landscape gardeners draw plans.",
                "A landscaper shows three finished gardens before work begins."
            })
    void the_same_in_other_words_is_kept(String claim) {
        assertThat(check(claim)).satisfies(c -> assertThat(c.fault()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Most landscape gardeners learn through a three-year apprenticeship. | NUMBER
            A landscape gardener should show 5 finished gardens before any work begins. | NUMBER
            Tree surgeons spend the day levelling ground, laying stone and building fences. | ROLE
            Landscape gardeners work on ropes in the crown. | ROLE
            Tree surgeons build what is going to grow; landscape gardeners look after what has grown. | ROLE
            Landscape gardeners do not need an eye for design. | POLARITY
            Landscape gardeners need a licence. | POLARITY
            Self-employed landscape gardeners can earn less than tree surgeons. | POLARITY
            A bad cut cannot kill an oak ten years later. | POLARITY
            Landscape gardeners only build in winter. | POLARITY
            Landscape gardeners need an eye for design and a pilot's certificate. | ABSENT
            Landscape gardeners in Tasmania speak Esperanto. | ABSENT
            Landscape gardeners work with spades, a spirit level and a Stihl. | ABSENT
            scape gardeners need no licence. | FRAGMENT
            Landscape gardeners need no… | FRAGMENT
            Spades and wheelbarrows, ground, paths and walls. | FRAGMENT
            """)
    void what_the_passages_do_not_say_falls_for_its_fault(String claim, Fault fault) {
        assertThat(check(claim).fault()).contains(fault);
    }

    @Test
    void a_dropped_claim_shows_no_support() {
        assertThat(check("Landscape gardeners need a licence.").support()).isEmpty();
    }

    @Test
    void a_claim_without_a_role_is_about_the_role_that_was_asked_about() {
        Claim claim = new Claim("They spend the day levelling ground and laying stone.", ALL);

        assertThat(verify(claim, List.of("landscape-gardener")).kept()).isTrue();
        assertThat(verify(claim, List.of("tree-surgeon")).fault()).contains(Fault.ROLE);
    }

    @Test
    void a_claim_is_held_against_the_passages_that_it_names_and_no_others() {
        int other = 1
                + IntStream.range(0, PASSAGES.size())
                        .filter(i -> PASSAGES.get(i).aspect().equals("tools"))
                        .findFirst()
                        .orElseThrow();

        Claim claim = new Claim("Landscape gardeners need no licence.", List.of(other));

        assertThat(verify(claim, List.of()).kept()).isFalse();
    }

    @Test
    void a_passage_that_was_not_given_is_no_passage() {
        assertThat(verify(new Claim("Landscape gardeners need no licence.", List.of(0, -1, 9999)), List.of())
                        .fault())
                .contains(Fault.NO_PASSAGE);
        assertThat(verify(new Claim("Landscape gardeners need no licence.", List.of()), List.of())
                        .fault())
                .contains(Fault.NO_PASSAGE);
    }

    @Test
    void an_endless_claim_is_dropped_unread() {
        assertThat(check("and ".repeat(100_000)).fault()).contains(Fault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?!", "@everyone http://evil.example", "\ud83d", "not not not"})
    void a_claim_that_says_nothing_is_dropped(String claim) {
        assertThat(check(claim).kept()).isFalse();
    }

    @Test
    void claims_keep_their_order_and_are_told_apart() {
        Claim good = new Claim("Landscape gardeners need no licence.", ALL);
        Claim bad = new Claim("Landscape gardeners need a licence.", ALL);

        Verification verification = VERIFIER.verify(List.of(bad, good, bad), PASSAGES, List.of());

        assertThat(verification.claims()).extracting(Checked::claim).containsExactly(bad, good, bad);
        assertThat(verification.kept()).extracting(Checked::claim).containsExactly(good);
        assertThat(verification.dropped()).hasSize(2);
    }

    @Test
    void sentences_of_any_document_support_what_they_say() {
        List<String> evidence = List.of(
                "The bridge was opened in 1932.",
                "It spans the harbour of Sydney and carries trains, cars and walkers.",
                "Painters work on it all year.");

        assertThat(VERIFIER.support("The bridge across the harbour of Sydney was opened in 1932.", evidence))
                .isGreaterThan(VERIFIER.threshold());
        assertThat(VERIFIER.support("The bridge across the harbour of Sydney was opened in 1941.", evidence))
                .isLessThan(VERIFIER.threshold());
        assertThat(VERIFIER.support("Gustave Eiffel drew the plans of the bridge in Paris.", evidence))
                .isLessThan(VERIFIER.threshold());
        assertThat(VERIFIER.support("The bridge was opened in 1932.", List.of()))
                .isLessThan(VERIFIER.threshold());
    }

    private static Checked check(String claim) {
        return verify(new Claim(claim, ALL), List.of());
    }

    private static Checked verify(Claim claim, List<String> askedRoles) {
        return VERIFIER.verify(List.of(claim), PASSAGES, askedRoles).claims().get(0);
    }
}
