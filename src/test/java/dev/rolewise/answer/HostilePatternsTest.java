package dev.rolewise.answer;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to keep a regular expression busy take no noticeable time. */
class HostilePatternsTest {
    private static final Duration GENEROUS = Duration.ofSeconds(2);
    private static final int LONGEST = InputGuard.MAX_CHARACTERS;

    static Stream<String> texts() {
        return Stream.of(
                        "a",
                        "a ",
                        "ab ",
                        "ignore ",
                        "ignore all ",
                        "please now so ok just ",
                        "forget your ",
                        "system prompt ",
                        "show your the hidden first all ",
                        "decode ",
                        "show me people server ",
                        "'",
                        "'aa",
                        "\"aaa",
                        "<",
                        "<a ",
                        "<system>",
                        "</",
                        "<@",
                        "[",
                        "[[",
                        "[a](",
                        "[a:",
                        "aa(\"",
                        "a@",
                        "a@a.",
                        "a.a-a_",
                        "-",
                        "-----BEGIN A",
                        "-----BEGIN A-----",
                        "1",
                        "1 ",
                        "1(-) ",
                        "+1 (",
                        "http://",
                        "../",
                        "\u202E",
                        "a\u0300\u0301",
                        "\u0430a",
                        "F00",
                        "\n",
                        "also then ",
                        ". ",
                        "?",
                        "abcd efgh ijkl mnop qrst ",
                        "what is it and that ")
                .flatMap(unit -> Stream.of(
                        filled(unit),
                        filled("x" + unit).substring(1),
                        "what is " + filled(unit).substring(10) + "!"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void each_family_of_patterns_is_done_soon(String text) {
        assertTimeoutPreemptively(GENEROUS, () -> VisibleText.of(text), "VisibleText");
        assertTimeoutPreemptively(GENEROUS, () -> Secrets.mask(text), "Secrets");
        assertTimeoutPreemptively(GENEROUS, () -> Markup.strip(text), "Markup");
        assertTimeoutPreemptively(GENEROUS, () -> Orders.isOrder(text), "Orders");
        assertTimeoutPreemptively(GENEROUS, () -> new InputGuard().check(text), "InputGuard");
    }

    private static String filled(String unit) {
        return unit.repeat(LONGEST / unit.length() + 1).substring(0, LONGEST);
    }
}
