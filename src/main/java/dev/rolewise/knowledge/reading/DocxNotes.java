package dev.rolewise.knowledge.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The footnotes and endnotes of a Word document, by their kind and number, until something refers to them. Not thread-safe. */
final class DocxNotes {
    private final Map<String, List<String>> byId = new HashMap<>();
    private String kind = "";
    private String id = "";

    /** Begins the notes of a kind. */
    void begin(String ofKind) {
        kind = ofKind;
    }

    /** Begins a note. */
    void note(String number) {
        id = kind + number;
    }

    void end() {
        kind = "";
    }

    boolean isOpen() {
        return !kind.isEmpty();
    }

    /** Takes a paragraph of the note that is read, and empties it; {@code false} where none is. */
    boolean add(StringBuilder paragraph) {
        if (isOpen()) {
            if (DocxText.letters(paragraph.toString()) > 0) {
                byId.computeIfAbsent(id, any -> new ArrayList<>()).add(paragraph.toString());
            }
            paragraph.setLength(0);
        }
        return isOpen();
    }

    /** The paragraphs of a note, once. */
    List<String> take(String kindAndNumber) {
        List<String> note = byId.remove(kindAndNumber);
        return note == null ? List.of() : note;
    }

    /** How many letters nothing refers to. */
    int unread() {
        return byId.values().stream()
                .flatMap(List::stream)
                .mapToInt(DocxText::letters)
                .sum();
    }

    /** How many letters there are in a part. */
    static int letters(Optional<XMLStreamReader> part) throws XMLStreamException {
        int letters = 0;
        if (part.isPresent()) {
            XMLStreamReader xml = part.get();
            while (xml.hasNext()) {
                letters += xml.next() == XMLStreamConstants.CHARACTERS ? DocxText.letters(xml.getText()) : 0;
            }
        }
        return letters;
    }
}
