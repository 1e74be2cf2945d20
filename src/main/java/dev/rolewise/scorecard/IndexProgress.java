package dev.rolewise.scorecard;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says how far indexing is and how fast it goes, at most every few seconds. Not thread-safe. */
final class IndexProgress {
    private static final double EVERY_SECONDS = 5;

    private final int all;
    private final Ticker ticker;
    private final Consumer<String> messages;
    private final long start;
    private double said;

    IndexProgress(int all, Ticker ticker, Consumer<String> messages) {
        this.all = all;
        this.ticker = ticker;
        this.messages = messages;
        this.start = ticker.read();
    }

    /** So many have their vectors. */
    void reached(int done) {
        double seconds = seconds();
        if (seconds - said >= EVERY_SECONDS && done < all) {
            said = seconds;
            double rate = done / seconds;
            messages.accept(String.format(
                    Locale.ROOT,
                    "%d of %d documents have vectors, %.1f a second, %.0f s left",
                    done,
                    all,
                    rate,
                    (all - done) / rate));
        }
    }

    /** All are indexed. */
    void finished() {
        double seconds = Math.max(0.001, seconds());
        messages.accept(String.format(
                Locale.ROOT, "%d documents indexed in %.1f s, %.1f a second", all, seconds, all / seconds));
    }

    private double seconds() {
        return (ticker.read() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
