package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void digits_and_words_are_one_number() {
        assertThat(Numbers.of("$300,000 or $300k or three hundred thousand"))
                .containsExactly("300000", "300000", "300000");
        assertThat(Numbers.of("ten thousand users, thirty conversations, 0.50 dollars, 96%"))
                .containsExactly("10000", "30", "0.5", "96");
    }

    @Test
    void names_with_digits_are_no_numbers() {
        assertThat(Numbers.of("GPT-4, s3 and recall@k")).isEmpty();
    }

    @Test
    void one_is_a_pronoun_more_often_than_a_number() {
        assertThat(Numbers.of("the first one of someone's")).isEmpty();
    }
}
