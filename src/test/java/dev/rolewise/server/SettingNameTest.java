package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Usd;
import dev.rolewise.server.SettingName.Parsed;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingNameTest {
    private static final Ceilings CEILINGS = new Ceilings(100, 2000, Usd.parse("1.00"), 50);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            channels         | <#123456789012345678>                      | 123456789012345678
            channels         | 123456789012345678, <#223456789012345678>  | 123456789012345678 223456789012345678
            channels         | <#123456789012345678> 123456789012345678   | 123456789012345678
            channels         | ALL                                        | all
            replies          | Private                                    | private
            threads          | on                                         | on
            knowledge        | own-first                                  | own-first
            member-hour      | 007                                        | 7
            member-day       | 100                                        | 100
            server-day       | none                                       | none
            budget-day-usd   | $0.25                                      | 0.25
            budget-day-usd   | 0                                          | 0
            budget-day-calls | 0                                          | 0
            """)
    void what_is_right_is_kept_in_one_way(String name, String typed, String kept) {
        assertThat(parse(name, typed)).isEqualTo(new Parsed.Value(kept));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            channels         | general                  | Name one to 25 channels
            channels         | <@123456789012345678>    | Name one to 25 channels
            channels         | <@&123456789012345678>   | Name one to 25 channels
            channels         | <:oak:123456789012345678> | Name one to 25 channels
            replies          | loud                     | public, private
            threads          | yes                      | on, off
            knowledge        | none                     | both, own-first, own-only
            member-hour      | 0                        | whole number from 1
            member-hour      | -1                       | whole number from 1
            member-hour      | 1.5                      | whole number from 1
            member-hour      | 12345678901              | whole number from 1
            member-day       | 101                      | at most 100
            server-day       | 2001                     | at most 2000
            budget-day-usd   | 1.01                     | at most $1.00
            budget-day-usd   | -1                       | amount of US dollars
            budget-day-usd   | much                     | amount of US dollars
            budget-day-calls | 51                       | at most 50
            """)
    void what_is_wrong_is_said_with_what_would_be_right(String name, String typed, String why) {
        assertThat(parse(name, typed)).isInstanceOfSatisfying(Parsed.Wrong.class, wrong -> assertThat(wrong.why())
                .contains(why));
    }

    @Test
    void there_may_be_25_channels_and_no_more() {
        assertThat(parse("channels", channels(25))).isInstanceOf(Parsed.Value.class);
        assertThat(parse("channels", channels(26))).isInstanceOf(Parsed.Wrong.class);
    }

    @Test
    void only_what_the_operator_allows_is_offered() {
        Ceilings low = new Ceilings(10, 100, Usd.parse("0.10"), 0);

        assertThat(SettingName.MEMBER_DAY.offered(low)).containsExactly("none", "10");
        assertThat(SettingName.BUDGET_DAY_USD.offered(low)).containsExactly("none", "0", "0.10");
        assertThat(SettingName.BUDGET_DAY_CALLS.offered(low)).containsExactly("none", "0");
        assertThat(SettingName.of("no such")).isEmpty();
    }

    @Test
    void every_default_is_a_right_value() {
        for (SettingName name : SettingName.values()) {
            assertThat(name.parse(name.usual(), CEILINGS)).isEqualTo(new Parsed.Value(name.usual()));
        }
    }

    private static Parsed parse(String name, String typed) {
        return SettingName.of(name).orElseThrow().parse(typed, CEILINGS);
    }

    private static String channels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<#" + (100_000_000_000_000_000L + i) + ">")
                .collect(Collectors.joining(" "));
    }
}
