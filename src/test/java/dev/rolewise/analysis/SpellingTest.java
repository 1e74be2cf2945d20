package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.testing.Packs;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final Spelling SPELLING = new Spelling(
            Packs.gardeners(),
            Set.of("really", "salary", "difference", "firing", "hiring"),
            Set.of("celery")::contains);

    @ParameterizedTest
    @CsvSource({
        "teh landcape gardner, the landscape gardener",
        "realy, really",
        "diffrence, difference",
        "saalry, salary",
        "wat dose it do, what does it do"
    })
    void a_slip_is_mended(String typed, String meant) {
        assertThat(new Spelling(Packs.gardeners(), Set.of("the", "really", "salary", "difference"), word -> false)
                        .mended(typed))
                .isEqualTo(meant);
    }

    @Test
    void a_word_that_somebody_knows_stays() {
        assertThat(SPELLING.mended("celery hiring firing")).isEqualTo("celery hiring firing");
    }

    @Test
    void whom_it_is_done_to_is_no_slip_for_who_does_it() {
        Spelling spelling = new Spelling(Packs.gardeners(), Set.of("interviewer", "mentor"), word -> false);

        assertThat(spelling.mended("interviewees and mentees")).isEqualTo("interviewees and mentees");
        assertThat(spelling.mended("intervewer")).isEqualTo("interviewer");
    }

    @Test
    void a_word_that_may_be_two_others_stays() {
        assertThat(new Spelling(Packs.gardeners(), Set.of("planet", "planer"), word -> false).mended("planeq"))
                .isEqualTo("planeq");
    }

    @Test
    void a_wrong_first_letter_is_another_word() {
        assertThat(SPELLING.mended("dalary")).isEqualTo("dalary");
    }
}
