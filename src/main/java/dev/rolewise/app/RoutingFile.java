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
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    static final String PREVIOUS = "routing.previous.properties";

    private static final Logger LOG = LoggerFactory.getLogger(RoutingFile.class);
    private static final String LEARNED = "routing-learned-";
    private static final String LEARNED_FORM = LEARNED + "[0-9a-f]{16}\\.bin";
    private static final long MAX_LEARNED_BYTES = 100L << 20;
    private static final double SAME = 1e-9;

    private final Path folder;
    private final double strongShare;

    RoutingFile(Path folder, double strongShare) {
        this.folder = folder;
        this.strongShare = strongShare;
    }

    static RoutingFile in(Settings settings) {
        return new RoutingFile(settings.folder("data-dir"), settings.share("routing.strong-share"));
    }

    /** What it holds; nothing, and a line in the log, where it is damaged or was made for another share. */
    Optional<Routing> read() {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Properties values = properties(file);
            if (Math.abs(number(values, "strong-share") - strongShare) > SAME) {
                LOG.warn(
                        "{} was made for another routing.strong-share and is not used; run \"rolewise calibrate\"",
                        file);
                return Optional.empty();
            }
            RouteThresholds thresholds = new RouteThresholds(
                    number(values, "local-below"), number(values, "strong-from"), number(values, "well-covered"));
            String learned = values.getProperty("learned", "");
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
                learned = Optional.of(LEARNED + hash(bytes) + ".bin");
                replace(learned.get(), bytes);
            }
            if (Files.isRegularFile(folder.resolve(NAME))) {
                replace(PREVIOUS, Files.readAllBytes(folder.resolve(NAME)));
            } else {
                Files.deleteIfExists(folder.resolve(PREVIOUS));
            }
            replace(NAME, text(routing.thresholds(), learned).getBytes(StandardCharsets.UTF_8));
            tidy();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Goes back to what was there before the last change, or to what routing goes by of itself. */
    String undo() throws OperatorException {
        Path file = folder.resolve(NAME);
        Path previous = folder.resolve(PREVIOUS);
        try {
            if (Files.isRegularFile(previous)) {
                Files.move(previous, file, StandardCopyOption.REPLACE_EXISTING);
                tidy();
                return "back to what was found before; it counts from the next start of the bot";
            }
            if (Files.deleteIfExists(file)) {
                tidy();
                return "back to what it was before any refit; it counts from the next start of the bot";
            }
            return "there is nothing to take back";
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private String text(RouteThresholds thresholds, Optional<String> learned) {
        return String.format(
                        Locale.ROOT,
                        "# Made by \"rolewise calibrate\"; \"rolewise calibrate --undo\" takes it back.%n"
                                + "strong-share=%s%nlocal-below=%s%nstrong-from=%s%nwell-covered=%s%n",
                        strongShare,
                        thresholds.localBelow(),
                        thresholds.strongFrom(),
                        thresholds.wellCovered())
                + learned.map(name -> String.format(Locale.ROOT, "learned=%s%n", name))
                        .orElse("");
    }

    private LearnedGain learned(String name) throws IOException {
        if (!name.matches(LEARNED_FORM)) {
            throw new IOException("not a file of ours");
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_LEARNED_BYTES) {
            throw new IOException("not there, or not ours");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!name.equals(LEARNED + hash(bytes) + ".bin")) {
            throw new IOException("damaged");
        }
        return LearnedGain.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static byte[] bytes(LearnedGain gain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        gain.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** As a whole, or not at all. */
    private void replace(String name, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(folder, "routing", ".tmp");
        Files.write(fresh, content);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was learned and is named by neither state any more. */
    private void tidy() throws IOException {
        String named = named(NAME) + "\n" + named(PREVIOUS);
        try (var files = Files.newDirectoryStream(folder, LEARNED + "*.bin")) {
            for (Path file : files) {
                if (!named.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private String named(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? properties(file).getProperty("learned", "") : "";
    }

    private static Properties properties(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
        }
        return values;
    }

    private OperatorException notWritten(IOException e) {
        return new OperatorException(
                String.format(Locale.ROOT, "%s cannot be written; check the rights of its folder", this), e);
    }

    @Override
    public String toString() {
        return folder.resolve(NAME).toString();
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
