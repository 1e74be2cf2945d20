package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HidingStyleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dis/* a */play : NONE !important | INVISIBLE",
                "d\\69 splay:n\\6fne | INVISIBLE",
                "transform: rotate(3deg) scale(0, 1) | INVISIBLE",
                "opacity: .0 | INVISIBLE",
                "color: #fefefe | PALE",
                "color: #FFFF | PALE",
                "color: #0000 | PALE",
                "color: rgb(255 255 255) | PALE",
                "color: rgba(250, 250, 250, 1) | PALE",
                "color: rgba(0, 0, 0, 0) | PALE",
                "color: rgb(100% 100% 100%) | PALE",
                "color: hsl(0 0% 100%) | PALE",
                "color: hsl(0, 0%, 100%) | PALE",
                "font-size: 1px | TINY",
                "text-indent: -100em | OFF_PAGE",
                "margin-left: -99vw | OFF_PAGE",
                "transform: translateX(-9999px) | OFF_PAGE"
            })
    void what_nobody_sees_is_known_however_it_is_written(String style, Hidden why) {
        assertThat(HidingStyle.of(style)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "color: #000",
                "color: #f00",
                "color: #f5f5dc",
                "color: rgb(0, 0, 0)",
                "color: rgba(0, 0, 0, 0.8)",
                "color: hsl(0, 100%, 50%)",
                "background-color: #fff",
                "opacity: 0.9",
                "transform: scale(0.9)",
                "font-size: 1.2em",
                "margin-left: -15px"
            })
    void what_is_seen_stays(String style) {
        assertThat(HidingStyle.of(style)).isEmpty();
    }
}
