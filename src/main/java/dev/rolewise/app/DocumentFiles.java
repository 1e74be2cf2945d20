package dev.rolewise.app;

import dev.rolewise.command.Caller;
import dev.rolewise.question.Scope;
import dev.rolewise.server.DocumentWords;
import dev.rolewise.server.Documents;
import dev.rolewise.server.ServerDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of {@code rolewise knowledge add}: each is read and counts at once, or is said why it does not. */
final class DocumentFiles {
    private static final int FIRST_LINES = 2;

    private final Documents documents;
    private final DocumentDesk desk;
    private final Path startedIn;
    private final Terminal terminal;
    private int added;
    private int failed;

    DocumentFiles(Documents documents, DocumentDesk desk, Path startedIn, Terminal terminal) {
        this.documents = documents;
        this.desk = desk;
        this.startedIn = startedIn;
        this.terminal = terminal;
    }

    /** How many were taken in. */
    int added() {
        return added;
    }

    /** How many could not be. */
    int failed() {
        return failed;
    }

    /** Takes files in, one after the other; an empty title is taken from the document or its file. */
    void add(List<String> files, String title) {
        for (String file : files) {
            try {
                byte[] content = content(file);
                terminal.note(DocumentDesk.printable(file + ": reading…"));
                take(file, documents.read(Scope.INSTALLATION, name(file), title, content, Caller.TERMINAL.memberId()));
            } catch (OperatorException e) {
                failed++;
                terminal.note(DocumentDesk.printable(file + ": " + e.getMessage()));
            }
        }
    }

    private void take(String file, Documents.Handed handed) throws OperatorException {
        if (handed instanceof Documents.Refused refused) {
            throw new OperatorException(refused.reason());
        }
        Documents.Preview preview = (Documents.Preview) handed;
        if (preview.same().isPresent()) {
            terminal.result(
                    DocumentDesk.printable(DocumentWords.same(preview.same().get()) + " Its id is "
                            + preview.same().get().id() + "."));
            return;
        }
        ServerDocument document = documents
                .confirm(Scope.INSTALLATION, preview.document().id())
                .orElseThrow(() -> new OperatorException("somebody else has just removed it; please add it again"));
        added++;
        terminal.result(DocumentDesk.printable(DocumentWords.counts(document)));
        line("id", document.id());
        line("file", file);
        line("read", DocumentWords.summary(document));
        DocumentWords.leftOut(preview.text()).ifPresent(hidden -> line("left out", hidden));
        preview.text().warnings().forEach(warning -> line("note", warning));
        DocumentWords.firstLines(preview.text().sections(), FIRST_LINES).forEach(first -> line("begins", first));
        documents
                .replacedBy(document)
                .ifPresent(old -> line(
                        "replaces",
                        "the version of " + DocumentDesk.day(old.addedAt()) + "; " + desk.way(old, "that one")));
    }

    private void line(String label, String text) {
        terminal.result(DocumentDesk.printable("  " + label + " ".repeat(10 - label.length()) + text));
    }

    private static String name(String file) {
        return Optional.ofNullable(Path.of(file).getFileName())
                .map(Path::toString)
                .orElse(file);
    }

    /** At most one byte more than is read. */
    private byte[] content(String file) throws OperatorException {
        Path path = path(file);
        if (Files.isDirectory(path)) {
            throw new OperatorException("that is a folder; name the files in it, such as "
                    + Path.of(file).resolve("*.pdf"));
        }
        if (Files.notExists(path)) {
            throw new OperatorException(
                    isPattern(file)
                            ? "no file fits this pattern; name the files one by one"
                            : "there is no such file; check its path");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new OperatorException("that is no file that can be read to its end; name a file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(documents.mostBytes() + 1);
        } catch (AccessDeniedException e) {
            throw new OperatorException("it may not be read; change its permissions", e);
        } catch (IOException e) {
            throw new OperatorException("it cannot be opened (" + e.getMessage() + "); check its path", e);
        }
    }

    private Path path(String file) throws OperatorException {
        try {
            return startedIn.resolve(file);
        } catch (InvalidPathException e) {
            throw new OperatorException(
                    isPattern(file)
                            ? "patterns are not understood here; name the files one by one"
                            : "that is no path of a file; check it",
                    e);
        }
    }

    private static boolean isPattern(String file) {
        return file.matches(".*[*?\\[{].*");
    }
}
