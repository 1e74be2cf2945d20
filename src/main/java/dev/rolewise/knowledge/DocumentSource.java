package dev.rolewise.knowledge;

import dev.rolewise.knowledge.reading.ReadText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The text of a document as a source: passages of a few sentences that stand below one heading and on one page. Each
 * statement is a sentence, letter by letter as it was read; a line that is no sentence, such as an entry of a list, is a
 * statement too. The heading of each passage begins with the title of the document, once, and ends with its page.
 */
public final class DocumentSource {
    private static final int MOST_STATEMENTS = 6;
    private static final int PASSAGE_CHARACTERS = 700;

    /** Sentences that are longer are cut at a blank, so that one fits into an answer. */
    private static final int LONGEST_STATEMENT = 500;

    private static final int FEWEST_LETTERS = 3;
    private static final int LONGEST_QUESTION = 200;

    /** What begins a question or an answer where both are written below each other. */
    private static final Pattern LABEL =
            Pattern.compile("^(?:Q|A|Question|Answer|Frage|Antwort)(?: ?\\d{1,3})?[.:)] ?", Pattern.CASE_INSENSITIVE);

    private final String id;
    private final String title;
    private final Function<String, Set<String>> roles;
    private final List<Passage> passages = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private int position;

    private DocumentSource(String id, String title, Function<String, Set<String>> roles) {
        this.id = id;
        this.title = title;
        this.roles = roles;
    }

    /**
     * A document as a source.
     *
     * @param id unique in its scope
     * @param title as shown beside a marker
     * @param author who wrote or gave it, as shown
     * @param date when it was given, as shown
     * @param roles the ids of the pack's roles that a text speaks of
     * @return a source without passages where no line holds a word
     */
    public static Source of(
            ReadText text, String id, String title, String author, String date, Function<String, Set<String>> roles) {
        DocumentSource document = new DocumentSource(id, title, roles);
        text.sections().forEach(document::add);
        return new Source(id, title, author, title, date, false, document.passages);
    }

    private void add(ReadText.Section section) {
        List<Statement> passage = new ArrayList<>();
        Optional<String> asked = Optional.empty();
        List<String> sentences =
                section.text().lines().flatMap(line -> sentences(line).stream()).toList();
        for (int i = 0; i < sentences.size(); i++) {
            String sentence = sentences.get(i);
            if (isAsked(sentence, i + 1 < sentences.size() ? sentences.get(i + 1) : "")) {
                end(section, asked, passage);
                asked = Optional.of(LABEL.matcher(sentence).replaceFirst(""));
            } else {
                add(asked.isPresent() ? LABEL.matcher(sentence).replaceFirst("") : sentence, section, asked, passage);
            }
        }
        end(section, asked, passage);
    }

    /** A question of a collection of questions and answers: what comes after it answers it. */
    private static boolean isAsked(String sentence, String next) {
        return sentence.endsWith("?")
                && sentence.length() <= LONGEST_QUESTION
                && (LABEL.matcher(sentence).lookingAt() || LABEL.matcher(next).lookingAt())
                && !next.isEmpty();
    }

    /** What is said twice below the same headings is said once; below others it is a statement of its own. */
    private void add(String sentence, ReadText.Section section, Optional<String> asked, List<Statement> passage) {
        int length = passage.stream().mapToInt(said -> said.text().length()).sum();
        if (passage.size() == MOST_STATEMENTS || length + sentence.length() > PASSAGE_CHARACTERS) {
            end(section, asked, passage);
        }
        String whole = asked.map(question -> question + "\n").orElse("") + sentence;
        String here = String.join("\n", section.heading()) + "\n\n" + whole;
        if (seen.add(here)) {
            String key = StatementIndex.key(id, seen.add(whole) ? whole : here);
            passage.add(new Statement(key, sentence, position++));
        }
    }

    private List<String> heading(ReadText.Section section) {
        List<String> heading = new ArrayList<>();
        heading.add(title);
        section.heading().stream()
                .dropWhile(part -> part.equalsIgnoreCase(title))
                .forEach(heading::add);
        if (section.page() > 0) {
            heading.add("page " + section.page());
        }
        return heading;
    }

    private void end(ReadText.Section section, Optional<String> asked, List<Statement> passage) {
        if (passage.isEmpty()) {
            return;
        }
        List<String> heading = heading(section);
        asked.ifPresent(heading::add);
        String words = String.join(" ", heading)
                + ' '
                + String.join(" ", passage.stream().map(Statement::text).toList());
        passages.add(new Passage(
                id + "#" + (passages.size() + 1), id, heading, roles.apply(words), "", List.copyOf(passage)));
        passage.clear();
    }

    private static List<String> sentences(String line) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(line);
        List<String> sentences = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            cut(line.substring(from, to).strip(), sentences);
            from = to;
        }
        return sentences;
    }

    private static void cut(String sentence, List<String> into) {
        String rest = sentence;
        while (rest.length() > LONGEST_STATEMENT) {
            int blank = rest.lastIndexOf(' ', LONGEST_STATEMENT);
            int at = blank > LONGEST_STATEMENT / 2 ? blank : LONGEST_STATEMENT;
            into.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        if (rest.codePoints().filter(Character::isLetterOrDigit).count() >= FEWEST_LETTERS) {
            into.add(rest);
        }
    }
}
