package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Option;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Usd;
import dev.rolewise.testing.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HousedCommandTest {
    private static final Caller MIA = Caller.member("mia", Optional.of("1"), "11");

    private final FakeTicker ticker = new FakeTicker();
    private final Keepings keepings = new Keepings(member -> member, ticker);
    private Runnable meanwhile = () -> {};
    private final ServerRules rules =
            new ServerRules(new KeptSettings(), new Ceilings(100, 2000, Usd.parse("1"), 50), ticker);
    private final HousedCommand command =
            new HousedCommand(new Echo(), rules, text -> text.replace("secret", "…"), keepings::of, ticker);

    /** Says what it was given. */
    private final class Echo implements Command {
        @Override
        public CommandSpec spec() {
            return CommandSpec.of("echo", "Says it", Option.text("text", "What", 100), Option.text("quiet", "Q", 9));
        }

        @Override
        public Audience audience(CommandCall call) {
            return call.text("quiet").isPresent() ? Audience.CALLER : Audience.EVERYBODY;
        }

        @Override
        public Reply run(CommandCall call) {
            meanwhile.run();
            return Reply.line(call.text("text").orElse(""));
        }

        @Override
        public Reply act(ActionCall call) {
            return Reply.line("acted");
        }
    }

    @Test
    void where_nothing_is_set_it_is_the_command_itself() {
        assertThat(command.decline(call(MIA, "hello"))).isEmpty();
        assertThat(command.audience(call(MIA, "hello"))).isEqualTo(Audience.EVERYBODY);
        assertThat(command.run(call(MIA, "hello"))).isEqualTo(Reply.line("hello"));
        assertThat(command.thread(call(MIA, "hello"))).isEmpty();
        assertThat(command.act(ActionCall.press(MIA, new ActionId("echo", "do", "x"))))
                .isEqualTo(Reply.line("acted"));
    }

    @Test
    void elsewhere_than_in_the_chosen_channels_and_their_threads_it_only_says_where_to_ask() {
        rules.set("1", SettingName.CHANNELS, "12");
        Caller there = Caller.member("mia", Optional.of("1"), "12");
        Caller inThread = new Caller("mia", Optional.of("1"), "99", Optional.of("12"), false);
        ActionCall press = ActionCall.press(MIA, new ActionId("echo", "do", "x"));

        Reply away = command.decline(call(MIA, "hello")).orElseThrow();

        assertThat(away.aside()).isTrue();
        assertThat(away.blocks()).containsExactly(new Block.Places("Please ask me in", List.of("12")));
        assertThat(command.decline(press)).contains(away);
        assertThat(command.decline(call(there, "hello"))).isEmpty();
        assertThat(command.decline(call(inThread, "hello"))).isEmpty();
        assertThat(command.decline(call(Caller.member("mia", Optional.of("2"), "21"), "hello")))
                .isEmpty();
        assertThat(command.decline(call(Caller.member("mia", Optional.empty(), "31"), "hello")))
                .isEmpty();
    }

    @Test
    void a_private_reply_is_shared_by_its_caller_alone_there_alone_and_for_a_while() {
        rules.set("1", SettingName.REPLIES, "private");
        assertThat(command.audience(call(MIA, "hello"))).isEqualTo(Audience.CALLER);
        Reply quiet = command.run(call(MIA, "hello"));
        ActionId share = share(quiet).orElseThrow();
        assertThat(command.audience(share)).isEqualTo(Audience.EVERYBODY);

        assertThat(pressed(MIA, share)).isEqualTo(Reply.line("hello"));
        assertThat(pressed(Caller.member("tom", Optional.of("1"), "11"), share).aside())
                .isTrue();
        assertThat(pressed(Caller.member("mia", Optional.of("2"), "21"), share).aside())
                .isTrue();
        assertThat(pressed(Caller.member("mia", Optional.empty(), "31"), share).aside())
                .isTrue();
        assertThat(pressed(MIA, new ActionId("echo", share.verb(), "mia.zz")).aside())
                .isTrue();
        ticker.advance(Duration.ofMinutes(16));
        assertThat(pressed(MIA, share).aside()).isTrue();
    }

    @Test
    void a_private_reply_from_before_a_change_of_knowledge_is_not_shared() {
        rules.set("1", SettingName.REPLIES, "private");
        ActionId share = share(command.run(call(MIA, "hello"))).orElseThrow();

        command.knowledgeChanged(new Scope(Optional.of("2")));
        assertThat(pressed(MIA, share)).isEqualTo(Reply.line("hello"));
        command.knowledgeChanged(new Scope(Optional.of("1")));
        assertThat(pressed(MIA, share).aside()).isTrue();

        ActionId after = share(command.run(call(MIA, "hello"))).orElseThrow();
        assertThat(pressed(MIA, after)).isEqualTo(Reply.line("hello"));
        command.knowledgeChanged(Scope.INSTALLATION);
        assertThat(pressed(MIA, after).aside()).isTrue();
    }

    @Test
    void a_reply_that_was_being_made_during_a_change_of_knowledge_is_not_shared() {
        rules.set("1", SettingName.REPLIES, "private");
        meanwhile = () -> command.knowledgeChanged(new Scope(Optional.of("1")));
        ActionId share = share(command.run(call(MIA, "hello"))).orElseThrow();

        assertThat(pressed(MIA, share).aside()).isTrue();
    }

    @Test
    void after_a_deletion_no_private_reply_from_before_or_under_way_is_shared() {
        rules.set("1", SettingName.REPLIES, "private");
        ActionId share = share(command.run(call(MIA, "hello"))).orElseThrow();
        command.forgetSharable();
        assertThat(pressed(MIA, share).aside()).isTrue();

        meanwhile = () -> keepings.delete(Set.of("tom"), () -> {});
        ActionId others = share(command.run(call(MIA, "hello"))).orElseThrow();
        assertThat(pressed(MIA, others).aside()).isTrue();

        meanwhile = () -> keepings.delete(Set.of("mia"), () -> {});
        assertThat(share(command.run(call(MIA, "hello")))).isEmpty();
    }

    @Test
    void what_is_private_by_its_nature_has_nothing_to_share() {
        rules.set("1", SettingName.REPLIES, "private");
        CommandCall quiet = new CommandCall(MIA, Map.of("text", "hello", "quiet", "yes"), Map.of());

        assertThat(share(command.run(quiet))).isEmpty();
    }

    @Test
    void a_thread_is_named_after_what_was_asked_without_what_must_not_be_kept() {
        rules.set("1", SettingName.THREADS, "on");
        assertThat(command.thread(call(MIA, " my secret plan "))).contains("my … plan");
        assertThat(command.thread(call(MIA, "  "))).isEmpty();
        assertThat(command.thread(new CommandCall(MIA, Map.of("text", "hello", "quiet", "yes"), Map.of())))
                .isEmpty();

        rules.set("1", SettingName.REPLIES, "private");
        assertThat(command.thread(call(MIA, "hello"))).isEmpty();
    }

    private Reply pressed(Caller caller, ActionId id) {
        return command.act(ActionCall.press(caller, id));
    }

    private static Optional<ActionId> share(Reply reply) {
        return reply.blocks().stream()
                .filter(Block.Actions.class::isInstance)
                .flatMap(block -> ((Block.Actions) block).actions().stream())
                .map(Action::id)
                .findFirst();
    }

    private static CommandCall call(Caller caller, String text) {
        return new CommandCall(caller, Map.of("text", text), Map.of());
    }
}
