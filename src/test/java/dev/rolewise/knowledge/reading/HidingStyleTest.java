package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.nio.charset.StandardCharsets;
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
                "transform: rotate(3deg) scale(0, 1) | TINY",
                "opacity: .0 | INVISIBLE",
                "filter: opacity(0%) | INVISIBLE",
                "clip: rect(0 0 0 0); position: absolute | INVISIBLE",
                "clip-path: inset(50%) | INVISIBLE",
                "clip-path: polygon(0 0, 0 0, 0 0) | INVISIBLE",
                "height: 0; overflow: hidden | INVISIBLE",
                "height: 0; min-height: 1px; overflow: hidden | INVISIBLE",
                "flex: 1; height: 0; overflow: hidden | INVISIBLE",
                "position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden | INVISIBLE",
                "content-visibility: hidden | INVISIBLE",
                "color: oklch(1 0 0) | PALE",
                "color: color-mix(in srgb, white 50%, #fefefe) | PALE",
                "color: hwb(0 100% 0%) | PALE",
                "color: #0000000f | PALE",
                "color: var(--gone, #fff) | PALE",
                "--a: #fff; --b: var(--a); color: var(--b) | PALE",
                "background: #123456; color: #123456 | PALE",
                "background: linear-gradient(#fff, #fefefe); color: #fff | PALE",
                "background: url(paper.png); color: #fff | PALE",
                "-webkit-text-fill-color: #fff | PALE",
                "color: #fff; text-shadow: 0 0 2px white | PALE",
                "font-size: calc(1px * 0) | TINY",
                "font: 0/0 a | TINY",
                "font-size: min(0px, 16px) | TINY",
                "transform: scale(.05) | TINY",
                "zoom: 0.1 | TINY",
                "text-indent: 200%; white-space: nowrap; overflow: hidden | OFF_PAGE",
                "position: fixed; left: 9999px | OFF_PAGE",
                "position: absolute; inset: -9999px auto auto -9999px | OFF_PAGE",
                "translate: -9999px | OFF_PAGE",
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
        assertThat(read(style).hidden()).containsOnlyKeys(why);
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
                "background: #222; color: #fff",
                "background: #222 url(dark.png) no-repeat; color: #fff",
                "background: linear-gradient(90deg, #123, rgba(0, 0, 80, .9)); color: white",
                "background: linear-gradient(red, blue); -webkit-background-clip: text; color: transparent",
                "color: #fff; text-shadow: 1px 1px 2px #000",
                "color: #ff0; background: navy",
                "--ink: #333; color: var(--ink)",
                "color: nonsense",
                "clip: rect(0, 100px, 100px, 0)",
                "height: 0; padding-bottom: 56%",
                "height: 0; min-height: 10em; overflow: hidden",
                "width: 0; min-width: 100%; overflow: auto",
                "display: table-cell; height: 1px; overflow: hidden",
                "font-size: clamp(1rem, 2vw, 3rem)",
                "font-size: calc(1rem + .3vw)",
                "position: absolute; left: 50%; margin-left: -150px",
                "float: left; margin-left: -100%",
                "margin-top: -120px",
                "opacity: 0.9",
                "transform: scale(0.9)",
                "font-size: 1.2em",
                "margin-left: -15px"
            })
    void what_is_seen_stays(String style) {
        assertThat(read(style).hidden()).isEmpty();
    }

    private static ReadText read(String style) {
        String page = "<!doctype html><p>Seen.</p><div style=\"" + style + "\">abcd</div>";
        return Formats.read("page.html", page.getBytes(StandardCharsets.UTF_8), ReadingLimits.DEFAULT);
    }
}
