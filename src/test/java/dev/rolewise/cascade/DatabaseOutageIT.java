package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Tier;
import dev.rolewise.store.DatabaseException;
import dev.rolewise.store.DatabaseSettings;
import dev.rolewise.store.PostgresAddress;
import dev.rolewise.testing.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The database server goes away in the middle of the day and comes back. */
class DatabaseOutageIT {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(20);

    private final Path folder;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.rolewise");
    private PostgresServer server;
    private final List<String> questions = Shipped.forModels(100);
    private int asked;

    DatabaseOutageIT(@TempDir Path folder) {
        this.folder = folder;
        this.server = PostgresServer.in(folder);
    }

    @BeforeEach
    void listen() {
        log.start();
        ours.addAppender(log);
        ours.setLevel(Level.INFO);
    }

    @AfterEach
    void end() {
        ours.detachAppender(log);
        ours.setLevel(null);
        server.stop();
    }

    @Test
    void without_its_database_it_answers_by_itself_until_it_is_back() {
        DatabaseSettings place = new DatabaseSettings(folder, Optional.of(PostgresAddress.parse(server.emptySchema())));
        try (LoopbackProvider provider = LoopbackProvider.start();
                Rig rig = new Rig(place, Rig.PLENTY, Duration.ofSeconds(10), Map.of(Tier.CHEAP, provider))) {
            provider.always(Scripts.model(Rig.FAITHFUL));
            assertThat(askAnew(rig).receipt().servedBy()).isEqualTo(Tier.CHEAP);
            int calls = provider.calls();

            server.stop();
            for (int i = 0; i < 10; i++) {
                Answer answer = askAnew(rig);
                assertThat(answer.status()).isEqualTo(Answer.Status.ANSWERED);
                assertThat(answer.receipt().servedBy()).isEqualTo(Tier.LOCAL);
            }
            assertThatThrownBy(() -> rig.ledger.renew())
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("cannot be reached");
            assertThat(provider.calls()).isEqualTo(calls);
            assertThat(warnings()).singleElement().asString().contains("the database cannot be used");

            server = server.again(folder);
            await().atMost(BACK_WITHIN)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> askAnew(rig).receipt().servedBy() == Tier.CHEAP);
            rig.ledger.renew();
            assertThat(warnings()).hasSize(1);
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsOnlyOnce("the database can be used again");
        }
    }

    private Answer askAnew(Rig rig) {
        return rig.ask(questions.get(asked++));
    }

    private List<String> warnings() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
