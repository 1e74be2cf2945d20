package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartSplitterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. What tools do arborists use? 2. How do they earn money in winter?",
                "1) What tools do arborists use?\n2) How do they earn money in winter?",
                "a) What tools do arborists use b) How do they earn money in winter",
                "- What tools do arborists use?\n- How do they earn money in winter?"
            })
    void numbered_and_lettered_items_are_parts(String text) {
        List<String> parts = PartSplitter.split(text);

        assertThat(parts).hasSize(2);
        assertThat(parts.get(0)).startsWith("What tools do arborists use");
        assertThat(parts.get(1)).startsWith("How do they earn money in winter");
    }

    @Test
    void what_introduces_a_numbered_list_is_no_part() {
        assertThat(PartSplitter.split(
                        "Two things puzzle me: 1) What tools do arborists use? 2) How is winter pay earned?"))
                .containsExactly("What tools do arborists use?", "How is winter pay earned?");
    }

    @Test
    void two_questions_in_two_sentences_are_two_parts() {
        assertThat(PartSplitter.split("What tools does an arborist use? How dangerous is landscape gardening?"))
                .containsExactly("What tools does an arborist use?", "How dangerous is landscape gardening?");
    }

    @Test
    void two_questions_joined_by_and_are_two_parts() {
        List<String> parts =
                PartSplitter.split("What tools does an arborist use and how dangerous is landscape gardening?");

        assertThat(parts).hasSize(2);
        assertThat(parts.get(0)).contains("tools");
        assertThat(parts.get(1)).contains("dangerous").doesNotContain("tools");
    }

    @Test
    void a_question_of_one_word_that_says_what_it_is_about_is_a_part() {
        assertThat(PartSplitter.split("Do arborists need a licence and how is the pay?"))
                .containsExactly("Do arborists need a licence", "how is the pay?");
    }

    @Test
    void a_list_that_holds_a_question_word_is_one_question() {
        assertThat(PartSplitter.split("Can you give me a table: focus, how dangerous, tools and pay?"))
                .hasSize(1);
    }

    @Test
    void what_is_told_before_a_question_stays_with_it() {
        assertThat(PartSplitter.split("I have a bad back. Can I still become an arborist?"))
                .containsExactly("I have a bad back. Can I still become an arborist?");
    }

    @Test
    void what_is_told_after_a_question_stays_with_it() {
        assertThat(PartSplitter.split("Can I still become an arborist? I have a bad back."))
                .containsExactly("Can I still become an arborist? I have a bad back.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is crown reduction and what does it cost?",
                "What is tree surgery? Is it dangerous?",
                "What tools does an arborist use and why does that matter?"
            })
    void a_clause_that_points_back_stays_with_what_it_points_to(String text) {
        assertThat(PartSplitter.split(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the difference between tools, pay and training?",
                "Do arborists use ropes, harnesses and saws?",
                "Compare tree surgeons and landscape gardeners",
                "Do I need maths, statistics, and programming?",
                "Is it about pruning, planting or felling?"
            })
    void lists_inside_one_question_are_not_split(String text) {
        assertThat(PartSplitter.split(text)).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pruning", "", "What is pruning?", "tell me about arborists", "e.g. oak trees. Etc."})
    void a_single_question_is_one_part(String text) {
        assertThat(PartSplitter.split(text)).containsExactly(text);
    }

    @Test
    void very_many_questions_are_one_broad_question() {
        String many = "What tools do arborists use? ".repeat(9).strip();

        assertThat(PartSplitter.split(many)).containsExactly(many);
    }

    @Test
    void no_word_of_a_message_is_lost() {
        String text =
                "I like oaks. What tools does an arborist use, and how long is a landscaper's training? Thanks a lot.";

        assertThat(String.join(" ", PartSplitter.split(text)))
                .contains("I like oaks", "What tools", "how long", "training", "Thanks a lot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a) ", "what is it, and ", "1. a ", ", what", "and so or but ok then ", "?\n", "- x ", " "})
    void hostile_repetition_is_split_soon(String unit) {
        String text = unit.repeat(4000 / unit.length());

        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> PartSplitter.split(text));
    }

    @Test
    void people_named_before_may_be_asked_about_again() {
        assertThat(PartSplitter.split("What tools do arborists use and how much do they earn in Berlin?"))
                .hasSize(2);
    }
}
