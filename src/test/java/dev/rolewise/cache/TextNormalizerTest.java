package dev.rolewise.cache;

import static dev.rolewise.cache.TextNormalizer.normalize;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizerTest {
    private static final String PLAIN = "what is the difference between an ai engineer and an ml engineer";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the difference between an AI engineer and an ML engineer?",
                "  what is the\tdifference\n between an AI\u00A0engineer and an ML engineer ???!",
                "hey bot, what is the difference between an AI engineer and an ML engineer pls",
                "Hi! What is the difference between an “AI engineer” and an ‘ML engineer’? Thanks in advance :)",
                "hello what is the difference between an AI engineer and an ML engineer, thx lol",
                "lol please what is the difference between an AI engineer and an ML engineer 😅😅",
                "👋 hey everyone 👋 what is the difference between an AI engineer and an ML engineer?🙏",
                "good morning all! quick question: what is the difference between an AI engineer and an ML engineer",
                "what is the di\u200Bfference between an \uFEFFAI engineer and an ML engi\u00ADneer",
                "ｗｈａｔ　ｉｓ the difference between an AI engineer and an ML engineer？",
                "hi hi hi what is the difference between an AI engineer and an ML engineer ... thank you, ty!!",
            })
    void ways_to_type_one_question_meet(String typed) {
        assertThat(normalize(typed)).isEqualTo(PLAIN);
    }

    @ParameterizedTest(name = "{2}: {0} | {1}")
    @CsvFileSource(resources = "never-meet.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '\0')
    void questions_that_differ_in_meaning_never_meet(String one, String other, String difference) {
        assertThat(normalize(one)).as(difference).isNotEqualTo(normalize(other));
    }

    @Test
    void no_two_questions_of_many_with_other_words_meet() {
        Map<String, String> seen = new HashMap<>();
        for (String question : grid()) {
            String before = seen.put(normalize(question), question);
            assertThat(before).as(question).isNull();
        }
        assertThat(seen).hasSizeGreaterThan(1000);
    }

    @Test
    void filler_and_punctuation_around_any_question_change_nothing() {
        Random random = new Random(7);
        List<String> before = List.of("", "hi, ", "Hey bot ", "please ", "HELLO! ", "lol ", "😅 ", "ok, ", " ");
        List<String> after =
                List.of("", "?", " pls", " thx!", ", thanks in advance", " 🙏", " ???", " lol", ".", " :)");
        for (String question : grid()) {
            String typed =
                    pick(before, random) + pick(before, random) + question + pick(after, random) + pick(after, random);
            assertThat(normalize(typed)).as(typed).isEqualTo(normalize(question));
        }
    }

    @Test
    void normal_text_stays_as_it_is() {
        for (String question : grid()) {
            assertThat(normalize(normalize(question))).isEqualTo(normalize(question));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "please", "thanks", "lol", "😅", "hey bot", "thank you"})
    void what_is_nothing_but_filler_stays(String typed) {
        assertThat(normalize(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "...", "\u200B", "!!! ???"})
    void what_is_nothing_but_marks_is_empty(String typed) {
        assertThat(normalize(typed)).isEmpty();
    }

    @Test
    void a_long_hostile_text_takes_no_long_time() {
        for (String piece : List.of("!", "hi ", "😅", "\u200B", "thanks ", "'\"", "\u00BD ", "a, ")) {
            assertThat(normalize(piece.repeat(10_000))).hasSizeLessThanOrEqualTo(40_000);
        }
    }

    private static List<String> grid() {
        List<String> questions = new ArrayList<>();
        for (String verb : List.of("do", "don't", "do not", "did", "dont", "why do", "when do", "what if")) {
            for (String who :
                    List.of("AI engineers", "ML engineers", "AI/ML engineers", "all AI engineers", "AIs", "ML @k")) {
                for (String link :
                        List.of("move to", "move from", "need", "not need", "need no", "never need", "->", "<-")) {
                    for (String what : List.of("1 model", "2 models", "10k models", "$1", "1%", "C", "C++", "C#")) {
                        questions.add(verb + " " + who + " " + link + " " + what);
                    }
                }
            }
        }
        return questions;
    }

    private static String pick(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
