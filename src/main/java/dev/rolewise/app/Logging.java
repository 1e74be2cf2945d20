package dev.rolewise.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusUtil;
import dev.rolewise.app.settings.ConfigFolder;
import dev.rolewise.app.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** Sets logging up from {@code logback.xml} of the configuration in use. */
final class Logging {
    private static final String FILE = "logback.xml";

    /** Advises a Lucene that needs a newer Java than ours; held here, since a logger that nobody holds is forgotten. */
    private static final java.util.logging.Logger LUCENE_ADVICE =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private Logging() {}

    /** Reads the file; the level goes into it as {@code ROLEWISE_LOG_LEVEL}. Whatever was set up before is gone. */
    static void configure(ConfigFolder config, String level) throws OperatorException {
        LUCENE_ADVICE.setLevel(java.util.logging.Level.OFF);
        LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        Path file = config.file(FILE).orElseThrow(() -> new IllegalStateException("no logback.xml is packed"));
        logging.reset();
        logging.getStatusManager().clear();
        logging.putProperty("ROLEWISE_LOG_LEVEL", level);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(logging);
        try (InputStream in = Files.newInputStream(file)) {
            configurator.doConfigure(in);
        } catch (JoranException | IOException e) {
            throw unusable(config, String.valueOf(e.getMessage()));
        }
        if (new StatusUtil(logging).getHighestLevel(0) >= Status.ERROR) {
            throw unusable(config, firstError(logging));
        }
    }

    /** Where a person reads along, only warnings are shown, unless the level was set. */
    static void besideAPerson(Settings settings) {
        boolean set = settings.all().stream()
                .anyMatch(v -> v.key().name().equals("log-level") && !v.origin().equals("default"));
        if (!set) {
            ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("dev.rolewise")).setLevel(Level.WARN);
        }
    }

    private static String firstError(LoggerContext logging) {
        return logging.getStatusManager().getCopyOfStatusList().stream()
                .filter(s -> s.getEffectiveLevel() >= Status.ERROR)
                .map(Status::getMessage)
                .findFirst()
                .orElse("unknown reason");
    }

    private static OperatorException unusable(ConfigFolder config, String why) {
        return new OperatorException(String.format(
                Locale.ROOT,
                "%s: cannot be used (%s); mend it, or remove it to use the packed one",
                config.origin(FILE),
                why.replaceAll("\\s+", " ")));
    }
}
