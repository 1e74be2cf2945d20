package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceRGBColor;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text of a PDF that a reader of its pages would see. */
final class PdfText extends PDFTextStripper {
    private static final float TINY_POINTS = 2f;
    /** Width of letters that are pressed together until nobody can tell them apart. */
    private static final float NARROW_POINTS = 0.5f;

    /** Brightness from which text is taken for white, 0 to 1. */
    private static final float PALE = 0.93f;

    private final TextBuilder text;
    private final PdfLines lines = new PdfLines();
    private PDRectangle visible = PDRectangle.A4;

    private PdfText(TextBuilder text) {
        this.text = text;
        addOperator(new SetNonStrokingColor(this));
        addOperator(new SetNonStrokingColorN(this));
        addOperator(new SetNonStrokingColorSpace(this));
        addOperator(new SetNonStrokingDeviceCMYKColor(this));
        addOperator(new SetNonStrokingDeviceGrayColor(this));
        addOperator(new SetNonStrokingDeviceRGBColor(this));
        addOperator(new SetStrokingColor(this));
        addOperator(new SetStrokingColorN(this));
        addOperator(new SetStrokingColorSpace(this));
        addOperator(new SetStrokingDeviceCMYKColor(this));
        addOperator(new SetStrokingDeviceGrayColor(this));
        addOperator(new SetStrokingDeviceRGBColor(this));
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
            PdfText stripper = new PdfText(text);
            for (int page = 1; page <= pages; page++) {
                stripper.readPage(document, page);
            }
            stripper.lines.into(text);
            return text.build("PDF", pages);
        } catch (InvalidPasswordException e) {
            throw new UnreadableException("it is locked with a password. Please send it without one.", e);
        } catch (IOException e) {
            throw new UnreadableException("it is damaged. Please save it anew and send it again.", e);
        }
    }

    private void readPage(PDDocument document, int number) throws IOException {
        visible = document.getPage(number - 1).getCropBox();
        setStartPage(number);
        setEndPage(number);
        lines.page(number);
        writeText(document, Writer.nullWriter());
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
    protected void processTextPosition(TextPosition position) {
        Hidden why = hidden(position);
        if (why == null) {
            super.processTextPosition(position);
        } else if (!position.getUnicode().isBlank()) {
            text.leftOut(why, 1);
        }
    }

    private @org.jspecify.annotations.Nullable Hidden hidden(TextPosition position) {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
            return Hidden.INVISIBLE;
        }
        float x = position.getTextMatrix().getTranslateX();
        float y = position.getTextMatrix().getTranslateY();
        if (x < visible.getLowerLeftX() - position.getWidth()
                || x > visible.getUpperRightX()
                || y < visible.getLowerLeftY() - position.getHeight()
                || y > visible.getUpperRightY()) {
            return Hidden.OFF_PAGE;
        }
        if (Math.abs(position.getYScale()) < TINY_POINTS || Math.abs(position.getXScale()) < NARROW_POINTS) {
            return Hidden.TINY;
        }
        return pale(mode) ? Hidden.PALE : null;
    }

    /** Where letters are filled and have an edge too, the edge is drawn last and may cover them. */
    private boolean pale(RenderingMode mode) {
        PDGraphicsState state = getGraphicsState();
        return mode.isStroke()
                ? state.getAlphaConstant() < 1 - PALE || pale(state.getStrokingColor())
                : state.getNonStrokeAlphaConstant() < 1 - PALE || pale(state.getNonStrokingColor());
    }

    /** White on a dark ground is left out too: what the ground is, a page does not tell. It is counted, and so it shows. */
    private static boolean pale(PDColor color) {
        try {
            float[] c = color.getColorSpace().toRGB(color.getComponents());
            return c.length == 3 && c[0] >= PALE && c[1] >= PALE && c[2] >= PALE;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
