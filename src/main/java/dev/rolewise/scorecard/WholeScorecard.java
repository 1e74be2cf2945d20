package dev.rolewise.scorecard;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every measurement for which there is data, one after the other. One that fails does not keep the others from being made.
 *
 * @param parts in the order of the measurements
 */
public record WholeScorecard(List<Part> parts) {
    private static final Logger LOG = LoggerFactory.getLogger(WholeScorecard.class);

    public WholeScorecard {
        parts = List.copyOf(parts);
    }

    /**
     * Runs what it finds data for.
     *
     * @param data a folder; files are known by their names, wherever they lie under it
     * @param messages takes progress, one line each
     * @throws UnusableFileException where there is no such folder
     */
    public static WholeScorecard run(List<Measurement> measurements, Path data, Consumer<String> messages)
            throws IOException {
        DataFiles files = DataFiles.under(data);
        List<Part> parts = new ArrayList<>();
        for (Measurement measurement : measurements) {
            parts.add(part(measurement, files, messages));
        }
        return new WholeScorecard(parts);
    }

    /** Whether a measurement failed. */
    public boolean hasFailures() {
        return parts.stream().anyMatch(Part.Failed.class::isInstance);
    }

    /** For scripts: one JSON object on one line, with a field for each part. */
    public String json() {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FigureTable.JSON.createGenerator(line)) {
            json.writeStartObject();
            for (Part part : parts) {
                json.writeFieldName(part.measurement().id());
                write(json, part);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, Part part) throws IOException {
        if (part instanceof Part.Measured measured) {
            measured.figures().write(json);
        } else {
            json.writeStartObject();
            if (part instanceof Part.NoData none) {
                json.writeStringField("no_data", String.join(", ", none.missing()));
            } else if (part instanceof Part.Failed failed) {
                json.writeStringField("failed", failed.why());
            }
            json.writeEndObject();
        }
    }

    private static Part part(Measurement measurement, DataFiles files, Consumer<String> messages) {
        List<Path> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : measurement.files()) {
            Optional<Path> file = files.find(name);
            file.ifPresentOrElse(found::add, () -> missing.add(name));
        }
        if (!missing.isEmpty()) {
            Part.NoData none = new Part.NoData(measurement, missing);
            messages.accept(measurement.title() + ": " + none.text());
            return none;
        }
        return measured(measurement, found, messages);
    }

    private static Part measured(Measurement measurement, List<Path> files, Consumer<String> messages) {
        messages.accept("measuring: " + measurement.title());
        try {
            FigureTable figures =
                    new FigureTable(measurement.run(files, line -> messages.accept(measurement.title() + ": " + line)));
            return new Part.Measured(
                    measurement,
                    files.stream()
                            .map(file -> String.valueOf(file.getFileName()))
                            .toList(),
                    figures);
        } catch (IOException | RuntimeException e) {
            LOG.debug("measuring {} failed", measurement.id(), e);
            String why = e instanceof UnusableFileException
                    ? String.valueOf(e.getMessage())
                    : e.getClass().getSimpleName() + "; the log at debug level says more";
            messages.accept(measurement.title() + " could not be measured: " + why);
            return new Part.Failed(measurement, why);
        }
    }
}
