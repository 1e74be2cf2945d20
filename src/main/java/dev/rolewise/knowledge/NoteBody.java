package dev.rolewise.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one note, line by line: headings, passages between blank lines, statements. Not thread-safe. */
final class NoteBody {
    private static final int MOST_STATEMENTS = 6;
    private static final Pattern NAMED = Pattern.compile("(.*?)\\s*\\{#([^}]+)}");

    private final String file;
    private final String sourceId;
    private final Headings headings;
    private final StatementIndex index;
    private final StatementRules rules;
    private final Faults faults;

    private final List<Passage> passages = new ArrayList<>();
    private final List<Statement> passage = new ArrayList<>();
    private final Map<String, Integer> lineOfText = new HashMap<>();
    private Optional<Headings.Heading> heading = Optional.empty();
    private int position;

    NoteBody(String file, String sourceId, Headings headings, StatementIndex index, Faults faults) {
        this.file = file;
        this.sourceId = sourceId;
        this.headings = headings;
        this.index = index;
        this.rules = new StatementRules(faults);
        this.faults = faults;
    }

    void line(int number, String line) {
        if (line.isBlank()) {
            endPassage();
        } else if (line.startsWith("#")) {
            endPassage();
            heading = Optional.of(headings.read(file, number, line));
        } else {
            statement(number, line);
        }
    }

    /** All passages, once the last line is in. */
    List<Passage> passages(int startLine) {
        endPassage();
        if (position == 0) {
            faults.add(file, startLine, "the note has no statements", "write a heading and sentences below it");
        }
        return passages;
    }

    private void statement(int number, String line) {
        Matcher named = NAMED.matcher(line);
        String text = named.matches() ? named.group(1) : line;
        String key = StatementIndex.key(sourceId, text);
        rules.check(file, number, text);
        if (heading.isEmpty()) {
            faults.add(file, number, "the statement stands under no heading", "put \"## role / aspect\" above it");
        }
        if (passage.size() == MOST_STATEMENTS) {
            faults.add(
                    file,
                    number,
                    "the passage has more than " + MOST_STATEMENTS + " statements",
                    "put a blank line where the topic changes");
        }
        Integer earlier = lineOfText.putIfAbsent(text, number);
        if (earlier != null) {
            faults.add(file, number, "the statement repeats line " + earlier, "delete one of the two");
        } else {
            index.add(key, file, number);
        }
        if (named.matches()) {
            index.name(named.group(2), key, file, number);
        }
        passage.add(new Statement(key, text, position++));
    }

    private void endPassage() {
        if (passage.isEmpty()) {
            return;
        }
        heading.ifPresent(h -> passages.add(new Passage(
                sourceId + "#" + (passages.size() + 1), sourceId, h.path(), h.roles(), h.aspect(), passage)));
        passage.clear();
    }
}
