package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.testing.Packs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TyposTest {
    private final Typos typos = new Typos(Packs.gardeners());

    @ParameterizedTest
    @CsvSource({
        "what does a landscpe gardener do,what does a landscape gardener do",
        "which mahcine is on the lawn,which machine is on the lawn",
        "do gardenners climb,do gardeners climb"
    })
    void a_letter_left_out_swapped_or_doubled_is_mended(String typed, String meant) {
        assertThat(new Typos(Packs.gardeners()).mended(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What Tools Does A Tree Surgeon Use?",
                "the xylophone in my gasden",
                "see https://gardners.example/prunning or @gardners",
                "pru",
                ""
            })
    void what_is_known_or_another_word_or_an_address_is_left_alone(String text) {
        assertThat(typos.mended(text)).isEqualTo(text);
    }
}
