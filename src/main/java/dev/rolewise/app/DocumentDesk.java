package dev.rolewise.app;

import dev.rolewise.knowledge.Nearest;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.question.Scope;
import dev.rolewise.server.DocumentWords;
import dev.rolewise.server.Documents;
import dev.rolewise.server.ServerDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code rolewise knowledge} does with documents that are there, and prints of them. */
final class DocumentDesk {
    static final String NONE = "There are no documents yet. \"rolewise knowledge add FILE\" takes one.";

    private static final Scope ALL_SERVERS = Scope.INSTALLATION;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Documents documents;
    private final Terminal terminal;

    DocumentDesk(Documents documents, Terminal terminal) {
        this.documents = documents;
        this.terminal = terminal;
    }

    /** Prints a line for each document, also those that can be put back. */
    void list() {
        List<ServerDocument> live = documents.live(ALL_SERVERS);
        List<ServerDocument> removed = documents.removed(ALL_SERVERS);
        if (live.isEmpty()) {
            terminal.result(NONE);
        }
        live.forEach(document -> terminal.result(row(document)));
        removed.forEach(document -> terminal.result(
                row(document) + " (removed; can be put back until " + minute(documents.lastChance(document)) + ")"));
    }

    /** Prints what was read in a document. */
    void show(String which) throws OperatorException {
        ServerDocument.Text text = documents
                .text(ALL_SERVERS, live(which).id())
                .orElseThrow(() -> unknown(which, documents.live(ALL_SERVERS)));
        ServerDocument document = text.document();
        terminal.result(String.format(
                Locale.ROOT,
                "“%s”: %s, added %s, id %s",
                printable(document.title()),
                DocumentWords.summary(document),
                day(document.addedAt()),
                document.id()));
        for (ReadText.Section section : text.sections()) {
            terminal.result("");
            String place = DocumentWords.place(section).strip();
            if (!place.isEmpty()) {
                terminal.result("# " + printable(place));
            }
            section.text().lines().map(DocumentDesk::printable).forEach(terminal::result);
        }
    }

    /** Takes a document out. */
    void remove(String which) throws OperatorException {
        ServerDocument document = live(which);
        documents.purge();
        documents.remove(ALL_SERVERS, document.id());
        terminal.result(printable(DocumentWords.out(document)));
        documents.removed(ALL_SERVERS).stream()
                .filter(removed -> removed.id().equals(document.id()))
                .findFirst()
                .ifPresent(removed -> terminal.result(way(removed, "it")));
    }

    /** Puts a removed or replaced document back. */
    void undo(String which) throws OperatorException {
        List<ServerDocument> removed = documents.removed(ALL_SERVERS);
        ServerDocument back = DocumentWords.chosen(removed, which)
                .flatMap(document -> documents.putBack(ALL_SERVERS, document.id()))
                .orElseThrow(() -> cannotComeBack(which, removed));
        terminal.result(printable("“" + back.title() + "” is back: answers rest on it again."));
        documents
                .replacedBy(back)
                .ifPresent(other -> terminal.result("The other version is out; " + way(other, "that one")));
    }

    /** How a removed document comes back. */
    String way(ServerDocument removed, String called) {
        return "\"rolewise knowledge undo " + removed.id() + "\" puts " + called + " back until "
                + minute(documents.lastChance(removed)) + ".";
    }

    /** A name, a path or a line of a document, with nothing in it that a terminal would obey. */
    static String printable(String text) {
        return text.replaceAll("[\\p{C}&&[^\t]]", "?");
    }

    static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    private static String minute(Instant time) {
        return MINUTE.format(time);
    }

    private static String row(ServerDocument document) {
        String pages = document.pages() == 0 ? "" : document.pages() == 1 ? "1 page" : document.pages() + " pages";
        return String.format(
                Locale.ROOT,
                "%s  %s  %-8s  %10s  %5d %s  %s",
                document.id(),
                day(document.addedAt()),
                document.format(),
                pages,
                document.passages(),
                document.passages() == 1 ? "passage " : "passages",
                printable(document.title()));
    }

    private ServerDocument live(String which) throws OperatorException {
        List<ServerDocument> live = documents.live(ALL_SERVERS);
        Optional<ServerDocument> chosen = DocumentWords.chosen(live, which);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        Optional<ServerDocument> removed = DocumentWords.chosen(documents.removed(ALL_SERVERS), which);
        if (removed.isPresent()) {
            throw new OperatorException(
                    "“" + printable(removed.get().title()) + "” is removed; " + way(removed.get(), "it"));
        }
        throw unknown(which, live);
    }

    private OperatorException cannotComeBack(String which, List<ServerDocument> removed) {
        Optional<ServerDocument> live = DocumentWords.chosen(documents.live(ALL_SERVERS), which);
        return live.map(document -> new OperatorException("“" + document.title() + "” is not removed"))
                .orElseGet(() -> removed.isEmpty()
                        ? new OperatorException("no document was removed in the last day, so none can be put back")
                        : unknown(which, removed));
    }

    private static OperatorException unknown(String which, List<ServerDocument> known) {
        String start = "there is no document “" + printable(which.strip()) + "”; ";
        return new OperatorException(start
                + nearest(which.strip(), known)
                        .map(near -> "did you mean “" + near.title() + "”, id " + near.id() + "?")
                        .orElse("\"rolewise knowledge list\" shows which there are"));
    }

    private static Optional<ServerDocument> nearest(String which, List<ServerDocument> known) {
        String typed = which.toLowerCase(Locale.ROOT);
        Optional<ServerDocument> part = known.stream()
                .filter(document -> document.title().toLowerCase(Locale.ROOT).contains(typed))
                .findFirst();
        return part.or(() -> Nearest.to(
                        which,
                        known.stream()
                                .flatMap(document -> Stream.of(document.title(), document.id()))
                                .toList())
                .flatMap(name -> DocumentWords.chosen(known, name)));
    }
}
