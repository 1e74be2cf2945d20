package dev.rolewise.app;

import static org.awaitility.Awaitility.await;

import dev.rolewise.answer.AskCommand;
import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandRegistry;
import dev.rolewise.command.Reply;
import dev.rolewise.provider.Dialect;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.server.PersonalData;
import dev.rolewise.server.PrivacyCommand;
import dev.rolewise.store.DatabasePersonalData;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** All of one process of the bot but its surface: what members type and press is handed to the commands. */
final class BareBot implements AutoCloseable {
    private final Setup setup;
    private final Installation installation;
    private final Records records;
    private final CommandRegistry commands;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    /** {@code more} are environment variables. */
    BareBot(Path dataFolder, Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("ROLEWISE_LIMITS_MEMBER_IN_FLIGHT", "10"));
        settings.putAll(more);
        Clock clock = Clock.systemUTC();
        setup = RunningBot.silently(dataFolder, settings, clock);
        installation = Installation.serving(setup);
        records = Records.over(setup.database(), clock);
        commands = Commands.of(
                installation, records, setup.settings(), clock, new ActionSeal(SealKey.random()), Pictures.NONE);
    }

    /** Settings for a cheap and a strong model of that provider. */
    static Map<String, String> models(LoopbackProvider provider) {
        Map<String, String> settings = new HashMap<>();
        Map.of("CHEAP", "gpt-4.1-mini", "STRONG", "gpt-4.1").forEach((tier, model) -> {
            String name = "ROLEWISE_TIERS_" + tier;
            settings.put(name + "_PROVIDER", "openai");
            settings.put(name + "_BASE_URL", provider.address(Dialect.OPENAI).toString());
            settings.put(name + "_MODEL", model);
        });
        return settings;
    }

    Reply ask(Caller caller, String question) {
        return work(caller, question).join();
    }

    /** Taken in at once, as by a surface. */
    CompletableFuture<Reply> work(Caller caller, String question) {
        CommandCall call = new CommandCall(caller, Map.of("question", question), Map.of());
        var work = commands.named(AskCommand.NAME).orElseThrow().taken(call);
        return CompletableFuture.supplyAsync(() -> work.apply(soFar -> {}), workers);
    }

    Reply press(Caller caller, ActionId id) {
        return commands.named(id.command()).orElseThrow().act(ActionCall.press(caller, id));
    }

    Reply press(Caller caller, Reply reply, String verb) {
        return press(caller, button(reply, verb));
    }

    Reply delete(Caller caller) {
        return press(caller, new ActionId(PrivacyCommand.NAME, "delete", "-"));
    }

    Reply privacy(Caller caller) {
        return commands.named(PrivacyCommand.NAME).orElseThrow().run(new CommandCall(caller, Map.of(), Map.of()));
    }

    /** What is on record about a member. */
    Map<String, List<Map<String, Object>>> about(Caller caller) {
        try {
            PersonalData data = new DatabasePersonalData(setup.database(), Clock.systemUTC());
            return data.about(caller.memberId());
        } catch (OperatorException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is on its way to the record is there. */
    void settle() {
        installation.servers().orElseThrow().settle();
    }

    static ActionId button(Reply reply, String verb) {
        return actions(reply).filter(id -> id.verb().equals(verb)).findFirst().orElseThrow();
    }

    private static Stream<ActionId> actions(Reply reply) {
        return reply.blocks().stream()
                .filter(Block.Actions.class::isInstance)
                .flatMap(block -> ((Block.Actions) block).actions().stream())
                .map(Action::id);
    }

    static String text(Reply reply) {
        return reply.blocks().toString();
    }

    /** Waits until the provider is asked that often. */
    static void awaitCalls(LoopbackProvider provider, int calls) {
        await().until(() -> provider.calls() >= calls);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        records.close();
        installation.close();
        setup.close();
    }
}
