package dev.rolewise.testing;

import dev.rolewise.scorecard.Figure;
import dev.rolewise.scorecard.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A measurement that finds what it is told to find. */
public final class FakeMeasurement implements Measurement {
    private final String id;
    private final List<String> files;
    private final List<Figure> figures;
    private final Optional<Exception> failure;
    private final List<Path> got = new ArrayList<>();

    private FakeMeasurement(String id, List<String> files, List<Figure> figures, Optional<Exception> failure) {
        this.id = id;
        this.files = files;
        this.figures = figures;
        this.failure = failure;
    }

    /** One that finds a half. */
    public static FakeMeasurement of(String id, String... files) {
        Figure half = Figure.of("score", "A half", Figure.Unit.SHARE, 0.5);
        return new FakeMeasurement(id, List.of(files), List.of(half), Optional.empty());
    }

    /** One that finds those. */
    public static FakeMeasurement finding(String id, Figure... figures) {
        return new FakeMeasurement(id, List.of(), List.of(figures), Optional.empty());
    }

    public static FakeMeasurement failing(String id, Exception failure) {
        return new FakeMeasurement(id, List.of(), List.of(), Optional.of(failure));
    }

    /** The files that it was run on. */
    public List<Path> got() {
        return got;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }

    @Override
    public String about() {
        return "About <" + id + ">.";
    }

    @Override
    public List<String> files() {
        return files;
    }

    @Override
    public List<Figure> run(List<Path> found, Consumer<String> messages) throws IOException {
        got.addAll(found);
        if (failure.isPresent()) {
            if (failure.get() instanceof IOException io) {
                throw io;
            }
            throw (RuntimeException) failure.get();
        }
        return figures;
    }
}
