package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.FeedbackLog.Ratings;
import dev.rolewise.cache.CacheFigures;
import dev.rolewise.cache.Eviction;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.ReuseLog;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.testing.KeptReuses;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsAndCostTest {
    private static final Caller MEMBER = Caller.member("anna", Optional.of("server"), "channel");
    private static final Caller MANAGER = new Caller("mona", Optional.of("server"), "channel", true);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T19:00:00Z"), ZoneOffset.UTC);

    private final KeptTally tally = new KeptTally();
    private final KeptReuses reuses = new KeptReuses();
    private CacheFigures figures = new CacheFigures(0, 0, 0, 0, Map.of(), Map.of(), 0);
    private Ratings ratings = new Ratings(0, 0);

    @Test
    void a_member_sees_how_questions_of_their_server_were_answered_and_no_money() {
        some();
        ratings = new Ratings(3, 1);

        assertThat(stats(MEMBER))
                .containsExactly(
                        "Answers in this server, last 30 days",
                        "Answers: 1,000",
                        "From the cache: 50%",
                        "Local tier, free of charge: 40%",
                        "Cheap model: 10%",
                        "Strong model: under 1%",
                        "Beside always asking the strong model: 92% saved",
                        "👍: 75% of 4 ratings");
        assertThat(tally.askedFor).containsExactly(Optional.of("server"));
    }

    @Test
    void whoever_may_manage_the_server_also_sees_what_it_cost() {
        some();

        assertThat(stats(MANAGER)).containsSubsequence("👍: no ratings yet", "Spent on models: $0.80");
    }

    @Test
    void with_no_strong_model_there_is_nothing_to_compare_with() {
        tally.fresh(Tier.LOCAL, 1, "0", "0");
        ratings = new Ratings(0, 1);

        assertThat(stats(MANAGER))
                .noneMatch(line -> line.contains("strong model:"))
                .containsSubsequence("👍: 0% of 1 rating", "Spent on models: nothing");
    }

    @Test
    void answers_to_other_words_are_told_apart() {
        some();
        tally.cached(Tier.LOCAL, CacheHit.SEMANTIC, 1_000, "10");

        assertThat(stats(MEMBER)).contains("From the cache: 75% (50% in other words than before)");
    }

    @Test
    void whoever_may_manage_the_server_also_sees_what_the_cache_does() {
        some();
        figures = new CacheFigures(
                1200,
                34,
                5,
                1666,
                Map.of(ReuseGuard.Reason.DIRECTION, 3L, ReuseGuard.Reason.ROLES, 12L),
                Map.of(Eviction.UNHELPFUL, 1L),
                57);
        reuses.record(new ReuseLog.Judged("a", "anna", 0.9, false, Instant.EPOCH));
        reuses.record(new ReuseLog.Judged("b", "anna", 0.9, true, Instant.EPOCH));

        assertThat(stats(MANAGER))
                .endsWith(
                        "Cache hits since the start, all servers: 1,200 exact (5 made by another process), 34 in other words",
                        "Cache misses: 1,666; a near answer was not used for: roles 12, direction 3",
                        "Kept answers: 57; let go for: unhelpful 1",
                        "Wrong reuse reported: once in 30 days");
        assertThat(stats(MEMBER)).noneMatch(line -> line.startsWith("Cache"));
    }

    @Test
    void more_than_the_strong_model_costs_is_not_called_saved() {
        tally.fresh(Tier.CHEAP, 1, "1.1", "1");

        assertThat(stats(MEMBER)).contains("Beside always asking the strong model: 10% more spent");
    }

    @Test
    void a_server_with_no_answers_yet_is_told_how_to_begin() {
        assertThat(stats(MEMBER)).last().asString().contains("/ask");
    }

    @Test
    void figures_of_a_server_are_not_shown_elsewhere() {
        some();

        assertThat(stats(Caller.member("anna", Optional.empty(), "dm")))
                .containsExactly("These figures belong to a server: please run /stats in one.");
        assertThat(tally.askedFor).isEmpty();
    }

    @Test
    void the_terminal_sees_the_whole_installation() {
        some();

        assertThat(stats(Caller.TERMINAL)).startsWith("Answers of this installation, last 30 days");
        assertThat(tally.askedFor).containsExactly(Optional.empty());
    }

    @Test
    void the_example_costs_300_000_dollars_with_nothing_saved_and_less_with_what_is_saved_here() {
        some();

        assertThat(cost(Map.of()))
                .containsExactly(
                        "What a month of conversations costs",
                        "10,000 users, 30 conversations a month each, $1.00 a conversation",
                        "Nothing saved: $300,000 a month (every conversation at its full price)",
                        "With the cache: $150,000 a month (50% of the answers come from it)",
                        "With the cascade too: $24,000 a month (40% local, 10% cheap, under 1% strong: together 16% of what"
                                + " the strong model alone would cost)",
                        "As if each conversation went like the 1,000 answers counted here so far.");
    }

    @Test
    void other_numbers_are_worked_out_likewise() {
        assertThat(cost(Map.of("users", "1", "conversations", "1", "price", "0.25")))
                .contains("1 user, 1 conversation a month each, $0.25 a conversation")
                .contains("Nothing saved: $0.25 a month (every conversation at its full price)")
                .last()
                .asString()
                .startsWith("Nothing is counted here yet");
    }

    @ParameterizedTest
    @CsvSource({
        "users,-5,whole number",
        "users,2.5,whole number",
        "conversations,0,whole number",
        "conversations,99999999999999999999999,whole number",
        "users,1000000000,9 billion dollars",
        "price,-1,from 0 to a million",
        "price,1000001,from 0 to a million"
    })
    void nonsense_is_answered_with_what_a_number_looks_like(String option, String value, String told) {
        assertThat(cost(Map.of(option, value))).singleElement().asString().contains(told);
    }

    @Test
    void only_the_caller_sees_them() {
        for (Command command : List.of(stats(), new CostCommand(tally))) {
            assertThat(command.audience(new CommandCall(MEMBER, Map.of(), Map.of())))
                    .isEqualTo(Audience.CALLER);
            assertThat(command.spec().description()).hasSizeBetween(1, 100);
            assertThat(command.spec().options())
                    .allSatisfy(o -> assertThat(o.description()).hasSizeBetween(1, 100));
        }
    }

    private void some() {
        tally.cached(Tier.LOCAL, 500, "5")
                .fresh(Tier.LOCAL, 396, "0", "4")
                .fresh(Tier.CHEAP, 100, "0.20", "0.96")
                .fresh(Tier.STRONG, 4, "0.60", "0.04");
    }

    private List<String> stats(Caller caller) {
        return lines(stats(), new CommandCall(caller, Map.of(), Map.of()));
    }

    private StatsCommand stats() {
        return new StatsCommand(tally, new Rated(), reuses, () -> figures, CLOCK);
    }

    private List<String> cost(Map<String, String> options) {
        return lines(new CostCommand(tally), new CommandCall(MEMBER, options, Map.of()));
    }

    private static List<String> lines(Command command, CommandCall call) {
        return command.run(call).blocks().stream()
                .map(block -> {
                    if (block instanceof Block.Heading heading) {
                        return heading.text();
                    }
                    if (block instanceof Block.Small small) {
                        return small.text();
                    }
                    Block.Line line = (Block.Line) block;
                    return line.label().map(label -> label + ": ").orElse("") + line.text();
                })
                .toList();
    }

    private final class Rated implements FeedbackLog {
        @Override
        public Ratings ratings(Optional<String> serverId, Instant since) {
            return ratings;
        }

        @Override
        public Ratings ratingsOf(String answerId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void record(Feedback feedback) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Feedback.Rating> ratingBy(String answerId, String memberId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void withdraw(String answerId, String memberId) {
            throw new UnsupportedOperationException();
        }
    }
}
