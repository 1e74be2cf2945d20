package dev.rolewise.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Form;
import dev.rolewise.command.Option;
import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A command that keeps to the rules of the server where it is used: in the channels that the server chose, and privately where
 * it wished that. Checked for each call and each press. Thread-safe.
 */
public final class HousedCommand implements Command {
    /** Of the button below a reply that only its caller sees. */
    private static final String SHARE = "show-all";

    private static final int MOST_SHARABLE = 1_000;
    private static final Duration SHARABLE = Duration.ofMinutes(15);
    private static final int SERVERS_IN_MEMORY = 10_000;

    /** A reply may take a while to be made. */
    private static final Duration CHANGE_REMEMBERED = Duration.ofMinutes(30);

    private final Command command;
    private final ServerRules rules;
    private final UnaryOperator<String> masked;
    private final Function<String, Keeping> keepings;
    private final AtomicLong serial = new AtomicLong();
    private final AtomicLong changedForAll = new AtomicLong();
    private final Cache<String, Sharable> sharable;
    private final Cache<String, Long> changed;

    /** A reply that only its caller has seen, where that was, and the number that was next when its making began. */
    private record Sharable(Reply reply, Optional<String> serverId, long begun) {}

    /**
     * @param masked takes out of a text what must not be kept: tokens, addresses, telephone numbers
     * @param keepings what may be kept for something that a member asks now
     */
    public HousedCommand(
            Command command,
            ServerRules rules,
            UnaryOperator<String> masked,
            Function<String, Keeping> keepings,
            Ticker ticker) {
        this.command = command;
        this.rules = rules;
        this.masked = masked;
        this.keepings = keepings;
        this.sharable = Caffeine.newBuilder()
                .maximumSize(MOST_SHARABLE)
                .expireAfterWrite(SHARABLE)
                .ticker(ticker)
                .build();
        this.changed = Caffeine.newBuilder()
                .maximumSize(SERVERS_IN_MEMORY)
                .expireAfterWrite(CHANGE_REMEMBERED)
                .ticker(ticker)
                .build();
    }

    @Override
    public CommandSpec spec() {
        return command.spec();
    }

    @Override
    public Audience audience(CommandCall call) {
        return settings(call.caller()).quiet() ? Audience.CALLER : command.audience(call);
    }

    @Override
    public Optional<Reply> decline(CommandCall call) {
        return away(call.caller()).or(() -> command.decline(call));
    }

    @Override
    public Reply run(CommandCall call) {
        return run(call, Progress.NONE);
    }

    @Override
    public Reply run(CommandCall call, Progress progress) {
        return taken(call).apply(progress);
    }

    @Override
    public Function<Progress, Reply> taken(CommandCall call) {
        Keeping keeping = keepings.apply(call.caller().memberId());
        Function<Progress, Reply> work = command.taken(call);
        return progress -> {
            long begun = serial.incrementAndGet();
            return sharable(call, work.apply(progress), begun, keeping);
        };
    }

    @Override
    public Optional<Asked> form(CommandCall call) {
        return command.form(call);
    }

    @Override
    public List<String> complete(Caller caller, String option, String typed) {
        return command.complete(caller, option, typed);
    }

    @Override
    public List<String> complete(String option, String typed) {
        return command.complete(option, typed);
    }

    @Override
    public List<String> complete(Caller caller, String option, String typed, Map<String, String> others) {
        return command.complete(caller, option, typed, others);
    }

    /** Where the server wishes threads: named after what was asked, with nothing in it that must not be kept. */
    @Override
    public Optional<String> thread(CommandCall call) {
        return settings(call.caller()).threads() && audience(call) == Audience.EVERYBODY
                ? command.spec().options().stream()
                        .filter(option -> option.kind() == Option.Kind.TEXT)
                        .findFirst()
                        .flatMap(option -> call.text(option.name()))
                        .map(masked)
                        .map(String::strip)
                        .filter(title -> !title.isEmpty())
                : Optional.empty();
    }

    @Override
    public void threadStarted(Caller caller, String threadId) {
        command.threadStarted(caller, threadId);
    }

    @Override
    public Optional<Form> form(ActionCall press) {
        return command.form(press);
    }

    @Override
    public Optional<Form> form(ActionId id) {
        return command.form(id);
    }

    @Override
    public Audience audience(ActionId id) {
        return id.verb().equals(SHARE) ? Audience.EVERYBODY : command.audience(id);
    }

    @Override
    public Optional<Reply> decline(ActionCall call) {
        return away(call.caller()).or(() -> command.decline(call));
    }

    @Override
    public Reply act(ActionCall call) {
        return act(call, Progress.NONE);
    }

    @Override
    public Reply act(ActionCall call, Progress progress) {
        return taken(call).apply(progress);
    }

    @Override
    public Function<Progress, Reply> taken(ActionCall call) {
        return call.id().verb().equals(SHARE) ? progress -> shared(call) : command.taken(call);
    }

    /** Where the server wants replies to be private, the caller may show this one to all. */
    private Reply sharable(CommandCall call, Reply reply, long begun, Keeping keeping) {
        boolean privately = settings(call.caller()).quiet() && command.audience(call) != Audience.CALLER;
        if (!privately || reply.aside()) {
            return reply;
        }
        String key = call.caller().memberId() + "." + Long.toString(begun, Character.MAX_RADIX);
        Sharable there = new Sharable(reply, call.caller().serverId(), begun);
        if (!keeping.keep(() -> put(key, there, keeping))) {
            return reply;
        }
        List<Block> blocks = new ArrayList<>(reply.blocks());
        blocks.add(new Block.Actions(
                List.of(Action.labelled(new ActionId(command.spec().name(), SHARE, key), "Share with everybody"))));
        return new Reply(blocks);
    }

    private void put(String key, Sharable there, Keeping keeping) {
        if (keeping.undisturbed()) {
            sharable.put(key, there);
        }
    }

    private Reply shared(ActionCall call) {
        String key = call.id().payload();
        boolean own = key.startsWith(call.caller().memberId() + ".");
        return Optional.ofNullable(sharable.getIfPresent(key))
                .filter(there -> own && there.serverId().equals(call.caller().serverId()))
                .filter(this::stillSo)
                .map(Sharable::reply)
                .orElseGet(() -> Reply.aside("I no longer have that reply. Please ask again, and share the new one."));
    }

    /** What was said before may rest on what a server knows no longer. */
    private boolean stillSo(Sharable there) {
        long last = there.serverId().map(changed::getIfPresent).orElse(0L);
        return there.begun() > Math.max(last, changedForAll.get());
    }

    /** What is known in a scope has changed: no reply from before, nor one that is being made, can be shared any more. */
    public void knowledgeChanged(Scope scope) {
        long now = serial.incrementAndGet();
        scope.serverId().ifPresentOrElse(server -> changed.put(server, now), () -> changedForAll.set(now));
    }

    /**
     * Forgets, for a member has had all of theirs deleted, every reply that could still be shared: those to others may say
     * whose words they were made for.
     */
    public void forgetSharable() {
        sharable.invalidateAll();
    }

    private Optional<Reply> away(Caller caller) {
        ServerSettings settings = settings(caller);
        return settings.answersIn(caller)
                ? Optional.empty()
                : Optional.of(new Reply(List.of(new Block.Places("Please ask me in", settings.channels())), true));
    }

    private ServerSettings settings(Caller caller) {
        return rules.of(caller.serverId());
    }
}
