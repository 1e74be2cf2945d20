package dev.rolewise.knowledge.reading;

import java.util.List;
import java.util.Map;

/**
 * The visible text of a document.
 *
 * @param format what it is: {@code PDF}, {@code DOCX}, {@code HTML}, {@code Markdown} or {@code text}
 * @param title its first heading, or empty text where it has none
 * @param pages how many pages it has; 0 where its format knows none
 * @param sections its text in order, each with some text; empty where nothing is visible
 * @param hidden how many characters were left out, by why nobody would see them
 * @param warnings what who sent it should know, in whole sentences
 */
public record ReadText(
        String format,
        String title,
        int pages,
        List<Section> sections,
        Map<Hidden, Integer> hidden,
        List<String> warnings)
        implements Reading {

    /**
     * Text that stands together.
     *
     * @param page from 1; 0 where the format knows none
     * @param heading the headings above it, outermost first
     * @param text its paragraphs, each in a line
     */
    public record Section(int page, List<String> heading, String text) {
        public Section {
            heading = List.copyOf(heading);
        }
    }

    /** Why nobody who looks at a document sees some of its text. */
    public enum Hidden {
        /** Drawn in a mode that leaves no mark, marked as hidden, cut away or covered. */
        INVISIBLE,
        /** Of the colour of what it stands on, or so near to it that it cannot be read. */
        PALE,
        /** Smaller than 2 points. */
        TINY,
        /** Outside the page. */
        OFF_PAGE,
        /** A comment, in the document's source or beside its text. */
        COMMENT,
        /** Deleted, or moved elsewhere, by a change that is tracked. */
        DELETED,
        /** Characters without width, and tag characters. */
        ZERO_WIDTH
    }

    public ReadText {
        sections = List.copyOf(sections);
        hidden = Map.copyOf(hidden);
        warnings = List.copyOf(warnings);
    }

    /** How many characters are visible. */
    public int characters() {
        return sections.stream().mapToInt(section -> section.text().length()).sum();
    }
}
