package dev.rolewise.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that a person can ask the bot to do, on any surface. Implementations are thread-safe.
 *
 * <p>{@link #run} and {@link #act} may take seconds; a surface acknowledges before it calls them and calls them off its
 * event thread. All other methods answer from memory, at once.
 */
public interface Command {
    /** How it presents itself; always the same. */
    CommandSpec spec();

    /** Who will see the reply to this call. */
    Audience audience(CommandCall call);

    /**
     * A reply, seen by the caller alone, instead of the work, where it is clear beforehand that the work will not be done: a
     * limit, a busy bot. Asked once for each call.
     */
    default Optional<Reply> decline(CommandCall call) {
        return Optional.empty();
    }

    /** Does what is asked. */
    Reply run(CommandCall call);

    /** The same, and shows what is there so far while it takes its time. */
    default Reply run(CommandCall call, Progress progress) {
        return run(call);
    }

    /**
     * Takes a call in, at the moment when it comes: answers at once with the work to be done when its turn has come, which may
     * be seconds later.
     */
    default Function<Progress, Reply> taken(CommandCall call) {
        return progress -> run(call, progress);
    }

    /**
     * A form that a call wants filled in first, if it wants one: what is then sent comes as an action. Asked after
     * {@link #decline(CommandCall)}.
     */
    default Optional<Asked> form(CommandCall call) {
        return Optional.empty();
    }

    /**
     * A form to be filled in.
     *
     * @param id the action that gets what was typed
     * @param form what is asked
     */
    record Asked(ActionId id, Form form) {}

    /** At most 25 values of at most 100 characters for an option that completes, best first. */
    default List<String> complete(String option, String typed) {
        return List.of();
    }

    /** The same for a caller whose suggestions are their own, such as the documents of their server. */
    default List<String> complete(Caller caller, String option, String typed) {
        return complete(option, typed);
    }

    /** The same where the suggestions depend on what stands in the other options already. */
    default List<String> complete(Caller caller, String option, String typed, Map<String, String> others) {
        return complete(caller, option, typed);
    }

    /**
     * The title of a thread that the reply to this call is to start, where everybody sees it and the surface has threads; the
     * surface cuts it to its length.
     */
    default Optional<String> thread(CommandCall call) {
        return Optional.empty();
    }

    /** The reply to a call of {@code caller} has started a thread, the place {@code threadId}; returns at once. */
    default void threadStarted(Caller caller, String threadId) {}

    /** The form that an action wants filled in first, if it wants one. */
    default Optional<Form> form(ActionId id) {
        return Optional.empty();
    }

    /** The same where what stands in the form depends on who pressed. */
    default Optional<Form> form(ActionCall press) {
        return form(press.id());
    }

    /** Who will see the reply to this action. */
    default Audience audience(ActionId id) {
        return Audience.CALLER;
    }

    /** As {@link #decline(CommandCall)}; for an action with a form asked before it opens, and again when it is sent. */
    default Optional<Reply> decline(ActionCall call) {
        return Optional.empty();
    }

    /** Does what a button or a menu stands for. */
    default Reply act(ActionCall call) {
        return Reply.aside("This button is out of date. Please run /" + spec().name() + " again.");
    }

    /** The same, and shows what is there so far while it takes its time. */
    default Reply act(ActionCall call, Progress progress) {
        return act(call);
    }

    /** As {@link #taken(CommandCall)}. */
    default Function<Progress, Reply> taken(ActionCall call) {
        return progress -> act(call, progress);
    }
}
