package dev.rolewise.picture;

import dev.rolewise.command.Attachment;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws tables and charts as PNG, {@link Sheet#WIDTH} pixels wide. The same data give the same bytes. Thread-safe; a picture
 * takes up to 50 MB while it is drawn.
 */
public final class PictureMaker {
    private static final Logger LOG = LoggerFactory.getLogger(PictureMaker.class);
    private static final TablePicture TRIAL_TABLE =
            new TablePicture("Trial", "", List.of("", "A"), List.of(List.of("Row", "Cell")), "");
    private static final ScaleChart TRIAL_CHART =
            new ScaleChart("Trial", "", List.of(new ScaleChart.Share("A", 50)), List.of(), "");

    private final Typeface typeface;

    private PictureMaker(Typeface typeface) {
        this.typeface = typeface;
    }

    /**
     * Loads the font and draws once. Empty where this machine cannot draw (no FreeType, a temporary folder that cannot be
     * written to), which is logged as a warning: callers then show their tables as text. Puts AWT into headless mode.
     */
    public static Optional<PictureMaker> open() {
        return open(PictureMaker::resource);
    }

    /** As {@link #open()}, with the font from elsewhere. */
    static Optional<PictureMaker> open(Typeface.Files files) {
        System.setProperty("java.awt.headless", "true");
        try {
            return Optional.of(NoSystemFonts.during(() -> tried(files)));
        } catch (IOException | FontFormatException | RuntimeException | Error e) {
            // Where a library or a font of the system is missing, AWT throws errors of all kinds, java.lang.Error
            // itself too.
            LOG.warn("pictures are off: {}; tables are shown as text", e.toString());
            return Optional.empty();
        }
    }

    /**
     * Draws a table.
     *
     * @return a PNG named after its title
     * @throws IllegalArgumentException where its texts are so long that the picture would be too high
     */
    public Attachment table(TablePicture table) {
        return draw(table.title(), sheet -> TableLayout.lay(sheet, table));
    }

    /**
     * Draws a result.
     *
     * @return a PNG named after its title
     * @throws IllegalArgumentException where its texts are so long that the picture would be too high
     */
    public Attachment scales(ScaleChart chart) {
        return draw(chart.title(), sheet -> ScaleLayout.lay(sheet, chart));
    }

    /** An empty sheet in this maker's font. */
    Sheet sheet() {
        return new Sheet(typeface);
    }

    private static PictureMaker tried(Typeface.Files files) throws IOException, FontFormatException {
        PictureMaker maker = new PictureMaker(Typeface.read(files));
        maker.table(TRIAL_TABLE);
        maker.scales(TRIAL_CHART);
        return maker;
    }

    private Attachment draw(String title, ToIntFunction<Sheet> layout) {
        Sheet sheet = sheet();
        int height = layout.applyAsInt(sheet);
        BufferedImage image = new BufferedImage(Sheet.WIDTH, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            sheet.paint(g, height);
        } finally {
            g.dispose();
        }
        return new Attachment(name(title), "image/png", Png.of(image));
    }

    /** Its letters and digits with hyphens between them: "Who does what?" becomes {@code who-does-what.png}. */
    private static String name(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = words.substring(0, Math.min(60, words.length()));
        return (cut.isEmpty() ? "picture" : cut) + ".png";
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = PictureMaker.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException("the font " + name + " is missing from the program");
        }
        return in;
    }
}
