package dev.rolewise.server;

import dev.rolewise.command.ServerWatch;
import dev.rolewise.question.Scope;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final Consumer<String> forget;
    private final Retention retention;
    private final Executor background;
    private final Clock clock;

    /**
     * @param forget forgets the answers that were made of what a server has of its own
     * @param background runs one thing after the other, off the event thread
     */
    public ServerLife(
            PersonalData data,
            Documents documents,
            Corrections corrections,
            ServerRules rules,
            Consumer<String> forget,
            Retention retention,
            Executor background,
            Clock clock) {
        this.data = data;
        this.documents = documents;
        this.corrections = corrections;
        this.rules = rules;
        this.forget = forget;
        this.retention = retention;
        this.background = background;
        this.clock = clock;
    }

    @Override
    public void connected(Function<String, Presence> presence) {
        later(() -> {
            data.servers().stream()
                    .filter(server -> presence.apply(server) == Presence.IN)
                    .forEach(corrections::prepare);
            Set<String> left = Set.copyOf(data.leftBefore(Long.MAX_VALUE));
            left.stream()
                    .filter(server -> presence.apply(server) == Presence.IN)
                    .forEach(this::back);
            data.servers().stream()
                    .filter(server -> !left.contains(server) && presence.apply(server) == Presence.GONE)
                    .forEach(server -> {
                        LOG.info("server={} was left while away", server);
                        data.left(server, true);
                    });
        });
    }

    @Override
    public void joined(String serverId) {
        later(() -> {
            if (data.leftBefore(Long.MAX_VALUE).contains(serverId)) {
                back(serverId);
            }
        });
    }

    private void back(String serverId) {
        LOG.info("back in server={}: what is kept for it stays", serverId);
        data.left(serverId, false);
    }

    @Override
    public void left(String serverId) {
        LOG.info(
                "removed from server={}; what is kept for it goes in {} days",
                serverId,
                retention.leftServers().toDays());
        later(() -> data.left(serverId, true));
    }

    /** Deletes what is due; a server that cannot be deleted now has its next turn with the next cleaning. */
    public void clean() {
        long now = clock.millis();
        for (String server : data.leftBefore(now - retention.leftServers().toMillis())) {
            try {
                delete(server);
            } catch (UncheckedIOException e) {
                LOG.warn("what was kept for server={} cannot be deleted yet: {}", server, e.getMessage());
            }
        }
        documents.purge();
        data.expire(
                now - retention.gaps().toMillis(),
                now - retention.ratings().toMillis(),
                now - retention.calls().toMillis());
    }

    private void delete(String server) {
        forget.accept(server);
        documents.dropAll(new Scope(Optional.of(server)));
        corrections.dropAll(server);
        rules.dropAll(server);
        data.deleteServer(server);
        LOG.info("deleted what was kept for server={}", server);
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
