package dev.rolewise.app;

import dev.rolewise.app.settings.Settings;
import dev.rolewise.cascade.LearnedGain;
import dev.rolewise.cascade.RouteThresholds;
import dev.rolewise.cascade.Routing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code rolewise calibrate} found for routing, in the data folder, with the share of the strong tier that it was found
 * for: where that setting has changed since, it no longer counts. What was learned of single questions lies beside it, in a
 * file whose name holds its hash. The state before the last change is kept.
 */
final class RoutingFile {
    static final String NAME = "routing.properties";

    private static final Logger LOG = LoggerFactory.getLogger(RoutingFile.class);
    private static final String LEARNED = "learned";
    private static final String LEARNED_FILE = "routing-learned-";
    private static final String LEARNED_FORM = LEARNED_FILE + "[0-9a-f]{16}\\.bin";
    private static final long MAX_LEARNED_BYTES = 100L << 20;
    private static final double SAME = 1e-9;

    private final Path folder;
    private final FittedFile file;
    private final double strongShare;

    RoutingFile(Path folder, double strongShare) {
        this.folder = folder;
        this.file = new FittedFile(folder, "routing");
        this.strongShare = strongShare;
    }

    static RoutingFile in(Settings settings) {
        return new RoutingFile(settings.folder("data-dir"), settings.share("routing.strong-share"));
    }

    /** What it holds; nothing, and a line in the log, where it is damaged or was made for another share. */
    Optional<Routing> read() {
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            Properties values = file.now();
            if (Math.abs(number(values, "strong-share") - strongShare) > SAME) {
                LOG.warn(
                        "{} was made for another routing.strong-share and is not used; run \"rolewise calibrate\"",
                        file);
                return Optional.empty();
            }
            RouteThresholds thresholds = new RouteThresholds(
                    number(values, "local-below"), number(values, "strong-from"), number(values, "well-covered"));
            String learned = values.getProperty(LEARNED, "");
            return Optional.of(
                    new Routing(thresholds, learned.isEmpty() ? Optional.empty() : Optional.of(learned(learned))));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be used and is left aside; run \"rolewise calibrate\", or delete it", file);
            return Optional.empty();
        }
    }

    /** Puts another routing in its place, and keeps what was there. */
    void write(Routing routing) throws OperatorException {
        try {
            Files.createDirectories(folder);
            Optional<String> learned = Optional.empty();
            if (routing.learned().isPresent()) {
                byte[] bytes = bytes(routing.learned().get());
                learned = Optional.of(LEARNED_FILE + hash(bytes) + ".bin");
                file.replace(folder.resolve(learned.get()), bytes);
            }
            file.write(lines(routing.thresholds(), learned));
            tidy();
        } catch (IOException e) {
            throw file.notWritten(e);
        }
    }

    /** Goes back to what was there before the last change, or to what routing goes by of itself. */
    String undo() throws OperatorException {
        String done = file.undo();
        try {
            tidy();
        } catch (IOException e) {
            throw file.notWritten(e);
        }
        return done;
    }

    private String lines(RouteThresholds thresholds, Optional<String> learned) {
        return String.format(
                        Locale.ROOT,
                        "strong-share=%s%nlocal-below=%s%nstrong-from=%s%nwell-covered=%s%n",
                        strongShare,
                        thresholds.localBelow(),
                        thresholds.strongFrom(),
                        thresholds.wellCovered())
                + learned.map(name -> String.format(Locale.ROOT, "%s=%s%n", LEARNED, name))
                        .orElse("");
    }

    private LearnedGain learned(String name) throws IOException {
        if (!name.matches(LEARNED_FORM)) {
            throw new IOException("not a file of ours");
        }
        Path at = folder.resolve(name);
        if (!Files.isRegularFile(at) || Files.size(at) > MAX_LEARNED_BYTES) {
            throw new IOException("not there, or not ours");
        }
        byte[] bytes = Files.readAllBytes(at);
        if (!name.equals(LEARNED_FILE + hash(bytes) + ".bin")) {
            throw new IOException("damaged");
        }
        return LearnedGain.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static byte[] bytes(LearnedGain gain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        gain.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** Removes what was learned and is named by neither state any more. */
    private void tidy() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        String named =
                file.now().getProperty(LEARNED, "") + "\n" + file.before().getProperty(LEARNED, "");
        try (var files = Files.newDirectoryStream(folder, LEARNED_FILE + "*.bin")) {
            for (Path learned : files) {
                if (!named.contains(learned.getFileName().toString())) {
                    Files.delete(learned);
                }
            }
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private static double number(Properties values, String key) {
        double number = Double.parseDouble(values.getProperty(key, "missing"));
        if (!(number >= -1 && number <= 2)) {
            throw new IllegalArgumentException(key);
        }
        return number;
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
