package dev.rolewise.console;

import dev.rolewise.command.Command;
import dev.rolewise.command.Option;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Suggests command names, options, and what a command itself suggests. Nothing while the commands are loading. */
final class Completion implements Completer {
    private static final int MOST = 25;

    private final String defaultCommand;
    private final Ready ready;
    private final Failures failures;

    Completion(String defaultCommand, Ready ready, Failures failures) {
        this.defaultCommand = defaultCommand;
        this.ready = ready;
        this.failures = failures;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String word = line.word();
        if (line.wordIndex() == 0 && word.startsWith("/")) {
            names(candidates);
        } else if (line.wordIndex() == 0) {
            ready.now().named(defaultCommand).ifPresent(c -> values(c, word, candidates));
        } else {
            String name = line.words().get(0).split(" ", 2)[0].substring(1);
            ready.now().named(name).ifPresent(command -> {
                if (word.startsWith("--")) {
                    options(command, candidates);
                } else {
                    values(command, word, candidates);
                }
            });
        }
    }

    private void names(List<Candidate> candidates) {
        ready.now()
                .all()
                .forEach(command -> candidates.add(
                        candidate("/" + command.spec().name(), command.spec().description(), candidates.size())));
        Session.OWN.forEach((name, description) -> {
            if (ready.now().named(name).isEmpty()) {
                candidates.add(candidate("/" + name, description, candidates.size()));
            }
        });
    }

    private static void options(Command command, List<Candidate> candidates) {
        command.spec()
                .options()
                .forEach(option ->
                        candidates.add(candidate("--" + option.name(), option.description(), candidates.size())));
    }

    private void values(Command command, String typed, List<Candidate> candidates) {
        Optional<Option> option = Calls.firstText(command.spec()).filter(Option::completes);
        if (option.isEmpty()) {
            return;
        }
        try {
            command.complete(option.get().name(), typed).stream()
                    .limit(MOST)
                    .forEach(value -> candidates.add(candidate(value, "", candidates.size())));
        } catch (RuntimeException e) {
            failures.reply("completion of " + command.spec().name(), e);
        }
    }

    private static Candidate candidate(String value, String description, int place) {
        String clean = Clean.text(value).replace('\n', ' ');
        String told = Clean.text(description);
        return new Candidate(clean, clean, null, told.isEmpty() ? null : told, null, null, true, place);
    }
}
