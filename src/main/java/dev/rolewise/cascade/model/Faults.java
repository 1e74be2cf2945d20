package dev.rolewise.cascade.model;

import dev.rolewise.cascade.model.ModelReply.Failure;
import dev.rolewise.cascade.model.ModelReply.Fate;
import dev.rolewise.cascade.model.ModelReply.Kind;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what went wrong with one tier, what that can have cost, and what its operator can do. What providers write is looked
 * at and never repeated.
 *
 * <p>What it can have cost: a redirect and a 4xx were refused before a model read anything, and so were 503 and 529, which
 * say that there is no room. Three of the 4xx count as taken all the same, since Azure charges for them: the content
 * filter's 400, the 400 for a prompt that is too long, and 408. After any other 5xx, and after anything that broke off or
 * cannot be read, nobody knows.
 */
final class Faults {
    private final String settings;
    private final String variable;
    private final TierSettings of;
    private final String host;

    Faults(Tier tier, TierSettings of) {
        this.settings = "tiers." + tier.name().toLowerCase(Locale.ROOT);
        this.variable = "ROLEWISE_TIERS_" + tier.name();
        this.of = of;
        this.host = of.address().getAuthority();
    }

    /** No request went out. */
    Fault noConnection() {
        String remedy = of.kind() == Provider.OLLAMA && of.baseUrl().isEmpty()
                ? "start Ollama, or set %s.base-url"
                : "check that it runs, the network, and %s.base-url";
        return unreachable(false, "no connection to " + host + ": " + text(remedy, settings));
    }

    /** No request went out, since the other side could not show who it is. */
    Fault noTrust() {
        return unreachable(
                false,
                "no secure connection to " + host
                        + text(": check its certificate, the clock of this machine, and %s.base-url", settings));
    }

    /** The connection broke after the request. */
    Fault broken() {
        return unreachable(
                true, "the connection to " + host + " broke off: if it stays so, check the network and its log");
    }

    /** Nothing came in time. */
    Fault timeout(Duration after, boolean sent) {
        String line = text(
                "no answer from %s within %.1f s: if it stays so, take a faster model or raise answer.deadline",
                host, after.toMillis() / 1000.0);
        return new Fault(new Failure(Kind.TIMEOUT, !sent, Optional.empty(), fate(sent), line), sent);
    }

    Fault interrupted(boolean sent) {
        return ours(Kind.INTERRUPTED, fate(sent), "the wait for " + host + " was called off");
    }

    Fault breakerOpen() {
        return ours(
                Kind.BREAKER_OPEN,
                Fate.UNSENT,
                host + " failed too often lately and is left alone for a while; the log above says why");
    }

    Fault full(int most) {
        return new Fault(
                new Failure(
                        Kind.BULKHEAD_FULL,
                        true,
                        Optional.empty(),
                        Fate.UNSENT,
                        text("%d requests to %s are under way, which is the most: ask again shortly", most, host)),
                false);
    }

    /** It was asked to be left alone for that much longer. */
    Fault resting(Duration left) {
        return new Fault(
                new Failure(
                        Kind.RATE_LIMITED,
                        true,
                        Optional.of(left),
                        Fate.UNSENT,
                        text(
                                "%s asked to be left alone for another %.0f s",
                                host, Math.ceil(left.toMillis() / 1000.0))),
                false);
    }

    Fault tooLarge() {
        return provider(Kind.TOO_LARGE, host + text(" sent more than an answer can be: check %s.base-url", settings));
    }

    Fault wrongType() {
        return provider(
                Kind.MALFORMED, host + text(" answered with something other than JSON: check %s.base-url", settings));
    }

    Fault unreadable() {
        return provider(
                Kind.MALFORMED,
                text(
                        "%s answered in another form than %s does: check %s.provider and .base-url",
                        host, of.provider(), settings));
    }

    Fault unsupported() {
        return ours(
                Kind.MALFORMED,
                Fate.UNSENT,
                text("%s cannot be asked for a schema: set %s.json-schema to false", of.provider(), settings));
    }

    Fault filtered() {
        return ours(Kind.FILTERED, Fate.TAKEN, "the content filter of " + host + " refused; nothing is to be done");
    }

    /**
     * An answer with another status than 200 to 299.
     *
     * @param body as it came, perhaps cut; only searched for known words
     */
    Fault status(int status, Optional<Duration> retryAfter, String body) {
        String said = body.toLowerCase(Locale.ROOT);
        return switch (status) {
            case 401 -> ours(Kind.UNAUTHORIZED, Fate.REFUSED, text("the key was refused (401): %s", checkKey()));
            case 402 ->
                ours(Kind.FORBIDDEN, Fate.REFUSED, "the account has no credit left (402): top it up at " + host);
            case 403 ->
                ours(
                        Kind.FORBIDDEN,
                        Fate.REFUSED,
                        text(
                                "access was refused (403): check what the key may do, and that it may use %s",
                                of.model()));
            case 404, 405, 410 -> ours(Kind.NO_SUCH_MODEL, Fate.REFUSED, noModel(status));
            case 408, 504 ->
                new Fault(
                        new Failure(
                                Kind.TIMEOUT,
                                true,
                                retryAfter,
                                Fate.TAKEN,
                                text("%s timed out itself (%d)", host, status)),
                        true);
            case 413 -> ours(Kind.TOO_LARGE, Fate.REFUSED, "the request is too long for " + host + " (413)");
            case 429 -> limited(retryAfter, said);
            case 503, 529 ->
                new Fault(
                        new Failure(
                                Kind.OVERLOADED,
                                true,
                                retryAfter,
                                Fate.REFUSED,
                                text("%s is overloaded (%d): it passes, or use another model", host, status)),
                        true);
            default -> other(status, retryAfter, said);
        };
    }

    private Fault other(int status, Optional<Duration> retryAfter, String said) {
        if (status >= 500) {
            return new Fault(
                    new Failure(
                            Kind.SERVER_ERROR,
                            true,
                            retryAfter,
                            Fate.TAKEN,
                            text("%s failed (%d): if it stays so, look at its status page or log", host, status)),
                    true);
        }
        if (status < 400) {
            return ours(
                    Kind.MALFORMED,
                    Fate.REFUSED,
                    text(
                            "%s points elsewhere (%d), and the key is not sent on: set %s.base-url to the final address",
                            host, status, settings));
        }
        if (said.contains("content_filter") || said.contains("content_policy") || said.contains("content management")) {
            return filtered();
        }
        if (said.contains("model_not_found")) {
            return ours(Kind.NO_SUCH_MODEL, Fate.REFUSED, noModel(status));
        }
        if (said.contains("context_length") || said.contains("context length") || said.contains("prompt is too long")) {
            return ours(
                    Kind.TOO_LARGE,
                    Fate.TAKEN,
                    text(
                            "the request is too long for %s (%d): take a model with a longer context",
                            of.model(), status));
        }
        if (said.contains("api key") || said.contains("api_key")) {
            return ours(Kind.UNAUTHORIZED, Fate.REFUSED, text("the key was refused (%d): %s", status, checkKey()));
        }
        return ours(
                Kind.MALFORMED,
                Fate.REFUSED,
                text(
                        "%s does not take the request (%d): check %s.model, .extra-body and .json-schema",
                        host, status, settings));
    }

    private Fault limited(Optional<Duration> retryAfter, String said) {
        boolean noCredit = said.contains("insufficient_quota");
        String line = noCredit
                ? "the account has no credit left (429): top it up at " + host
                : host + " limits how often it may be asked (429): it passes, or ask for a higher limit";
        return new Fault(new Failure(Kind.RATE_LIMITED, !noCredit, retryAfter, Fate.REFUSED, line), true);
    }

    private String noModel(int status) {
        String remedy = of.kind() == Provider.OLLAMA
                ? text("run \"ollama pull %s\", or check %s.model", of.model(), settings)
                : text("check %s.model and %1$s.base-url", settings);
        return text("there is no model %s at %s (%d): %s", of.model(), host, status, remedy);
    }

    private String checkKey() {
        return text("check %s.api-key (%s_API_KEY)", settings, variable);
    }

    private static Fault unreachable(boolean sent, String line) {
        return new Fault(new Failure(Kind.UNREACHABLE, true, Optional.empty(), fate(sent), line), true);
    }

    private static Fault provider(Kind kind, String line) {
        return new Fault(new Failure(kind, false, Optional.empty(), Fate.TAKEN, line), true);
    }

    private static Fault ours(Kind kind, Fate fate, String line) {
        return new Fault(new Failure(kind, false, Optional.empty(), fate, line), false);
    }

    private static Fate fate(boolean sent) {
        return sent ? Fate.TAKEN : Fate.UNSENT;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
