package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.FeedbackLog.Ratings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingsTest {
    @ParameterizedTest
    @CsvSource({
        "0,0,false",
        "3,0,false",
        "4,0,true",
        "6,1,false",
        "7,1,true",
        "8,2,false",
        "9,2,true",
        "0,9,false",
        "500,500,false",
    })
    void many_who_were_helped_speak_for_an_answer_and_few_do_not(long helpful, long unhelpful, boolean speak) {
        assertThat(new Ratings(helpful, unhelpful).speakForIt()).isEqualTo(speak);
    }
}
