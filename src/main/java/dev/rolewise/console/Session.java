package dev.rolewise.console;

import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Form;
import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One conversation: takes typed lines and gives replies; remembers what is on offer and an open form. */
final class Session {
    /** Commands of the terminal itself. */
    static final Map<String, String> OWN = own();

    private static final int LONGEST_ECHO = 40;

    private final String defaultCommand;
    private final Ready ready;
    private final Failures failures;
    private final Progress progress;
    private Offers offers = Offers.none();
    private Optional<OpenForm> open = Optional.empty();
    private boolean ended;

    /** A form that waits for its input. */
    private record OpenForm(ActionId id, Command command, Form form, Map<String, String> typed) {
        OpenForm(ActionId id, Command command, Form form) {
            this(id, command, form, Map.of());
        }

        Form.Field next() {
            return form.fields().get(typed.size());
        }

        OpenForm with(String text) {
            Map<String, String> more = new LinkedHashMap<>(typed);
            more.put(next().name(), text);
            return new OpenForm(id, command, form, more);
        }

        boolean full() {
            return typed.size() == form.fields().size();
        }
    }

    /** @param progress told what is there while a command is at work */
    Session(String defaultCommand, Ready ready, Failures failures, Progress progress) {
        this.defaultCommand = defaultCommand;
        this.ready = ready;
        this.failures = failures;
        this.progress = progress;
    }

    boolean ended() {
        return ended;
    }

    /** What is being asked for: the label of an open form, or nothing. */
    String prompt() {
        return open.map(o -> o.next().label()).orElse("");
    }

    /** What to show for a line; empty where there is nothing to say. */
    Optional<Reply> answer(String line) {
        String typed = line.strip();
        if (open.isPresent()) {
            OpenForm form = open.get();
            open = Optional.empty();
            return fill(form, typed);
        }
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (offers.meant(typed)) {
            return pick(offers.pick(typed));
        }
        return typed.startsWith("/") ? command(typed.substring(1)) : question(typed);
    }

    private Optional<Reply> question(String typed) {
        return ready.now()
                .named(defaultCommand)
                .map(command -> run(command, Calls.plain(command, typed)))
                .or(() -> Optional.of(unknown(defaultCommand)));
    }

    private Optional<Reply> command(String typed) {
        String[] parts = typed.split("\\s+", 2);
        String name = parts[0].toLowerCase(Locale.ROOT);
        Optional<Command> command = ready.now().named(name);
        if (name.equals("quit")) {
            ended = true;
            return Optional.empty();
        }
        if (name.equals("help")) {
            return Optional.of(help(command));
        }
        return Optional.of(command.map(c -> run(c, Calls.parse(c, parts.length > 1 ? parts[1] : "")))
                .orElseGet(() -> unknown(name)));
    }

    private Reply run(Command command, Calls.Outcome outcome) {
        if (outcome instanceof Calls.Outcome.Fits fits) {
            offers = Offers.none();
            CommandCall call = fits.call();
            return offering(command, () -> command.decline(call).orElseGet(() -> begin(command, call)));
        }
        return Reply.line(((Calls.Outcome.Refused) outcome).why());
    }

    private Reply begin(Command command, CommandCall call) {
        Optional<Command.Asked> asked = command.form(call);
        if (asked.isEmpty()) {
            return command.run(call, progress);
        }
        open = Optional.of(new OpenForm(asked.get().id(), command, asked.get().form()));
        return Reply.line(asked.get().form().title() + ":");
    }

    private Optional<Reply> pick(Offers.Pick pick) {
        if (pick instanceof Offers.Pick.Press press) {
            return acting(press.id(), command -> press(command, press.id()));
        }
        if (pick instanceof Offers.Pick.Choices chosen) {
            ActionCall call = ActionCall.choice(Caller.TERMINAL, chosen.id(), chosen.values());
            return acting(chosen.id(), command -> Optional.of(act(command, call)));
        }
        return Optional.of(Reply.line(((Offers.Pick.Refused) pick).why()));
    }

    private Optional<Reply> acting(ActionId id, Function<Command, Optional<Reply>> act) {
        Optional<Command> command = ready.now().named(id.command());
        return command.isEmpty() ? Optional.of(unknown(id.command())) : act.apply(command.get());
    }

    private Optional<Reply> press(Command command, ActionId id) {
        ActionCall call = ActionCall.press(Caller.TERMINAL, id);
        try {
            Optional<Form> form = command.form(call);
            if (form.isEmpty()) {
                return Optional.of(act(command, call));
            }
            Optional<Reply> declined = command.decline(call);
            if (declined.isEmpty()) {
                open = Optional.of(new OpenForm(id, command, form.get()));
            }
            return declined;
        } catch (RuntimeException e) {
            return Optional.of(failures.reply(command.spec().name(), e));
        }
    }

    /** Nothing typed keeps what stands in the field; where nothing stands and something must, it gives the form up. */
    private Optional<Reply> fill(OpenForm form, String typed) {
        Form.Field field = form.next();
        String text = typed.isEmpty() ? field.value().orElse("") : typed;
        if (text.isEmpty() && field.required()) {
            return Optional.empty();
        }
        if (text.length() > field.maxLength()) {
            open = Optional.of(form);
            return Optional.of(Reply.line("That is too long: please keep it to " + field.maxLength() + " characters."));
        }
        OpenForm filled = form.with(text);
        if (!filled.full()) {
            open = Optional.of(filled);
            return Optional.empty();
        }
        return Optional.of(act(form.command(), new ActionCall(Caller.TERMINAL, form.id(), filled.typed(), List.of())));
    }

    private Reply act(Command command, ActionCall call) {
        return offering(command, () -> command.decline(call).orElseGet(() -> command.act(call, progress)));
    }

    /** A reply that offers choices replaces those of the reply before it. */
    private Reply offering(Command command, Supplier<Reply> work) {
        try {
            Reply reply = work.get();
            Offers offered = Offers.of(reply);
            offers = offered.isEmpty() ? offers : offered;
            return reply;
        } catch (RuntimeException e) {
            return failures.reply(command.spec().name(), e);
        }
    }

    /** The help of the bot, or a list of its commands; and how this terminal is used. */
    private Reply help(Optional<Command> command) {
        List<Block> blocks = new ArrayList<>();
        if (command.isPresent()) {
            blocks.addAll(run(command.get(), Calls.parse(command.get(), "")).blocks());
        } else {
            ready.now()
                    .all()
                    .forEach(c -> blocks.add(new Block.Line(
                            true, Optional.of("/" + c.spec().name()), c.spec().description())));
        }
        blocks.add(new Block.Small(
                "Here in the terminal: just type your question. A number picks what is offered below the"
                        + " last answer, Tab completes, /quit or Ctrl-D ends."));
        return new Reply(blocks);
    }

    private static Map<String, String> own() {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("help", "What I can do");
        own.put("quit", "End the chat");
        return own;
    }

    private Reply unknown(String name) {
        List<String> names = new ArrayList<>(OWN.keySet());
        ready.now().all().forEach(c -> names.add(c.spec().name()));
        String shown = name.length() > LONGEST_ECHO ? name.substring(0, LONGEST_ECHO) + "…" : name;
        return Reply.line("There is no command /" + shown + ". "
                + NearestName.of(name, names)
                        .map(near -> "Did you mean /" + near + "?")
                        .orElse("/help shows them all."));
    }
}
