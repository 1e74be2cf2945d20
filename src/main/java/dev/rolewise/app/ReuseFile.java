package dev.rolewise.app;

import dev.rolewise.app.settings.Settings;
import dev.rolewise.cache.ReuseCalibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From which likeness on an answer is reused for other words: what {@code rolewise calibrate} found, in the data folder, with
 * the {@code cache.error-bound} that it was found for. Where that setting has changed since, it no longer counts.
 */
final class ReuseFile {
    /** No two questions are so alike. */
    static final double NEVER = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ReuseFile.class);
    private static final String THRESHOLD = "threshold";
    private static final String BOUND = "error-bound";

    private final FittedFile file;
    private final double errorBound;

    ReuseFile(Path folder, double errorBound) {
        this.file = new FittedFile(folder, "cache");
        this.errorBound = errorBound;
    }

    static ReuseFile in(Settings settings) {
        return new ReuseFile(settings.folder("data-dir"), settings.share("cache.error-bound"));
    }

    /** The least cosine of two questions, 0 to 1; {@link #NEVER} where no wrong answer at all is wished. */
    double threshold() {
        return errorBound == 0 ? NEVER : found().orElse(ReuseCalibration.SHIPPED);
    }

    void write(double threshold) throws OperatorException {
        try {
            file.write(String.format(
                    Locale.ROOT, "%s=%s%n%s=%s%n", BOUND, errorBound, THRESHOLD, Double.toString(threshold)));
        } catch (IOException e) {
            throw file.notWritten(e);
        }
    }

    String undo() throws OperatorException {
        return file.undo();
    }

    private Optional<Double> found() {
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            Properties values = file.now();
            double threshold = Double.parseDouble(values.getProperty(THRESHOLD, "missing"));
            if (Double.parseDouble(values.getProperty(BOUND, "missing")) != errorBound) {
                LOG.warn("{} was made for another cache.error-bound and is not used; run \"rolewise calibrate\"", file);
                return Optional.empty();
            }
            if (!(threshold >= ReuseCalibration.SHIPPED && threshold <= NEVER)) {
                throw new IllegalArgumentException(THRESHOLD);
            }
            return Optional.of(threshold);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be used and is left aside; run \"rolewise calibrate\", or delete it", file);
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
