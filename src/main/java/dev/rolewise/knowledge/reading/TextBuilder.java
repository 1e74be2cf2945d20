package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import dev.rolewise.knowledge.reading.ReadText.Section;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the visible text of one document, counts what is left out, and stops at the limit of characters. Not thread-safe. */
final class TextBuilder {
    private static final int LONGEST_HEADING = 200;
    private static final int DEEPEST_HEADING = 6;
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+");
    /** Zero-width, direction, tag and other format characters, variation selectors, private use, control characters. */
    private static final Pattern ZERO_WIDTH = Pattern.compile(
            "[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\x{FE00}-\\x{FE0F}\\x{E0000}-\\x{E0FFF}]|[\\p{Cc}&&[^\\n\\t\\r\\f]]");

    private final int mostCharacters;
    private final List<Section> sections = new ArrayList<>();
    private final Map<Hidden, Integer> hidden = new EnumMap<>(Hidden.class);
    private final List<String> warnings = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Section section = new Section(0, List.of(), "");
    private String title = "";
    private int page;
    private int characters;

    /** How many of the headings, from the outermost, have text below them. */
    private int filled;

    private record Heading(int page, String words) {}

    TextBuilder(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    /** Begins a page, from 1. */
    void page(int number) {
        page = number;
    }

    /** Begins a section below a heading, which is a paragraph if there is nothing below it; {@code level} counts from 1, outermost. */
    void heading(int level, String words) {
        String clean = clean(words);
        leave(Math.max(1, Math.min(level, DEEPEST_HEADING)));
        if (!clean.isEmpty()) {
            count(clean);
            headings.add(new Heading(page, clean));
            title = title.isEmpty() ? clean : title;
        }
    }

    /** Adds a paragraph. */
    void paragraph(String words) {
        String clean = clean(words);
        if (clean.isEmpty()) {
            return;
        }
        count(clean);
        write(page, clean);
    }

    private void count(String clean) {
        characters += clean.length();
        if (characters > mostCharacters) {
            throw new UnreadableException(String.format(
                    Locale.ROOT,
                    "it holds more than %,d characters. Please split it, or send the part that matters.",
                    mostCharacters));
        }
    }

    private void write(int onPage, String clean) {
        List<String> above =
                headings.stream().map(heading -> cut(heading.words())).toList();
        if (section.page() != onPage || !section.heading().equals(above)) {
            endSection();
            section = new Section(onPage, above, "");
        }
        text.append(clean).append('\n');
        filled = headings.size();
    }

    /** Leaves the headings from a level on, counted from 1. */
    private void leave(int level) {
        while (headings.size() >= level) {
            Heading last = headings.remove(headings.size() - 1);
            if (filled <= headings.size()) {
                write(last.page(), last.words());
            }
            filled = headings.size();
        }
    }

    /** Counts text that is left out. */
    void leftOut(Hidden why, int howMuch) {
        if (howMuch > 0) {
            hidden.merge(why, howMuch, Integer::sum);
        }
    }

    /** Says something to who sent the document. */
    void warn(String sentence) {
        if (!warnings.contains(sentence)) {
            warnings.add(sentence);
        }
    }

    ReadText build(String format, int pages) {
        leave(1);
        endSection();
        return new ReadText(format, cut(title), pages, sections, hidden, warnings);
    }

    private void endSection() {
        if (text.length() > 0) {
            sections.add(new Section(
                    section.page(), section.heading(), text.toString().strip()));
            text.setLength(0);
        }
    }

    private static String cut(String heading) {
        return heading.length() > LONGEST_HEADING ? heading.substring(0, LONGEST_HEADING) : heading;
    }

    private String clean(String words) {
        Matcher invisible = ZERO_WIDTH.matcher(words);
        int[] count = {0};
        String seen = invisible.replaceAll(match -> {
            count[0] += Optional.of(match.group())
                    .filter(c -> !c.equals("\u00AD"))
                    .map(String::length)
                    .orElse(0);
            return "";
        });
        leftOut(Hidden.ZERO_WIDTH, count[0]);
        return BLANK.matcher(Normalizer.normalize(seen, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }
}
