package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Profiles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnglesTest {
    @Test
    void a_short_question_has_none() {
        assertThat(Angles.clauses("what tools does an arborist use, and why?")).isEmpty();
    }

    @Test
    void a_story_falls_into_its_sentences_and_long_ones_into_clauses() {
        assertThat(Angles.clauses("I was a baker for ten years. Then my back gave in, and I sat at home for a long dark"
                        + " winter, because nothing else came up. Who fells trees?"))
                .containsExactly(
                        "I was a baker for ten years.",
                        "Then my back gave in",
                        "and I sat at home for a long dark winter",
                        "because nothing else came up.",
                        "Who fells trees?");
    }

    @Test
    void a_long_talk_is_bounded() {
        assertThat(Angles.clauses("trees are tall here. ".repeat(200))).hasSize(8);
    }

    @Test
    void each_clause_has_its_vector() {
        Angles angles = new Angles(new HashedWords());
        String story = "I have a bad back and two dogs. I like flowers more than saws. Which of the jobs is mine?";

        assertThat(angles.of(Profiles.of(story, List.of(), Set.of(), new HashedWords())))
                .containsExactly(
                        new HashedWords().question("I have a bad back and two dogs."),
                        new HashedWords().question("I like flowers more than saws."),
                        new HashedWords().question("Which of the jobs is mine?"));
    }
}
