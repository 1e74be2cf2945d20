package dev.rolewise.cache.shared;

import dev.rolewise.cache.shared.Outbox.Drops;
import dev.rolewise.cache.shared.Outbox.Keep;
import dev.rolewise.cache.shared.Outbox.Work;
import io.lettuce.core.pubsub.RedisPubSubListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that keeps up the link to the shared server and sends what waits. While there is no link, nobody waits
 * for one: it is tried again after a pause, which grows from a quarter of a second to five seconds, and counts once a
 * round trip is as fast as a question needs it. Thread-safe.
 */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration RETRY_EVERY = Duration.ofMillis(500);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);
    private static final Duration CHECK = Duration.ofSeconds(1);
    private static final Duration SEND = Duration.ofMillis(250);
    private static final Duration LAST_WORK = Duration.ofMillis(500);
    private static final String READ_ONLY = "READONLY";
    private static final Set<String> STILL_SERVES = Set.of("OOM", "MISCONF", "NOREPLICAS", "NOPERM");

    private final RedisSettings settings;
    private final AnswerCodec codec;
    private final Outbox outbox;
    private final RedisPubSubListener<String, byte[]> heard;
    private final String process;
    private final String channel;
    private final AtomicReference<@Nullable RedisLink> link = new AtomicReference<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "shared-answers");
    private Duration pause = SHORTEST_PAUSE;
    private long checkedAt;
    private long triedAt;
    private boolean refusing;
    private volatile Known known = Known.NOTHING;

    /** What the log says of the server. */
    private enum Known {
        NOTHING,
        HERE,
        GONE
    }

    /** {@code process} signs the messages of this one. */
    Upkeep(
            RedisSettings settings,
            AnswerCodec codec,
            Outbox outbox,
            RedisPubSubListener<String, byte[]> heard,
            String process) {
        this.settings = settings;
        this.codec = codec;
        this.outbox = outbox;
        this.heard = heard;
        this.process = process;
        this.channel = DropMessage.channel(settings.seal());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The link, while there is one that works as far as is known. */
    Optional<RedisLink> link() {
        return Optional.ofNullable(link.get());
    }

    /** Told by whoever asked a server and got nothing. */
    void failed(RedisLink used, Gate gate, String phrase) {
        if (gate.failed(System.nanoTime()) && used.isSingle()) {
            lost(used, phrase);
        }
    }

    private void lost(RedisLink used, String phrase) {
        if (link.compareAndSet(used, null)) {
            used.close();
            outbox.forgetAnswers();
            logGone(phrase);
            outbox.wake();
        }
    }

    private void run() {
        try (RedisConnector connector = new RedisConnector(settings.address())) {
            while (closing.getCount() > 0) {
                RedisLink now = link.get();
                if (now != null) {
                    serve(now);
                } else if (!connect(connector)) {
                    closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                    pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                }
            }
            sendTheRest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("sharing answers has stopped; this process goes on without it", e);
        } finally {
            link.set(null);
        }
    }

    private boolean connect(RedisConnector connector) throws InterruptedException {
        AtomicReference<@Nullable RedisLink> made = new AtomicReference<>();
        try {
            RedisLink fresh = connector.connect(channel, heard, () -> gone(made.get()));
            made.set(fresh);
            fresh.probe(channel, message(List.of()));
            link.set(fresh);
            outbox.again();
            checkedAt = System.nanoTime();
            logHere();
            if (!fresh.isOpen()) {
                gone(fresh);
            }
            return true;
        } catch (FaultException e) {
            logGone(e.phrase());
        }
        return false;
    }

    private void gone(@Nullable RedisLink made) {
        if (made != null) {
            lost(made, "the connection was closed");
        }
    }

    private void serve(RedisLink now) throws InterruptedException {
        Optional<Work> work = outbox.next(RETRY_EVERY);
        if (link.get() != now) {
            return;
        }
        if (work.isPresent()) {
            send(now, work.get());
        }
        long time = System.nanoTime();
        if (time - triedAt >= RETRY_EVERY.toNanos()) {
            triedAt = time;
            outbox.again();
        }
        if (time - checkedAt >= CHECK_EVERY.toNanos()) {
            checkedAt = time;
            check(now);
        }
    }

    /** A connection can end without a word, and with it what the others take back. */
    private void check(RedisLink now) throws InterruptedException {
        try {
            now.check(CHECK);
            pause = SHORTEST_PAUSE;
        } catch (FaultException e) {
            lost(now, e.phrase());
        }
    }

    private void send(RedisLink now, Work work) throws InterruptedException {
        if (work instanceof Keep keep) {
            keep(now, keep);
        } else if (work instanceof Drops drops) {
            drop(now, drops);
        }
    }

    private void keep(RedisLink now, Keep keep) throws InterruptedException {
        Gate gate = now.gate(keep.name().redisKey());
        Duration left = codec.timeLeft(keep.answer());
        Optional<byte[]> value = left.isZero() || !gate.lets(System.nanoTime())
                ? Optional.empty()
                : codec.encode(keep.name(), keep.answer());
        if (value.isEmpty()) {
            return;
        }
        try {
            now.set(keep.name().redisKey(), value.get(), left, SEND);
            gate.succeeded();
            if (refusing) {
                refusing = false;
                LOG.info("The shared cache takes answers again.");
            }
        } catch (FaultException e) {
            refused(now, gate, e);
        }
    }

    /** A full server still serves; one that has become a replica has a master elsewhere. */
    private void refused(RedisLink now, Gate gate, FaultException fault) {
        String code = fault instanceof RefusedException refused ? refused.code() : "";
        if (code.equals(READ_ONLY)) {
            lost(now, "it has become a replica");
        } else if (!STILL_SERVES.contains(code)) {
            failed(now, gate, fault.phrase());
        } else if (!refusing) {
            refusing = true;
            LOG.warn("The shared cache takes no answers ({}): it serves those that it has.", code);
        }
    }

    /** First from the server, then from the memory of the others: who hears of it should not find it again. */
    private void drop(RedisLink now, Drops drops) throws InterruptedException {
        Replies.Many<Name> deleted = now.delete(drops.names().keySet(), SEND);
        try {
            tell(now, drops);
            outbox.delivered(drops, deleted.done());
            if (deleted.fault().isPresent()) {
                throw deleted.fault().get();
            }
        } catch (FaultException e) {
            if (now.isSingle()) {
                lost(now, e.phrase());
            }
        }
    }

    private void tell(RedisLink now, Drops drops) throws FaultException, InterruptedException {
        List<String> keys = drops.untold().stream().map(Name::encoded).toList();
        if (drops.everything()) {
            now.publish(channel, message(List.of(RedisLevel.EVERYTHING)), SEND);
        } else if (!keys.isEmpty()) {
            now.publish(channel, message(keys), SEND);
        }
    }

    private byte[] message(List<String> keys) {
        return new DropMessage(process, keys).encode(settings.seal());
    }

    private void sendTheRest() throws InterruptedException {
        long end = System.nanoTime() + LAST_WORK.toNanos();
        Optional<Work> work = outbox.next(Duration.ZERO);
        while (work.isPresent() && link().isPresent() && System.nanoTime() < end) {
            send(link().get(), work.get());
            work = outbox.next(Duration.ZERO);
        }
    }

    private void logHere() {
        if (known != Known.HERE) {
            LOG.info(
                    known == Known.GONE ? "The shared cache at {} is back." : "Answers are shared through {}.",
                    settings.address());
            known = Known.HERE;
        }
    }

    private void logGone(String phrase) {
        if (known != Known.GONE && closing.getCount() > 0) {
            known = Known.GONE;
            LOG.warn(
                    "The shared cache at {} cannot be used ({}): until it can, each process has its own.",
                    settings.address(),
                    phrase);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Sends what waits for up to half a second, and ends. */
    @Override
    public void close() {
        closing.countDown();
        outbox.close();
        try {
            thread.join(2 * LAST_WORK.toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
