package dev.rolewise.app;

import dev.rolewise.cache.ReuseCalibration;
import dev.rolewise.cache.ReuseLog.Example;
import java.util.List;
import java.util.Locale;

/** Fits the likeness from which on an answer is reused to what members said of reused answers. */
final class ReuseRefit implements Refit {
    /** Below it chance decides. */
    static final int ENOUGH = 50;

    private final List<Example> judged;
    private final ReuseFile file;
    private final double errorBound;

    /** {@code errorBound} is the wished largest share of wrong answers among reused ones, 0 to 1. */
    ReuseRefit(List<Example> judged, ReuseFile file, double errorBound) {
        this.judged = List.copyOf(judged);
        this.file = file;
        this.errorBound = errorBound;
    }

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public Proposal propose() {
        if (errorBound == 0 || errorBound == 1) {
            return new Proposal.Nothing(
                    errorBound == 0
                            ? "no answer is reused for other words, for cache.error-bound is 0"
                            : "any share of wrong answers is right by cache.error-bound, so there is nothing to fit");
        }
        if (judged.size() < ENOUGH) {
            return new Proposal.Nothing(String.format(
                    Locale.ROOT, "%d reused answers were rated; at least %d are needed", judged.size(), ENOUGH));
        }
        double current = file.threshold();
        ReuseCalibration.Result result = ReuseCalibration.calibrate(
                judged.stream()
                        .map(e -> new ReuseCalibration.Example(e.similarity(), e.correct()))
                        .toList(),
                errorBound,
                current);
        if (result.threshold() == current) {
            return new Proposal.Nothing(result.words());
        }
        return new Proposal.Change(
                List.of(
                        judged.size() + " rated answers that were reused",
                        result.words(),
                        String.format(
                                Locale.ROOT, "reused from a similarity of %.2f → %.2f", current, result.threshold())),
                () -> {
                    file.write(result.threshold());
                    return "written to " + file + "; it counts from the next start of the bot";
                });
    }

    @Override
    public String undo() throws OperatorException {
        return file.undo();
    }
}
