package dev.rolewise.cascade.model;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.rolewise.cascade.model.CallGate.Shown;
import dev.rolewise.question.Tier;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model at a provider. Each call runs on a thread of a small pool and is called off at its deadline, since a stalled
 * body outlives every timeout of the client below. Thread-safe.
 */
public final class ProviderTier implements ModelTier, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderTier.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int CONNECTION_THREADS = 2;
    private static final int CONNECTION_QUEUE = 10_000;

    private final Tier tier;
    private final TierSettings settings;
    private final Faults faults;
    private final CallGate gate;
    private final int addedBytes;
    private final ChatModel chat;
    private final ThreadPoolExecutor calls;
    private final ThreadPoolExecutor connections;

    /**
     * Connects nothing yet.
     *
     * @param tier cheap or strong
     * @param clock for the pause of the breaker and for dates in {@code Retry-After}
     */
    public ProviderTier(Tier tier, TierSettings settings, CallLimits limits, Clock clock) {
        String name = "model-" + tier.name().toLowerCase(Locale.ROOT);
        this.tier = tier;
        this.settings = settings;
        this.faults = new Faults(tier, settings);
        this.gate = new CallGate(name, limits, faults, clock);
        this.calls = ModelThreads.pool(name, limits.concurrent(), limits.concurrent());
        this.connections = ModelThreads.pool(name + "-io", CONNECTION_THREADS, CONNECTION_QUEUE);
        BoundedHttp http = new BoundedHttp(faults, settings.extraBody(), clock, connections);
        this.addedBytes = RequestSize.bytes(settings);
        this.chat = ChatModels.of(settings, http.asBuilder());
    }

    @Override
    public Tier tier() {
        return tier;
    }

    @Override
    public String provider() {
        return settings.provider();
    }

    @Override
    public String model() {
        return settings.model();
    }

    @Override
    public int addedBytes() {
        return addedBytes;
    }

    @Override
    public Optional<ModelReply.Failure> refusal() {
        return gate.closed().map(Fault::failure);
    }

    @Override
    public ModelReply call(ModelRequest request, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            return faults.timeout(Duration.ZERO, false).failure();
        }
        if (Thread.currentThread().isInterrupted()) {
            return faults.interrupted(false).failure();
        }
        Optional<Fault> refused = gate.enter();
        if (refused.isPresent()) {
            return refused.get().failure();
        }
        Shown shown = Shown.NOTHING;
        try {
            ModelReply reply = within(timeout, ChatModels.request(settings, request));
            shown = Shown.WELL;
            return reply;
        } catch (WireException e) {
            shown = shown(e.fault());
            e.fault().failure().retryAfter().ifPresent(gate::rest);
            return e.fault().failure();
        } finally {
            gate.leave(shown);
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        calls.shutdownNow();
        connections.shutdown();
    }

    /** Threads that are busy with a call: none when every call has returned. */
    int busyThreads() {
        return calls.getActiveCount();
    }

    private ModelReply within(Duration timeout, ChatRequest request) {
        Duration limit = timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
        AtomicBoolean taken = new AtomicBoolean();
        Future<ModelReply> answer = submit(request, taken);
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new WireException(faults.timeout(limit, callOff(answer, taken)));
        } catch (InterruptedException e) {
            boolean sent = callOff(answer, taken);
            Thread.currentThread().interrupt();
            throw new WireException(faults.interrupted(sent));
        } catch (ExecutionException e) {
            throw new WireException(fault(e.getCause()));
        }
    }

    private Future<ModelReply> submit(ChatRequest request, AtomicBoolean taken) {
        try {
            return calls.submit(() -> {
                if (!taken.compareAndSet(false, true)) {
                    throw new WireException(faults.interrupted(false));
                }
                return ReplyReader.text(chat.chat(request));
            });
        } catch (RejectedExecutionException e) {
            throw new WireException(faults.full(calls.getMaximumPoolSize()));
        }
    }

    /** Whether the request may have gone out by now. */
    private static boolean callOff(Future<?> answer, AtomicBoolean taken) {
        boolean sent = !taken.compareAndSet(false, true);
        answer.cancel(true);
        return sent;
    }

    /** Messages of what is thrown below may hold anything that was sent or received: they go nowhere. */
    private Fault fault(@Nullable Throwable thrown) {
        if (thrown instanceof WireException wire) {
            return wire.fault();
        }
        if (thrown instanceof ContentFilteredException) {
            return faults.filtered();
        }
        if (thrown instanceof UnsupportedFeatureException) {
            return faults.unsupported();
        }
        LOG.debug(
                "an answer for {} could not be read: {}",
                tier,
                thrown == null ? "" : thrown.getClass().getName());
        return faults.unreadable();
    }

    private static Shown shown(Fault fault) {
        if (fault.ofProvider()) {
            return Shown.UNWELL;
        }
        return fault.failure().sent() && fault.failure().kind() != ModelReply.Kind.INTERRUPTED
                ? Shown.WELL
                : Shown.NOTHING;
    }
}
