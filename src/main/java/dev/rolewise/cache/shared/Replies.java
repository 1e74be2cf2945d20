package dev.rolewise.cache.shared;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Waits for replies, and says in a few words of ours why there is none. */
final class Replies {
    private static final Pattern CODE = Pattern.compile("([A-Z]{2,20})\\b.*", Pattern.DOTALL);
    private static final int MAX_CAUSES = 16;

    private Replies() {}

    /**
     * What became of several commands.
     *
     * @param done those that were carried out
     * @param fault why another one was not
     */
    record Many<K>(Set<K> done, Optional<FaultException> fault) {}

    /** Sends and waits; gives up the command after {@code wait}. */
    static <T> T await(Supplier<? extends CompletionStage<T>> command, Duration wait)
            throws FaultException, InterruptedException {
        return await(sent(command), wait);
    }

    /** Sends a command for each key and waits for all together; gives up those that are late. */
    static <K, T> Many<K> awaitEach(Iterable<K> keys, Function<K, ? extends CompletionStage<T>> command, Duration wait)
            throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        Map<K, Future<?>> replies = new LinkedHashMap<>();
        keys.forEach(key -> replies.put(key, sent(() -> command.apply(key))));
        Set<K> done = new HashSet<>();
        Optional<FaultException> fault = Optional.empty();
        for (Map.Entry<K, Future<?>> reply : replies.entrySet()) {
            try {
                await(reply.getValue(), Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                done.add(reply.getKey());
            } catch (FaultException e) {
                fault = Optional.of(e);
            }
        }
        return new Many<>(done, fault);
    }

    /** The library may refuse at once what it cannot send. */
    private static <T> Future<T> sent(Supplier<? extends CompletionStage<T>> command) {
        try {
            return command.get().toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <T> T await(Future<T> reply, Duration wait) throws FaultException, InterruptedException {
        try {
            return reply.get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            reply.cancel(true);
            throw new LostException("it does not answer in time", e);
        } catch (InterruptedException e) {
            reply.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw fault(e);
        } catch (CancellationException e) {
            throw new LostException("the connection was closed", e);
        }
    }

    private static FaultException fault(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof RedisCommandExecutionException) {
                return new RefusedException(code(String.valueOf(cause.getMessage())), failure);
            }
            if (cause instanceof ConnectException) {
                return new LostException("nothing answers at its address", failure);
            }
            if (cause instanceof UnknownHostException) {
                return new LostException("its host is not known", failure);
            }
            if (cause instanceof SSLException) {
                return new LostException("TLS with it fails", failure);
            }
            if (cause instanceof RedisCommandTimeoutException) {
                return new LostException("it does not answer in time", failure);
            }
            cause = cause.getCause();
        }
        return new LostException("the connection fails", failure);
    }

    private static String code(String message) {
        Matcher matcher = CODE.matcher(message);
        return matcher.matches() ? matcher.group(1) : "ERR";
    }
}
