package dev.rolewise.cascade.model;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Locale;

/** One tiny call to a tier, for an operator who wants to know whether the settings are right. Thread-safe. */
public final class LiveCheck {
    private static final int TOKENS = 64;
    private static final ModelRequest TINY = new ModelRequest(
            "Answer with this JSON object and nothing else: {\"claims\": [], \"covered\": false}",
            "Answer now.",
            TOKENS);

    private final Ticker ticker;

    /**
     * What came of it.
     *
     * @param good whether the tier can be used
     * @param line for the operator, with the remedy where it cannot
     */
    public record Result(boolean good, String line) {
        @Override
        public String toString() {
            return line;
        }
    }

    public LiveCheck(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Asks once; costs some 60 tokens at most. */
    public Result check(ModelTier tier, Duration timeout) {
        long start = ticker.read();
        ModelReply reply = tier.call(TINY, timeout);
        double seconds = Duration.ofNanos(ticker.read() - start).toMillis() / 1000.0;
        String name = tier.tier().name().toLowerCase(Locale.ROOT);
        if (reply instanceof ModelReply.Failure failure) {
            return new Result(false, name + ": " + failure.forOperators());
        }
        ModelReply.Text text = (ModelReply.Text) reply;
        return new Result(
                true,
                String.format(
                        Locale.ROOT,
                        "%s: %s %s answered in %.1f s%s",
                        name,
                        tier.provider(),
                        tier.model(),
                        seconds,
                        remark(text)));
    }

    private static String remark(ModelReply.Text text) {
        if (text.finish() == ModelReply.Finish.LENGTH) {
            return "; it needed all " + TOKENS + " tokens of this check, so if it thinks before it answers,"
                    + " give it a high max-output-tokens";
        }
        if (ClaimReply.parse(text.text()).isEmpty()) {
            return "; not in the form it was asked for, so many of its answers will go unused: try another model,"
                    + " or json-schema";
        }
        return text.usage().known() ? "" : "; it does not count tokens, so each call is charged at its most";
    }
}
