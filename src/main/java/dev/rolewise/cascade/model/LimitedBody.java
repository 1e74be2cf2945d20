package dev.rolewise.cascade.model;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body in until it is longer than allowed, and then hangs up: what comes after never is in memory. */
final class LimitedBody implements BodySubscriber<LimitedBody.Taken> {
    private final CompletableFuture<Taken> taken = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private final boolean announcedTooLong;
    private Flow.Subscription subscription = new Cancelled();

    /**
     * What was read, as UTF-8.
     *
     * @param cut whether there was more
     */
    record Taken(String text, boolean cut) {}

    private LimitedBody(int limit, boolean announcedTooLong) {
        this.limit = limit;
        this.announcedTooLong = announcedTooLong;
    }

    /** For bodies of at most {@code limit} bytes. */
    static BodyHandler<Taken> handler(int limit) {
        return response -> new LimitedBody(
                limit, response.headers().firstValueAsLong("Content-Length").orElse(0) > limit);
    }

    @Override
    public CompletionStage<Taken> getBody() {
        return taken;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (announcedTooLong) {
            end(true);
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (taken.isDone()) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            byte[] chunk = new byte[Math.min(buffer.remaining(), limit - bytes.size())];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            if (buffer.hasRemaining()) {
                end(true);
                return;
            }
        }
        subscription.request(1);
    }

    @Override
    public void onError(Throwable error) {
        taken.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        end(false);
    }

    private void end(boolean cut) {
        if (cut) {
            subscription.cancel();
        }
        taken.complete(new Taken(bytes.toString(StandardCharsets.UTF_8), cut));
    }

    /** Before there is one. */
    private static final class Cancelled implements Flow.Subscription {
        @Override
        public void request(long n) {
            // Nobody to ask.
        }

        @Override
        public void cancel() {
            // Nothing to end.
        }
    }
}
