package dev.rolewise.server;

import dev.rolewise.knowledge.reading.ReadText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of a document, wherever one is shown: in a reply, or by the command line. */
public final class DocumentWords {
    private DocumentWords() {}

    /** Such as {@code PDF, 3 pages, 12 passages}. */
    public static String summary(ServerDocument document) {
        String pages =
                document.pages() == 0 ? "" : document.pages() == 1 ? ", 1 page" : ", " + document.pages() + " pages";
        return document.format() + pages + ", "
                + (document.passages() == 1 ? "1 passage" : document.passages() + " passages");
    }

    /** Said of a document that was taken out. */
    public static String out(ServerDocument document) {
        return "“" + document.title() + "” is out: no answer rests on it any more.";
    }

    /** Said of a document that was taken in. */
    public static String counts(ServerDocument document) {
        return "“" + document.title() + "” counts from now on.";
    }

    /** Said of a document that was taken in and is still being indexed, {@code instead} of another version or not. */
    public static String takingIn(ServerDocument document, boolean instead) {
        return "“" + document.title() + "” is being taken in; it counts in a minute or so."
                + (instead ? " Until then I answer from the version before." : "");
    }

    /** Said to who hands over what is there already. */
    public static String same(ServerDocument there) {
        return "I have that very document already, as “" + there.title() + "”.";
    }

    /** How much was not taken in since nobody would see it, and why; empty where that is nothing. */
    public static Optional<String> leftOut(ReadText text) {
        if (text.hidden().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(text.hidden().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), said(e.getKey())))
                .collect(Collectors.joining(", ", "characters that nobody would see: ", "")));
    }

    /** The lines that it begins with, {@code most} at most, each as long as fits a preview. */
    public static List<String> firstLines(List<ReadText.Section> sections, int most) {
        return sections.stream()
                .flatMap(section -> section.text().lines())
                .limit(most)
                .map(line -> cut(line, 200))
                .toList();
    }

    /** Where a section stands: its headings and its page. */
    public static String place(ReadText.Section section) {
        return String.join(" · ", section.heading()) + (section.page() > 0 ? " page " + section.page() : "");
    }

    /** The one that is meant: by its id, its title, or both as they are suggested. */
    public static Optional<ServerDocument> chosen(List<ServerDocument> from, String typed) {
        String wanted = typed.strip();
        return from.stream()
                .filter(d -> wanted.equals(suggested(d)) || wanted.equals(d.id()) || wanted.equalsIgnoreCase(d.title()))
                .findFirst();
    }

    /** Its title and its id, as they are suggested while somebody types. */
    static String suggested(ServerDocument document) {
        return document.title() + " (" + document.id() + ")";
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static String said(ReadText.Hidden why) {
        return switch (why) {
            case INVISIBLE -> "invisible";
            case PALE -> "of the colour behind them";
            case TINY -> "tiny";
            case OFF_PAGE -> "off the page";
            case COMMENT -> "in comments";
            case DELETED -> "deleted";
            case ZERO_WIDTH -> "without width";
        };
    }
}
