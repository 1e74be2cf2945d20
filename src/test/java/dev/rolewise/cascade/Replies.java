package dev.rolewise.cascade;

import dev.rolewise.cascade.model.ModelReply.Failure;
import dev.rolewise.cascade.model.ModelReply.Fate;
import dev.rolewise.cascade.model.ModelReply.Finish;
import dev.rolewise.cascade.model.ModelReply.Kind;
import dev.rolewise.cascade.model.ModelReply.Text;
import dev.rolewise.cascade.model.ModelReply.Usage;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What scripted tiers say. */
final class Replies {
    static final int TOKENS_IN = 1_000;
    static final int TOKENS_OUT = 100;

    private Replies() {}

    /** Claims on the first three passages, each a text without quotation marks. */
    static Text claims(String... texts) {
        return text(json(texts));
    }

    static String json(String... texts) {
        return Stream.of(texts)
                .map(text -> String.format(Locale.ROOT, "{\"text\":\"%s\",\"passages\":[1,2,3]}", text))
                .collect(Collectors.joining(",", "{\"claims\":[", "],\"covered\":true}"));
    }

    static Text text(String text) {
        return counted(text, TOKENS_IN, TOKENS_OUT);
    }

    static Text counted(String text, int in, int out) {
        return new Text(text, new Usage(OptionalInt.of(in), OptionalInt.of(out)), Finish.STOP);
    }

    static Text finishing(Finish finish, Text text) {
        return new Text(text.text(), text.usage(), finish);
    }

    static Text uncounted(Text text) {
        return new Text(text.text(), Usage.UNKNOWN, text.finish());
    }

    /** A failure that may pass, of a request that went out. */
    static Failure passing(Kind kind) {
        return new Failure(kind, true, Optional.empty(), Fate.TAKEN, "it passes");
    }

    static Failure passing(Kind kind, Duration retryAfter) {
        return new Failure(kind, true, Optional.of(retryAfter), Fate.TAKEN, "it passes");
    }

    /** A failure that stays, of a request that went out. */
    static Failure lasting(Kind kind) {
        return new Failure(kind, false, Optional.empty(), Fate.TAKEN, "it stays");
    }

    /** A failure that stays, of a request that was turned away before anybody read it. */
    static Failure refused(Kind kind) {
        return new Failure(kind, false, Optional.empty(), Fate.REFUSED, "it stays");
    }

    /** A failure of a request that never went out. */
    static Failure unsent(Kind kind) {
        return new Failure(kind, true, Optional.empty(), Fate.UNSENT, "it never went out");
    }
}
