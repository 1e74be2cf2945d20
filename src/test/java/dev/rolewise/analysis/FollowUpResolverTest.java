package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Turn;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpResolverTest {
    private static final String FIRST = "What tools does a tree surgeon use?";

    private final RoleFinder roles = new RoleFinder(Packs.gardeners());
    private final FollowUpResolver resolver = new FollowUpResolver(Packs.gardeners(), roles);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and the landscape gardener?",
                "And a landscaper?",
                "what about landscape gardeners",
                "How about landscapers?",
                "the other one?",
                "and the other role?",
                "what about the other one"
            })
    void another_role_takes_the_place_of_the_one_before(String text) {
        String resolved = resolve(text, FIRST);

        assertThat(roles.roles(resolved)).containsExactly("landscape-gardener");
        assertThat(resolved.toLowerCase(java.util.Locale.ROOT)).contains("tools", "use");
    }

    @Test
    void the_other_way_round_swaps_the_roles() {
        String resolved =
                resolve("and the other way round?", "How do I move from tree surgery to landscape gardening?");

        assertThat(roles.roles(resolved)).containsExactly("landscape-gardener", "tree-surgeon");
        assertThat(resolved).contains("How do I move from");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"why not?", "why?", "shorter please", "and how much does that cost?", "in one sentence", "again"
            })
    void what_points_back_keeps_the_question_that_it_points_to(String text) {
        assertThat(resolve(text, FIRST)).contains("tools", "tree surgeon").contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What certificates does a landscape gardener need before starting work?",
                "Which skills does a landscaper need most?",
                "How long does a typical apprenticeship in garden building usually take?"
            })
    void a_question_that_stands_alone_inherits_nothing(String text) {
        assertThat(resolve(text, FIRST)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new topic: is it dangerous?",
                "different question: is it dangerous?",
                "Forget that. is it dangerous?",
                "something else: is it dangerous?"
            })
    void a_new_topic_inherits_nothing(String text) {
        assertThat(resolve(text, FIRST)).isEqualTo("is it dangerous?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is something else that an arborist could learn besides climbing and cutting?",
                "Do arborists do something else besides climbing, such as planting?",
                "Is a landscaper on another topic every day, or is the work the same?"
            })
    void a_question_that_only_holds_such_words_is_read_whole(String text) {
        assertThat(resolver.resolve(text, List.of())).isEqualTo(text);
    }

    @Test
    void without_a_conversation_a_text_stays_as_it_is() {
        assertThat(resolver.resolve("and the other one?", List.of())).isEqualTo("and the other one?");
    }

    @Test
    void the_last_of_several_turns_is_the_one_that_is_meant() {
        List<Turn> conversation = List.of(turn("How dangerous is landscape gardening?"), turn(FIRST));

        assertThat(resolver.resolve("and landscapers?", conversation))
                .contains("tools")
                .doesNotContain("dangerous");
    }

    @Test
    void three_turns_in_a_row_each_build_on_the_one_before() {
        String second = resolve("and landscape gardeners?", FIRST);
        String third = resolve("and the other one?", second);

        assertThat(roles.roles(second)).containsExactly("landscape-gardener");
        assertThat(roles.roles(third)).containsExactly("tree-surgeon");
        assertThat(third).contains("tools");
    }

    @Test
    void a_turn_whose_question_was_turned_away_does_no_harm() {
        Turn turnedAway = new Turn("???", Optional.empty(), List.of());

        assertThat(resolver.resolve("What tools do landscape gardeners use?", List.of(turnedAway)))
                .contains("What tools do landscape gardeners use?");
    }

    private String resolve(String text, String before) {
        return resolver.resolve(text, List.of(turn(before)));
    }

    private Turn turn(String question) {
        QuestionProfile profile = Profiles.of(question, roles.roles(question), Set.of(), new HashedWords());
        return new Turn(question, Optional.of(profile), List.of());
    }
}
