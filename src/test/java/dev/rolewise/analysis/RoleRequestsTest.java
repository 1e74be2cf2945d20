package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.testing.Packs;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleRequestsTest {
    private static final Pack PACK = Packs.gardeners();

    private final RoleRequests requests = new RoleRequests(PACK, new RoleFinder(PACK), new AspectFinder(PACK));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Our oak leans over the roof. Whom should we hire? | Our oak leans over the roof.",
                "our oak leans over the roof, tree surgeon or landscaper? | our oak leans over the roof",
                "Our oak is ill and it is big. So which one do I need, an arborist or a landscape gardener? | Our oak is ill and it is big.",
                "which of the two do we get for a pond that leaks into our cellar | a pond that leaks into our cellar",
                "Who do I hire to cut down the old ash? | cut down the old ash",
                "Client says the person fells old oaks. Am I looking for a tree surgeon or a landscape gardener? | Client says the person fells old oaks.",
                "Boss wants a name by Friday. The oak is ill. What kind of person is that? | Boss wants a name by Friday., The oak is ill.",
                "Our client wants a pond and two walls by June. Which role takes this to the finish line? | Our client wants a pond and two walls by June."
            })
    void what_is_told_is_found_beside_what_is_asked(String text, String told) {
        assertThat(requests.in(text)).map(RoleRequest::told).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Whom should we hire?",
                "Tree surgeon or landscape gardener?",
                "Which role needs a licence?",
                "We are two friends from Leeds. Which role earns more?",
                "What do tree surgeons do, and landscape gardeners?",
                "My team prunes old trees all day. Which role am I in?",
                "In our company I prune trees all day. Am I a tree surgeon or a landscape gardener?",
                "Our son is good at climbing. Which job fits him?",
                "My client's friend builds stone walls. Which role should she go for?",
                "I got fired by my company and have a garden. Which role do I need now?",
                "Our company laid me off in May, tree surgeon or landscape gardener?",
                "Which role do I need to learn first if I want to cut trees?",
                "I love climbing and I hate stones. Which one fits me?",
                "I enjoy climbing and old trees. Which job?",
                "I have cut trees for ten years. What should I become?",
                "We have an old oak. What does a tree surgeon cost?",
                "We have an old oak. Do we need a tree surgeon?",
                "Our oak is old. What do they earn? Whom do we hire?",
                "Compare both roles for our newsletter, which one do we need?",
                "Our team wants to know which licence both need. Does that matter for who we take?"
            })
    void other_questions_are_no_requests_for_a_role(String text) {
        assertThat(requests.in(text)).isEmpty();
    }

    @Test
    void it_knows_whether_the_project_is_the_askers_own() {
        assertThat(requests.in("Our oak is ill and it is big. Who is that?"))
                .map(RoleRequest::ours)
                .contains(true);
        assertThat(requests.in("The oak is ill and it is big. Who is that?"))
                .map(RoleRequest::ours)
                .contains(false);
    }

    @Test
    void a_text_that_is_far_too_long_is_not_read() {
        assertThat(requests.in("We have an oak. ".repeat(100) + "Whom do we hire?"))
                .isEqualTo(Optional.empty());
    }
}
