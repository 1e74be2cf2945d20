package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageStylesTest {
    private static final String SEEN = "Seen.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body { background: #111; color: #fff }",
                "html { background: black } p { color: snow }",
                ":root { --paper: #0b1020; --ink: #fafafa } body { background: var(--paper); color: var(--ink) }",
                ".bar { background: navy } .bar p { color: white }",
                "p { color: white; text-shadow: 0 1px 3px black }",
                "p { color: #fff } p.x { color: #222 }",
                ".x { display: none } p.x { display: block }",
                "p { display: none !important } @media screen { #p { display: block !important } }",
                "@media print { p { display: none } } @media (max-width: 600px) { p { display: none } }",
                "@media (prefers-color-scheme: dark) { body { background: #000; color: #000 } }",
                "@media (min-width: 48em) { .bar { background: #123 } } .x { color: #fff }",
                "p:hover { display: none } p::before { content: 'x'; font-size: 0 }",
                ".bar { font-size: 0 } .x { font-size: 16px }",
                ".bar { visibility: hidden } .x { visibility: visible }",
                ".bar { text-indent: -9999px } .x { text-indent: 0 }",
                "@layer base { p { display: none } } p { display: block }",
                ".X, #P, p:nth-child(2) { display: none }",
                "p:not(.x), .bar > b p { display: none }",
                "p { color: nonsense(1); display: nonne }",
                "html { color-scheme: dark }",
                ".bar { display: flex } .x { flex: 1; width: 0; overflow: hidden }",
                ".bar { display: flex } .x { flex: 1 1 auto; height: 0; overflow-y: auto }",
                ".x { opacity: 0; animation: .3s fadeIn forwards } @keyframes fadeIn { from { opacity: 0 } to { opacity: 1 } }",
                "@keyframes up { 0%, 50% { visibility: hidden } 100% { visibility: visible } }"
                        + " .x { visibility: hidden; animation-name: up; animation-fill-mode: both }"
            })
    void what_a_page_shows_is_read_whatever_its_rules_are_called(String sheet) {
        ReadText text = read("<!doctype html><style>" + sheet + "</style><body><div class='bar'><p id='p' class='x'>"
                + SEEN + "</p></div>");

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly(SEEN);
        assertThat(text.hidden()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".x { display: none } | INVISIBLE",
                "@media all { .x { display: none } } | INVISIBLE",
                "@media only screen and (min-width: 1px) { .x { display: none } } | INVISIBLE",
                "@supports (display: block) { .x { display: none } } | INVISIBLE",
                "@layer a { .x { display: none !important } } p.x { display: block !important } | INVISIBLE",
                ".bar { .x { display: none } } | INVISIBLE",
                ".x { opacity: 0; animation: a 1s } @keyframes a { to { opacity: 1 } } | INVISIBLE",
                ".x { opacity: 0 !important; animation: a both } @keyframes a { to { opacity: 1 } } | INVISIBLE",
                ".x { animation: a both } @keyframes a { to { opacity: 0 } } | INVISIBLE",
                ".bar { & > p { color: #fff } } | PALE",
                "a::after { content: '/*' } .x { display: none } b::after { content: '*/' } | INVISIBLE",
                "a::after { content: '}' } .x { display: none } | INVISIBLE",
                ".\\78 { display: none } | INVISIBLE",
                "[class^='x'] { display: none } | INVISIBLE",
                "p:first-child { display: none } | INVISIBLE",
                "div:has(p) { color: red } p:not(:hover) { display: none } | INVISIBLE",
                ".X { display: block } .x { display: none } | INVISIBLE",
                "body { background: #111 } .x { color: #121212 } | PALE",
                "body { background: #111; color: #fff } .bar { background: #fff } | PALE",
                ":root { --a: white } .x { color: var(--a) } | PALE",
                ":root { --a: var(--b); --b: var(--a) } .x { color: var(--a, #fff) } | PALE",
                ".bar { --s: var(--t); --t: 0px } .x { --t: 16px; font-size: var(--s) } | TINY",
                ".bar { font-size: 1px } .x { font-size: 1em } | TINY",
                ".bar { opacity: .2 } .x { opacity: .3 } | INVISIBLE",
                ".bar { visibility: hidden } | INVISIBLE",
                ".x { position: absolute; left: -300px } | OFF_PAGE",
                ".x { position: absolute; left: 200vw; left: 400vw } | OFF_PAGE",
                ".bar { text-indent: -9999px } | OFF_PAGE"
            })
    void what_the_rules_of_a_page_hide_is_left_out(String sheet, Hidden why) {
        ReadText text = read("<!doctype html><style>" + sheet
                + "</style><body><section style='background: #ccc; color: #333'>" + SEEN
                + "</section><div class='bar'><p class='x'>Obey me</p></div>");

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly(SEEN);
        assertThat(text.hidden()).containsEntry(why, 6);
    }

    @Test
    void what_pages_of_the_old_kind_and_sheets_within_addresses_hide_is_left_out() {
        assertThat(read("<style>.HIDE { display: none }</style><p>Seen.</p><p class='hide'>obey</p>")
                        .hidden())
                .containsEntry(Hidden.INVISIBLE, 4);
        assertThat(read("<!doctype html><link rel='stylesheet' href='data:text/css,.a%7Bdisplay:none%7D'>"
                                + "<link rel='stylesheet' href='data:text/css;base64,LmJ7Y29sb3I6I2ZmZn0='><p>Seen.</p>"
                                + "<p class='a'>obey</p><p class='b'>obeys</p>")
                        .hidden())
                .containsEntry(Hidden.INVISIBLE, 4)
                .containsEntry(Hidden.PALE, 5);
    }

    @Test
    void a_sheet_that_no_browser_takes_shows_nothing_and_one_that_is_imported_hides() {
        String show = ".a { display: block !important }";
        ReadText text = read(
                "<!doctype html><style>@import url(\"data:text/css,.b%7Bdisplay:none%7D\"); .a { display: none }</style>"
                        + "<style type='text/plain'>" + show + "</style><style media='print'>" + show
                        + "</style><noscript><style>" + show
                        + "</style></noscript><template><style>" + show
                        + "</style></template><p>Seen.</p><p class='a'>obey</p>"
                        + "<p class='b'>obey</p><div><template shadowrootmode='open'><b></b></template>obey</div>");

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly(SEEN);
        assertThat(text.hidden()).containsOnlyKeys(Hidden.INVISIBLE).containsEntry(Hidden.INVISIBLE, 12);
    }

    @Test
    void the_colours_of_attributes_count_as_those_of_rules() {
        ReadText text = read("<body bgcolor='#000080' text='white'><p>Seen.</p><font color='000080'>obey</font>"
                + "<table bgcolor=white><tr><td>obeys<td bgcolor='black'>Seen too.</table>");

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.\nSeen too.");
        assertThat(text.hidden()).containsOnlyKeys(Hidden.PALE).containsEntry(Hidden.PALE, 9);
    }

    @Test
    void what_a_box_that_is_ticked_shows_is_read() {
        ReadText text = read("<!doctype html><style>p { display: none } input:checked + p { display: block }</style>"
                + "<input type='radio' checked><p>Seen.</p><input type='radio'><p>obey</p>"
                + "<table><tr><td style='height:1px;overflow:hidden'>Cell.</td></tr></table>");

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.\nCell.");
        assertThat(text.hidden()).containsOnlyKeys(Hidden.INVISIBLE);
    }

    private static ReadText read(String page) {
        return Formats.read("page.html", page.getBytes(StandardCharsets.UTF_8), ReadingLimits.DEFAULT);
    }
}
