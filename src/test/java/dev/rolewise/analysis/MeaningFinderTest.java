package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Meaning;
import dev.rolewise.question.Meaning.Part;
import dev.rolewise.testing.Packs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningFinderTest {
    private static final MeaningFinder FINDER =
            new MeaningFinder(Packs.gardeners(), new RoleFinder(Packs.gardeners()), word -> false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What tools does an arborist use?                | tree surgeon tools
            How do I become a landscaper?                   | what is the way to become a landscape gardener
            Who earns more, arborists or landscapers?       | which role pays better
            How do landscapers and arborists differ?        | what's the difference between a tree surgeon and a landscape gardener
            from landscaper to arborist, how?               | How can a landscape gardener become a tree surgeon?
            Is a degree required for tree surgery?          | do tree surgeons need a degree
            in winter, what do landscapers do               | what do landscapers do in winter
            hey folks, quick question: is tree surgery hard | How hard is tree surgery?
            waht tols dose a landscaper need                | what tools does a landscaper need
            my cat walked over the keyboard. is tree surgery safe | is tree surgery safe?
            do arborists use chainsaws and ropes            | do arborists use ropes and chainsaws
            can you tell me what a tree surgeon is          | define tree surgeon
            """)
    void ways_to_ask_one_thing_have_one_meaning(String one, String other) {
        assertThat(meaning(one)).isEqualTo(meaning(other)).matches(Meaning::says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tools of a tree surgeon                    | tools of a landscape gardener
            from landscaper to arborist, how?          | from arborist to landscaper, how?
            ropes to chainsaws, worth it?              | chainsaws to ropes, worth it?
            leaving ropes for ladders, tips?           | leaving ladders for ropes, tips?
            do arborists earn more than landscapers    | do landscapers earn more than arborists
            do arborists need a licence                | do arborists not need a licence
            can I start with a degree                  | can I start without a degree
            do landscapers plant trees                 | must landscapers plant trees
            a crew of 3 arborists, enough?             | a crew of 30 arborists, enough?
            raise output from 91 to 96                 | raise output from 96 to 91
            arborist pay                               | arborist pay in Norway
            explain tree surgery                       | explain tree surgery to a child
            do arborists use cranes                    | did arborists use drones
            what should I ask an arborist              | what should an arborist ask me
            how do I hire an arborist                  | how do I become an arborist
            the first step of a landscaper             | the last step of a landscaper
            why do landscapers use gravel              | where do landscapers use gravel
            what do arborists do before felling        | what do arborists do after felling
            tree surgeons use which saws               | tree surgeons use which electric saws
            does gravel replace grass                  | does grass replace gravel
            for my visa, is tree surgery good          | is tree surgery good
            what does a mulcher do                     | what is a mulcher
            """)
    void what_asks_something_else_means_something_else(String one, String other) {
        assertThat(meaning(one)).isNotEqualTo(meaning(other));
    }

    @ParameterizedTest
    @CsvSource({"hello there", "thanks a lot!", "'ok, and?'", "''", "what is it"})
    void too_little_says_nothing(String text) {
        assertThat(meaning(text)).isEqualTo(Meaning.NONE);
    }

    @Test
    void a_part_without_roles_is_about_those_named_elsewhere() {
        assertThat(FINDER.of("what tools do they use", List.of("tree-surgeon")))
                .isEqualTo(meaning("what tools do tree surgeons use"));
    }

    @Test
    void words_say_what_part_they_play() {
        assertThat(meaning("Do two junior arborists not need ropes this year?").words())
                .extracting(Meaning.Word::part)
                .contains(Part.WAY, Part.QUANTITY, Part.AUDIENCE, Part.ROLE, Part.NEGATION, Part.TIME);
    }

    @Test
    void a_text_without_end_says_nothing() {
        assertThat(meaning("what tools ".repeat(500))).isEqualTo(Meaning.NONE);
    }

    private static Meaning meaning(String text) {
        return FINDER.of(text, List.of());
    }
}
