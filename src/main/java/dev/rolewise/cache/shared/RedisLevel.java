package dev.rolewise.cache.shared;

import dev.rolewise.cache.CachedAnswer;
import dev.rolewise.cache.ExactKey;
import dev.rolewise.cache.SharedLevel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Answers in a Redis or Valkey that the processes of one installation share.
 *
 * <p>The server may be slow, full, restarting, away or lying: each is a miss, and a question waits 50 ms for it at most.
 * After three failures in a row it is asked no more until a probe, made by another thread, finds it well; a node of a
 * Cluster, once in five seconds. An answer is
 * taken only if a process with the same key has sealed it for the same question, within the last {@code
 * cache.expire-after}. What is written and taken back goes out on another thread; what is taken back while the server is
 * away is not served here and goes out when it is back, unless the process ends before.
 */
public final class RedisLevel implements SharedLevel {
    /** How long a question waits. */
    static final Duration MAX_WAIT = Duration.ofMillis(50);

    private static final int ID_BYTES = 8;

    private final Clock clock;
    private final Seal seal;
    private final AnswerCodec codec;
    private final Outbox outbox = new Outbox();
    private final AtomicReference<Instant> madeAfter = new AtomicReference<>(Instant.MIN);
    private final Heard heard;
    private final Upkeep upkeep;

    private RedisLevel(RedisSettings settings, Clock clock, String process) {
        this.clock = clock;
        this.seal = settings.seal();
        this.codec = new AnswerCodec(seal, settings.expireAfter(), clock);
        this.heard = new Heard(process, seal, this::nothingOlder);
        this.upkeep = new Upkeep(settings, codec, outbox, heard, process);
    }

    /** Starts to connect, on another thread; returns at once and never fails, whatever there is at the address. */
    public static RedisLevel open(RedisSettings settings, Clock clock, RandomGenerator random) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        RedisLevel level = new RedisLevel(settings, clock, HexFormat.of().formatHex(id));
        level.upkeep.start();
        return level;
    }

    /** Tries the server once, which takes some seconds at most; what is wrong, in a few words that hold no secret. */
    public static Optional<String> problem(RedisSettings settings) throws InterruptedException {
        Heard nobody = new Heard("", settings.seal(), () -> {});
        try (nobody;
                RedisConnector connector = new RedisConnector(settings.address())) {
            String channel = DropMessage.channel(settings.seal());
            RedisLink link = connector.connect(channel, nobody, () -> {});
            link.probe(channel, new DropMessage("", List.of()).encode(settings.seal()));
            link.close();
            return Optional.empty();
        } catch (FaultException e) {
            return Optional.of(e.phrase());
        }
    }

    @Override
    public Optional<CachedAnswer> find(ExactKey key) {
        Optional<RedisLink> link = upkeep.link();
        Optional<Name> name = link.isPresent() ? Name.of(key, seal) : Optional.empty();
        if (name.isEmpty() || outbox.isDropped(name.get())) {
            return Optional.empty();
        }
        return value(link.get(), name.get())
                .flatMap(value -> codec.decode(name.get(), value))
                .filter(answer -> answer.madeAt().isAfter(madeAfter.get()))
                .filter(answer -> !outbox.isDropped(name.get()));
    }

    private Optional<byte[]> value(RedisLink link, Name name) {
        Gate gate = link.gate(name.redisKey());
        if (!gate.lets(System.nanoTime())) {
            return Optional.empty();
        }
        try {
            byte[] value = link.get(name.redisKey(), AnswerCodec.MAX_VALUE_BYTES + 1, MAX_WAIT);
            gate.succeeded();
            return Optional.of(value);
        } catch (FaultException e) {
            upkeep.failed(link, gate, e.phrase());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public void keep(ExactKey key, CachedAnswer answer) {
        if (isConnected()) {
            Name.of(key, seal).ifPresent(name -> outbox.keep(name, answer));
        }
    }

    @Override
    public void drop(Collection<ExactKey> keys) {
        Collection<Name> names =
                keys.stream().flatMap(key -> Name.of(key, seal).stream()).collect(Collectors.toSet());
        if (!outbox.drop(names)) {
            nothingOlder();
        }
    }

    @Override
    public Optional<String> name(ExactKey key) {
        return Name.of(key, seal).map(Name::redisKey);
    }

    @Override
    public void dropNamed(Collection<String> names) {
        if (!outbox.drop(names.stream().map(Name::alone).collect(Collectors.toSet()))) {
            nothingOlder();
        }
    }

    /** Also told {@link #EVERYTHING} after the subscription began or was lost for a while, or when there was too much to name. */
    @Override
    public void whenDropped(Consumer<String> listener) {
        heard.listener(listener);
    }

    /** Whether the server is there, as far as is known. */
    public boolean isConnected() {
        return upkeep.link().isPresent();
    }

    /** From now on no answer is taken that was made before now. */
    private void nothingOlder() {
        Instant now = clock.instant();
        madeAfter.accumulateAndGet(now, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** Sends what waits for up to half a second, and ends all threads within about a second more. */
    @Override
    public void close() {
        upkeep.close();
        heard.close();
    }
}
