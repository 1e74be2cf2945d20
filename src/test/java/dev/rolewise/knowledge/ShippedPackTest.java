package dev.rolewise.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.testing.Packs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shipped comparison and quizzes hold; the loader has checked their form. */
class ShippedPackTest {
    private final Pack pack = Packs.shipped();

    @Test
    void the_rows_that_people_look_for_are_there() {
        assertThat(pack.comparison().rows())
                .extracting(Comparison.Row::id)
                .contains(
                        "primary-focus",
                        "core-work",
                        "maths",
                        "orientation",
                        "key-activities",
                        "tech-stack",
                        "tools",
                        "skills",
                        "workflow",
                        "typical-examples",
                        "primary-objective",
                        "questions-they-ask",
                        "metrics",
                        "accessibility",
                        "future",
                        "demand",
                        "hiring-sign");
        assertThat(pack.quizzes()).extracting(Quiz::id).isEqualTo(List.of("path", "hiring"));
    }
}
