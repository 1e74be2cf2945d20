package dev.rolewise.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandRegistryTest {
    private static final Caller CALLER = Caller.member("anna", Optional.empty(), "here");

    private final Command ask = named("ask", Optional.of("Ask about this message"));
    private final Command help = named("help", Optional.empty());
    private final CommandRegistry registry = new CommandRegistry(List.of(ask, help));

    @Test
    void commands_are_found_by_name_and_keep_their_order() {
        assertThat(registry.all()).containsExactly(ask, help);
        assertThat(registry.named("help")).contains(help);
        assertThat(registry.named("Help")).isEmpty();
        assertThat(registry.named("")).isEmpty();
    }

    @Test
    void the_command_on_messages_is_found_by_its_label() {
        assertThat(registry.onMessage("Ask about this message")).contains(ask);
        assertThat(registry.onMessage("help")).isEmpty();
    }

    @Test
    void two_commands_of_one_name_are_refused() {
        assertThatThrownBy(() -> new CommandRegistry(List.of(ask, ask)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ask");
    }

    @Test
    void a_button_that_a_command_does_not_know_says_what_to_do() {
        Reply reply = ask.act(ActionCall.press(CALLER, new ActionId("ask", "gone", "")));

        assertThat(reply).isEqualTo(Reply.aside("This button is out of date. Please run /ask again."));
    }

    @Test
    void options_that_were_not_given_are_absent() {
        CommandCall call = new CommandCall(CALLER, Map.of("question", "why"), Map.of("private", true));

        assertThat(call.text("question")).contains("why");
        assertThat(call.text("other")).isEmpty();
        assertThat(call.flag("private")).isTrue();
        assertThat(call.flag("other")).isFalse();
    }

    @Test
    void a_reply_says_something() {
        assertThatThrownBy(() -> new Reply(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Command named(String name, Optional<String> onMessage) {
        return new Command() {
            @Override
            public CommandSpec spec() {
                return new CommandSpec(name, "Does it", List.of(), onMessage);
            }

            @Override
            public Audience audience(CommandCall call) {
                return Audience.CALLER;
            }

            @Override
            public Reply run(CommandCall call) {
                return Reply.line(name);
            }
        };
    }
}
