package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.RealModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The shipped statements, each beside its own passage and four neighbours: untouched, and made false by one edit. */
class EditedStatementsTest {
    private static final double CAUGHT = 0.95;
    private static final double REJECTED = 0.02;

    /** Every sixth statement is edited, and every second read untouched: the rest would only take time. */
    private static final int STEP = 6;

    private static final Pack PACK = Packs.shipped();
    private static final Verifier VERIFIER = new Verifier(PACK, new PackAnalyzer(PACK), RealModel.embedder());

    @Test
    void hardly_any_untouched_statement_is_rejected() {
        List<String> rejected = new ArrayList<>();
        List<Passage> passages = PACK.passages();
        int count = 0;
        for (int p = 0; p < passages.size(); p++) {
            for (Statement statement : passages.get(p).statements()) {
                count++;
                if (count % 2 == 0 && !kept(statement.text(), p)) {
                    rejected.add(statement.text());
                }
            }
        }
        assertThat(rejected).hasSizeLessThanOrEqualTo((int) (REJECTED * count / 2));
    }

    @Test
    void another_number_is_noticed() {
        assertCaught(2, 15, (text, i) -> Edits.number(text));
    }

    @Test
    void another_role_is_noticed() {
        assertCaught(STEP, 20, (text, i) -> Edits.role(text, PACK));
    }

    @Test
    void a_not_more_or_less_is_noticed() {
        assertCaught(STEP, 20, (text, i) -> Edits.not(text));
    }

    @Test
    void what_no_statement_speaks_of_is_noticed() {
        assertCaught(STEP, 45, (text, i) -> Optional.of(Edits.absent(text, i)));
    }

    private static void assertCaught(int step, int atLeast, BiFunction<String, Integer, Optional<String>> edit) {
        List<String> missed = new ArrayList<>();
        List<Passage> passages = PACK.passages();
        int statements = 0;
        int edits = 0;
        for (int p = 0; p < passages.size(); p++) {
            for (Statement statement : passages.get(p).statements()) {
                Optional<String> edited =
                        statements++ % step == 0 ? edit.apply(statement.text(), statements / step) : Optional.empty();
                edits += edited.isPresent() ? 1 : 0;
                int place = p;
                edited.filter(text -> kept(text, place)).ifPresent(missed::add);
            }
        }
        assertThat(edits).isGreaterThanOrEqualTo(atLeast);
        assertThat(missed).hasSizeLessThanOrEqualTo((int) ((1 - CAUGHT) * edits));
    }

    private static boolean kept(String text, int passage) {
        List<Passage> all = PACK.passages();
        int from = Math.max(0, Math.min(passage - 2, all.size() - 5));
        List<Passage> five = all.subList(from, from + 5);
        Claim claim = new Claim(text, List.of(1, 2, 3, 4, 5));
        return VERIFIER.verify(List.of(claim), five, List.of()).claims().get(0).kept();
    }
}
