package dev.rolewise.server;

import dev.rolewise.command.ServerWatch;
import dev.rolewise.question.Scope;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes in time what belongs to servers from which the bot was removed, and what has been kept long enough. Thread-safe.
 */
public final class ServerLife implements ServerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLife.class);

    private final PersonalData data;
    private final Documents documents;
    private final Corrections corrections;
    private final ServerRules rules;
    private final Retention retention;
    private final Executor background;
    private final Clock clock;

    /** {@code background} runs one thing after the other, off the event thread. */
    public ServerLife(
            PersonalData data,
            Documents documents,
            Corrections corrections,
            ServerRules rules,
            Retention retention,
            Executor background,
            Clock clock) {
        this.data = data;
        this.documents = documents;
        this.corrections = corrections;
        this.rules = rules;
        this.retention = retention;
        this.background = background;
        this.clock = clock;
    }

    @Override
    public void connected(Predicate<String> isIn) {
        later(() -> data.servers().forEach(server -> {
            boolean gone = !isIn.test(server);
            if (gone) {
                LOG.info("server={} was left while away", server);
            }
            data.left(server, gone);
        }));
    }

    @Override
    public void joined(String serverId) {
        later(() -> data.left(serverId, false));
    }

    @Override
    public void left(String serverId) {
        LOG.info(
                "removed from server={}; what is kept for it goes in {} days",
                serverId,
                retention.leftServers().toDays());
        later(() -> data.left(serverId, true));
    }

    /** Deletes what is due. */
    public void clean() {
        long now = clock.millis();
        for (String server : data.leftBefore(now - retention.leftServers().toMillis())) {
            documents.dropAll(new Scope(Optional.of(server)));
            corrections.dropAll(server);
            rules.dropAll(server);
            data.deleteServer(server);
            data.left(server, false);
            LOG.info("deleted what was kept for server={}", server);
        }
        documents.purge();
        data.expire(
                now - retention.gaps().toMillis(),
                now - retention.ratings().toMillis(),
                now - retention.calls().toMillis());
    }

    private void later(Runnable work) {
        background.execute(() -> {
            try {
                work.run();
            } catch (UncheckedIOException e) {
                LOG.warn("the record of servers cannot be written: {}", e.getMessage());
            }
        });
    }
}
