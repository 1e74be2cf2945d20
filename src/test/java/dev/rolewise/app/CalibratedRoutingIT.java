package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.cascade.RouteLog.Judged;
import dev.rolewise.cascade.RouteThresholds;
import dev.rolewise.cascade.Routing;
import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Reply;
import dev.rolewise.provider.Dialect;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.ScriptedModels;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Question;
import dev.rolewise.question.Tier;
import dev.rolewise.store.Database;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an answer and its rating to the record, and from the file of {@code calibrate} to the next answer. */
class CalibratedRoutingIT {
    private static final String HARD =
            "Should I learn Python or statistics first if I want to become an ML engineer, and why?";

    private final Path data;

    CalibratedRoutingIT(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void an_answer_is_recorded_as_it_was_routed_and_joined_with_its_rating() throws Exception {
        try (LoopbackProvider provider = provider();
                Setup setup = setup(provider);
                Installation installation = Installation.open(setup);
                Records records = Records.over(Database.open(data), setup.clock())) {
            Command ask = Commands.of(
                            installation,
                            records,
                            setup.settings(),
                            setup.clock(),
                            new ActionSeal(SealKey.random()),
                            Pictures.NONE)
                    .named("ask")
                    .orElseThrow();
            Caller member = Caller.member("m1", Optional.of("s1"), "c1");

            Reply reply = ask.run(new CommandCall(member, Map.of("question", HARD), Map.of()));
            ask.run(new CommandCall(member, Map.of("question", HARD), Map.of()));
            ask.act(ActionCall.press(member, helpful(reply)));

            await().until(() -> !records.routes().since(Instant.EPOCH).judged().isEmpty());
            assertThat(records.routes().since(Instant.EPOCH).all()).hasSize(1);
            Judged judged = records.routes().since(Instant.EPOCH).judged().get(0);
            assertThat(judged.share()).isEqualTo(1);
            assertThat(judged.answer().servedBy())
                    .isEqualTo(judged.answer().choice().tier())
                    .isNotEqualTo(Tier.LOCAL);
            assertThat(judged.answer().vector())
                    .isEqualTo(installation.brain().embedder().question(HARD));
            assertThat(judged.answer().keptShare()).isPresent();
        }
    }

    @Test
    void the_next_start_routes_by_what_was_found() throws Exception {
        Routing strongForAll = Routing.by(new RouteThresholds(0, 0, 0.1));
        new RoutingFile(data, 0.2).write(strongForAll);
        try (LoopbackProvider provider = provider();
                Setup setup = setup(provider);
                Installation installation = Installation.open(setup)) {
            assertThat(installation.routing()).isEqualTo(strongForAll);
            assertThat(servedBy(installation, HARD)).isEqualTo(Tier.STRONG);
        }
        new RoutingFile(data, 0.2).write(Routing.by(new RouteThresholds(0, 1.01, 0.1)));
        try (LoopbackProvider provider = provider();
                Setup setup = setup(provider);
                Installation installation = Installation.open(setup)) {
            assertThat(servedBy(installation, HARD)).isEqualTo(Tier.CHEAP);
        }
    }

    private static Tier servedBy(Installation installation, String question) {
        return installation
                .ask(Question.of(question), AskOptions.PLAIN)
                .receipt()
                .servedBy();
    }

    private static ActionId helpful(Reply reply) {
        return reply.blocks().stream()
                .filter(Block.Actions.class::isInstance)
                .flatMap(block -> ((Block.Actions) block).actions().stream())
                .map(Action::id)
                .filter(id -> id.verb().equals("up"))
                .findFirst()
                .orElseThrow();
    }

    private static LoopbackProvider provider() {
        LoopbackProvider provider = LoopbackProvider.start();
        provider.always(Scripts.model(ScriptedModels.faithful(3)));
        return provider;
    }

    private Setup setup(LoopbackProvider provider) throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Map<String, String> environment = new HashMap<>();
        environment.put("ROLEWISE_DATA_DIR", data.toString());
        environment.put("ROLEWISE_LOG_LEVEL", "error");
        for (String tier : List.of("CHEAP", "STRONG")) {
            environment.put("ROLEWISE_TIERS_" + tier + "_PROVIDER", "openai");
            environment.put("ROLEWISE_TIERS_" + tier + "_MODEL", tier.equals("CHEAP") ? "gpt-4.1-mini" : "gpt-4.1");
            environment.put(
                    "ROLEWISE_TIERS_" + tier + "_BASE_URL",
                    provider.address(Dialect.OPENAI).toString());
        }
        return new Launch(
                        new Terminal(InputStream.nullInputStream(), nowhere, nowhere, OptionalInt::empty),
                        environment,
                        data,
                        Clock.systemUTC(),
                        new Composition(false))
                .setup(Optional.empty());
    }
}
