package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.TextPosition;

/** The text of a PDF that a reader of its pages would see. */
final class PdfText extends PdfSight {
    private static final String DAMAGED = "it is damaged. Please save it anew and send it again.";

    private final TextBuilder text;
    private final PdfLines lines = new PdfLines();
    private boolean broken;

    private PdfText(PDDocument document, TextBuilder text) {
        super(document);
        this.text = text;
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(false);
    }

    static ReadText read(byte[] content, ReadingLimits limits) {
        TextBuilder text = new TextBuilder(limits.characters());
        try (PDDocument document = Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (pages > limits.pages()) {
                throw new UnreadableException(
                        "it has " + pages + " pages, and " + limits.pages() + " are the most I read. Please split it.");
            }
            PdfText stripper = new PdfText(document, text);
            for (int page = 1; page <= pages; page++) {
                stripper.readPage(document, page);
            }
            stripper.lines.into(text);
            ReadText read = text.build("PDF", pages);
            if (stripper.broken && read.characters() == 0) {
                throw new UnreadableException(DAMAGED);
            }
            return read;
        } catch (InvalidPasswordException e) {
            throw new UnreadableException("it is locked with a password. Please send it without one.", e);
        } catch (IOException e) {
            throw new UnreadableException(DAMAGED, e);
        }
    }

    private void readPage(PDDocument document, int number) {
        setStartPage(number);
        setEndPage(number);
        lines.page(number);
        try {
            writeText(document, Writer.nullWriter());
        } catch (IOException | RuntimeException e) {
            broken();
        }
        lines.end();
    }

    @Override
    protected void writeString(String word, List<TextPosition> letters) {
        lines.word(word, letters);
    }

    @Override
    protected void writeWordSeparator() {
        lines.blank();
    }

    @Override
    protected void writeLineSeparator() {
        lines.end();
    }

    @Override
    protected void writeParagraphStart() {
        lines.paragraph();
    }

    @Override
    protected void writeParagraphEnd() {
        lines.paragraph();
    }

    @Override
    void leftOut(Hidden why) {
        text.leftOut(why, 1);
    }

    @Override
    void broken() {
        broken = true;
        text.warn("Parts of it are damaged, and are left out.");
    }
}
