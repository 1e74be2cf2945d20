package dev.rolewise.cascade.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of asking a model once. */
public sealed interface ModelReply {
    /**
     * The model answered.
     *
     * @param text as it came, untrusted; empty where the model used its tokens up or was stopped before it said anything
     * @param usage what the provider counted
     * @param finish why the text ends
     */
    record Text(String text, Usage usage, Finish finish) implements ModelReply {}

    /**
     * There is no answer.
     *
     * @param kind what went wrong
     * @param retriable whether the same request may succeed if it is sent again
     * @param retryAfter how long the provider asks us to wait, at most an hour
     * @param fate what became of the request, which says what it may have cost
     * @param forOperators one line with the remedy; holds no key, no header and nothing of a question or an answer
     */
    record Failure(Kind kind, boolean retriable, Optional<Duration> retryAfter, Fate fate, String forOperators)
            implements ModelReply {
        /** False only where the provider certainly never got the request. */
        public boolean sent() {
            return fate != Fate.UNSENT;
        }
    }

    /** What became of a request that brought no answer. */
    enum Fate {
        /** The provider certainly never got it: it cannot have cost anything. */
        UNSENT,
        /** The provider turned it away before any model read it: it cost nothing. */
        REFUSED,
        /** A model may have read it and written: nobody knows what it cost. */
        TAKEN
    }

    /**
     * Tokens as the provider counted them; empty where it does not say, or says nonsense.
     *
     * @param in tokens of the request
     * @param out tokens of the answer, with those of hidden thinking
     */
    record Usage(OptionalInt in, OptionalInt out) {
        public static final Usage UNKNOWN = new Usage(OptionalInt.empty(), OptionalInt.empty());

        /** Whether both counts are there. */
        public boolean known() {
            return in.isPresent() && out.isPresent();
        }
    }

    /** Why a text ends. */
    enum Finish {
        /** The model was done. */
        STOP,
        /** The tokens were used up: the text is cut off. */
        LENGTH,
        /** The provider's content filter stopped it. */
        FILTER,
        /** The provider does not say, or says something else. */
        OTHER
    }

    /** What went wrong. */
    enum Kind {
        /** No connection, or one that broke. */
        UNREACHABLE,
        /** No answer in time. */
        TIMEOUT,
        /** The key was refused. */
        UNAUTHORIZED,
        /** The key is right, and may not do this. */
        FORBIDDEN,
        /** There is no such model, or nothing at this address. */
        NO_SUCH_MODEL,
        /** Too many requests, or the account's credit is used up. */
        RATE_LIMITED,
        /** The provider has no room. */
        OVERLOADED,
        /** The provider failed. */
        SERVER_ERROR,
        /** An answer that cannot be read, or a request that the provider does not understand. */
        MALFORMED,
        /** An answer or a request that is too long. */
        TOO_LARGE,
        /** The provider refused for what the texts say. */
        FILTERED,
        /** Not asked: it failed too often lately. */
        BREAKER_OPEN,
        /** Not asked: as many as may are being asked. */
        BULKHEAD_FULL,
        /** We were told to stop waiting. */
        INTERRUPTED
    }
}
