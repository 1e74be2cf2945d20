package dev.rolewise.knowledge.reading;

import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a Word document says of the looks of all of its text: its styles, its theme and the colour of its pages.
 *
 * @param paintsPages whether the pages have the colour that the document names for them
 */
record DocxLooks(DocxStyles styles, boolean paintsPages) {
    static DocxLooks of(DocxParts parts) throws XMLStreamException {
        DocxProperties theme = element(parts.part("theme"), "clrScheme");
        DocxProperties settings = element(parts.part("settings"), "settings");
        return new DocxLooks(
                new DocxStyles(parts.part("styles"), new DocxColours(theme, settings)),
                settings.isOn("displayBackgroundShape").orElse(false));
    }

    /** {@code skipsFields} says whether the codes of fields are passed over, as they are where each of them ends. */
    DocxSight sight(boolean skipsFields) {
        return new DocxSight(this, skipsFields);
    }

    private static DocxProperties element(Optional<XMLStreamReader> part, String wanted) throws XMLStreamException {
        if (part.isPresent()) {
            XMLStreamReader xml = part.get();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(wanted)) {
                    return DocxProperties.read(xml);
                }
            }
        }
        return DocxProperties.NONE;
    }
}
