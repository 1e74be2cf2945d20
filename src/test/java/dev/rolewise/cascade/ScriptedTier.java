package dev.rolewise.cascade;

import dev.rolewise.cascade.model.ModelReply;
import dev.rolewise.cascade.model.ModelRequest;
import dev.rolewise.cascade.model.ModelTier;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** A tier that replies as told, call by call, and keeps what it was asked. One call more than told is an error. */
final class ScriptedTier implements ModelTier {
    final List<ModelRequest> requests = new ArrayList<>();
    final List<Duration> timeouts = new ArrayList<>();

    /** Why it would not be asked, where it would not. */
    Optional<ModelReply.Failure> refusal = Optional.empty();

    int addedBytes;

    private final Tier tier;
    private final Deque<Supplier<ModelReply>> replies = new ArrayDeque<>();

    ScriptedTier(Tier tier) {
        this.tier = tier;
    }

    ScriptedTier replies(ModelReply... next) {
        List.of(next).forEach(reply -> replies.add(() -> reply));
        return this;
    }

    ScriptedTier replies(Supplier<ModelReply> next) {
        replies.add(next);
        return this;
    }

    int calls() {
        return requests.size();
    }

    @Override
    public Tier tier() {
        return tier;
    }

    @Override
    public String provider() {
        return "openai";
    }

    @Override
    public String model() {
        return "scripted-" + tier.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int addedBytes() {
        return addedBytes;
    }

    @Override
    public Optional<ModelReply.Failure> refusal() {
        return refusal;
    }

    @Override
    public ModelReply call(ModelRequest request, Duration timeout) {
        requests.add(request);
        timeouts.add(timeout);
        if (replies.isEmpty()) {
            throw new AssertionError("the " + tier + " tier was asked once more than it should be");
        }
        return replies.remove().get();
    }
}
