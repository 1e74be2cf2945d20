package dev.rolewise.console;

import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Option;
import dev.rolewise.command.Option.Kind;
import dev.rolewise.command.Upload;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what was typed after a command's name into a call: options as {@code --name}, the rest as the first text. A
 * number is one word. */
final class Calls {
    private static final String DASHES = "--";
    private static final int LONGEST_ECHO = 40;

    /** Plain digits, or in groups of three, and a fraction. */
    private static final Pattern NUMBER = Pattern.compile("(?:\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(?:\\.\\d{1,15})?");

    private Calls() {}

    /** What became of a typed line. */
    sealed interface Outcome {
        /** A call that fits the command. */
        record Fits(CommandCall call) implements Outcome {}

        /** One that does not. */
        record Refused(String why) implements Outcome {}
    }

    /** The whole line as the first text option. */
    static Outcome plain(Command command, String line) {
        Map<String, String> texts = new HashMap<>();
        firstText(command.spec()).ifPresent(option -> texts.put(option.name(), line.strip()));
        return checked(Optional.empty(), command.spec(), texts, Map.of());
    }

    /** A line with options in it. */
    static Outcome parse(Command command, String rest) {
        CommandSpec spec = command.spec();
        if (spec.subcommands().isEmpty()) {
            return parse(Optional.empty(), spec, rest);
        }
        String[] parts = rest.strip().split("\\s+", 2);
        Optional<CommandSpec> sub = spec.subcommand(parts[0].toLowerCase(Locale.ROOT));
        return sub.map(s -> parse(Optional.of(s.name()), called(spec, s), parts.length > 1 ? parts[1] : ""))
                .orElseGet(() -> new Outcome.Refused(subcommands(spec)));
    }

    private static Outcome parse(Optional<String> subcommand, CommandSpec spec, String rest) {
        Map<String, String> texts = new HashMap<>();
        Map<String, Boolean> flags = new HashMap<>();
        Optional<Option> current = firstText(spec);
        for (String word : rest.strip().split("\\s+", -1)) {
            if (word.startsWith(DASHES) && word.length() > DASHES.length()) {
                Optional<Option> named = option(spec, word.substring(DASHES.length()));
                if (named.isEmpty()) {
                    return new Outcome.Refused("/" + spec.name() + " has no option " + word + ". " + options(spec));
                }
                switch (named.get().kind()) {
                    case YES_NO -> flags.put(named.get().name(), true);
                    case NUMBER -> texts.put(named.get().name(), "");
                    case TEXT, FILE -> {}
                }
                current = named.get().kind() == Kind.YES_NO ? current : named;
            } else if (!word.isEmpty()) {
                if (current.isEmpty()) {
                    return new Outcome.Refused("/" + spec.name() + " takes no text. " + options(spec));
                }
                texts.merge(current.get().name(), word, (a, b) -> a.isEmpty() ? b : a + " " + b);
                current = current.get().kind() == Kind.NUMBER ? firstText(spec) : current;
            }
        }
        return checked(subcommand, spec, texts, flags);
    }

    /** What takes the words that follow no option: the first text, or a file where there is no text. */
    static Optional<Option> firstText(CommandSpec spec) {
        return Stream.of(Kind.FILE, Kind.TEXT)
                .flatMap(kind -> spec.options().stream().filter(o -> o.kind() == kind))
                .findFirst();
    }

    private static Outcome checked(
            Optional<String> subcommand, CommandSpec spec, Map<String, String> texts, Map<String, Boolean> flags) {
        Map<String, Upload> files = new HashMap<>();
        for (Option option : spec.options()) {
            String text = texts.getOrDefault(option.name(), "");
            if (option.required() && option.kind() != Kind.YES_NO && text.isEmpty()) {
                return new Outcome.Refused(
                        "/" + spec.name() + " needs its " + option.name() + ": " + option.description() + ".");
            }
            if (option.maxLength() > 0 && text.length() > option.maxLength()) {
                return new Outcome.Refused("That is too long: the " + option.name() + " has " + text.length()
                        + " characters, and " + option.maxLength() + " is the most I can take.");
            }
            if (option.kind() == Kind.NUMBER && texts.containsKey(option.name())) {
                if (!NUMBER.matcher(text).matches()) {
                    return new Outcome.Refused(noNumber(option, text));
                }
                texts.put(option.name(), text.replace(",", ""));
            }
            if (option.kind() == Kind.FILE && texts.remove(option.name()) != null) {
                Optional<Upload> file = FileUpload.at(text);
                if (file.isEmpty()) {
                    return new Outcome.Refused("There is no file “" + echo(text) + "” that I can read. Give its path.");
                }
                files.put(option.name(), file.get());
            }
        }
        return new Outcome.Fits(new CommandCall(Caller.TERMINAL, subcommand, texts, flags, files));
    }

    private static String noNumber(Option option, String typed) {
        String need = DASHES + option.name() + " needs a number of zero or more, such as 100 or 2.5";
        return typed.isEmpty() ? need + "." : need + "; I cannot read “" + echo(typed) + "”.";
    }

    private static String echo(String typed) {
        return typed.length() > LONGEST_ECHO ? typed.substring(0, LONGEST_ECHO) + "…" : typed;
    }

    private static Optional<Option> option(CommandSpec spec, String name) {
        return spec.options().stream().filter(o -> o.name().equals(name)).findFirst();
    }

    private static String options(CommandSpec spec) {
        List<String> names = spec.options().stream().map(o -> DASHES + o.name()).toList();
        return names.isEmpty() ? "It has no options." : "It has " + String.join(", ", names) + ".";
    }

    /** The subcommand under the name by which a person calls it. */
    private static CommandSpec called(CommandSpec spec, CommandSpec sub) {
        return new CommandSpec(spec.name() + " " + sub.name(), sub.description(), sub.options(), Optional.empty());
    }

    private static String subcommands(CommandSpec spec) {
        return spec.subcommands().stream()
                .map(sub -> "/" + spec.name() + " " + sub.name() + " – " + sub.description())
                .collect(Collectors.joining("\n", "/" + spec.name() + " needs one word more:\n", ""));
    }
}
