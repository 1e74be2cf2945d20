package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
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
import org.apache.pdfbox.contentstream.operator.state.SetLineWidth;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Follows the drawing of a page of a PDF and passes on the letters that are seen when it is done. What stands for letters to
 * programs only ({@code /ActualText}) is not taken for them. Not thread-safe.
 */
abstract class PdfSight extends PDFTextStripper {
    /** A line that is as thick as letters are high, in points, is an area. */
    private static final double THICK = 4;

    private final PdfPath path = new PdfPath();
    private final PdfPicture.Budget budget = new PdfPicture.Budget();
    private final PdfLayers layers;
    private final Set<TextPosition> covered = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Whether each marked part that is open hides what is in it, innermost first. */
    private Deque<Boolean> marks = new ArrayDeque<>();

    private PdfCanvas canvas = new PdfCanvas(new Rectangle2D.Double(), covered::add);
    private PdfLetter letters = new PdfLetter(new Rectangle2D.Double(), 1);
    private Rectangle2D box = new Rectangle2D.Double();
    private Matrix form = new Matrix();
    private Rectangle2D page = new Rectangle2D.Double();

    /** The operator that makes the path a clip once it is painted, or empty text. */
    private String clip = "";

    private int unseen;

    PdfSight(PDDocument document) {
        layers = new PdfLayers(document);
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
        addOperator(new SetLineWidth(this));
    }

    /** Told of each letter that is not seen. */
    abstract void leftOut(Hidden why);

    /** Told of each part of the drawing that is passed over, since it cannot be followed. */
    abstract void broken();

    @Override
    public void processPage(PDPage page) throws IOException {
        this.page = page.getCropBox().toGeneralPath().getBounds2D();
        canvas = new PdfCanvas(this.page, covered::add);
        letters = new PdfLetter(this.page, page.getUserUnit());
        clip = "";
        covered.clear();
        marks.clear();
        unseen = 0;
        path.end();
        super.processPage(page);
    }

    @Override
    protected void writePage() throws IOException {
        for (List<TextPosition> article : charactersByArticle) {
            article.removeIf(covered::contains);
        }
        for (TextPosition position : covered) {
            count(Hidden.INVISIBLE, position);
        }
        super.writePage();
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        float size = PdfLetter.size(font, displacement);
        form = Matrix.concatenate(rendering, Matrix.getScaleInstance(size, size));
        box = PdfLetter.box(form, displacement.scale(1 / size));
        super.showGlyph(rendering, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        PDGraphicsState state = getGraphicsState();
        Hidden why = unseen > 0
                ? Hidden.INVISIBLE
                : letters.hidden(state, box, form, transformWidth(state.getLineWidth()), canvas);
        if (why == null) {
            canvas.letter(box, position);
            super.processTextPosition(position);
        } else {
            count(why, position);
        }
    }

    private void count(Hidden why, TextPosition position) {
        if (!position.getUnicode().isBlank()) {
            leftOut(why);
        }
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        boolean hides = COSName.OC.equals(tag) && layers.hide(properties);
        marks.push(hides);
        unseen += hides ? 1 : 0;
    }

    @Override
    public void endMarkedContentSequence() {
        Boolean hid = marks.poll();
        unseen -= Boolean.TRUE.equals(hid) ? 1 : 0;
    }

    @Override
    public void showForm(PDFormXObject drawing) throws IOException {
        apart(drawing, () -> super.showForm(drawing));
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup drawing) throws IOException {
        apart(drawing, () -> super.showTransparencyGroup(drawing));
    }

    /** A drawing within the drawing. */
    private interface Part {
        void draw() throws IOException;
    }

    /** What it leaves open, or closes without having opened it, changes nothing outside it. */
    private void apart(PDFormXObject drawing, Part part) throws IOException {
        Deque<Boolean> outside = marks;
        int before = unseen;
        marks = new ArrayDeque<>();
        unseen += layers.hide(drawing.getCOSObject().getCOSDictionary(COSName.OC)) ? 1 : 0;
        part.draw();
        marks = outside;
        unseen = before;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        String name = operator.getName();
        if (path.build(name, operands, place())) {
            return;
        }
        try {
            follow(name, operator, operands);
        } catch (IOException | RuntimeException e) {
            path.end(); // what is broken is not painted
        }
        try {
            super.processOperator(operator, operands);
        } catch (IOException | RuntimeException e) {
            broken();
        }
    }

    private void follow(String name, Operator operator, List<COSBase> operands) throws IOException {
        switch (name) {
            case "W", "W*" -> clip = name;
            case "f", "F", "f*" -> paint(true, false, name.endsWith("*"));
            case "B", "B*", "b", "b*" -> paint(true, true, name.endsWith("*"));
            case "S", "s", "n" -> paint(false, !name.equals("n"), false);
            case "sh" -> shade(operands);
            case "Do" -> picture(operands);
            case "BI" ->
                picture(new PDInlineImage(operator.getImageParameters(), operator.getImageData(), getResources()));
            default -> {}
        }
    }

    private AffineTransform place() {
        return getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
    }

    /** Paints the path and ends it; a clip that was asked for holds from then on. */
    private void paint(boolean fills, boolean draws, boolean evenOdd) {
        PDGraphicsState state = getGraphicsState();
        List<Path2D> clips = state.getCurrentClippingPaths();
        if (fills && unseen == 0) {
            List<Colour> colours = PdfPaint.of(state.getNonStrokingColor(), state.getNonStrokeAlphaConstant());
            canvas.paint(path.filled(evenOdd), clips, colours, covers(state, colours));
        }
        double width = transformWidth(state.getLineWidth());
        if (draws && unseen == 0 && width >= THICK) {
            List<Colour> colours = PdfPaint.of(state.getStrokingColor(), state.getAlphaConstant());
            canvas.paint(path.drawn((float) width), clips, colours, covers(state, colours));
        }
        if (!clip.isEmpty()) {
            GeneralPath within = path.filled(clip.endsWith("*"));
            if (within.getCurrentPoint() != null) {
                state.intersectClippingPath(within);
            }
            clip = "";
        }
        path.end();
    }

    private static boolean covers(PDGraphicsState state, List<Colour> colours) {
        return colours.size() == 1
                && colours.get(0).alpha() >= 1
                && (state.getBlendMode() == BlendMode.NORMAL || state.getBlendMode() == BlendMode.COMPATIBLE)
                && state.getSoftMask() == null;
    }

    private void shade(List<COSBase> operands) throws IOException {
        if (unseen == 0 && !operands.isEmpty() && operands.get(0) instanceof COSName name) {
            PDShading shading = getResources().getShading(name);
            PDGraphicsState state = getGraphicsState();
            canvas.paint(
                    page, state.getCurrentClippingPaths(), shading == null ? List.of() : PdfPaint.of(shading), false);
        }
    }

    private void picture(List<COSBase> operands) throws IOException {
        if (!operands.isEmpty()
                && operands.get(0) instanceof COSName name
                && getResources().isImageXObject(name)
                && getResources().getXObject(name) instanceof PDImageXObject image
                && !layers.hide(image.getCOSObject().getCOSDictionary(COSName.OC))) {
            picture(image);
        }
    }

    /** A mask is painted in spots, and is no ground. */
    private void picture(PDImage image) {
        PDGraphicsState state = getGraphicsState();
        if (unseen == 0 && !image.isStencil()) {
            boolean opaque = covers(state, List.of(Colour.WHITE.withAlpha(state.getNonStrokeAlphaConstant())));
            GeneralPath square = new GeneralPath(new Rectangle2D.Double(0, 0, 1, 1));
            square.transform(place());
            canvas.paint(square, state.getCurrentClippingPaths(), new PdfPicture(image, place(), budget), opaque);
        }
    }
}
