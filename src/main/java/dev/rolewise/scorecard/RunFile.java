package dev.rolewise.scorecard;

import dev.rolewise.retrieval.CorpusIndex.Found;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Rankings in the form that {@code trec_eval} reads: {@code query Q0 document rank score tag}. That program sorts by score
 * alone, in single precision, so each score is written a little below the one before it, even of two that are the same.
 */
final class RunFile {
    private static final String TAG = "rolewise";

    private final OutputFile file;

    RunFile(OutputFile file) {
        this.file = file;
    }

    /** One ranking for each query, in the same order. */
    void write(List<LabelledQuery> queries, List<List<Found>> rankings) throws IOException {
        for (int i = 0; i < queries.size(); i++) {
            float below = Float.MAX_VALUE;
            int rank = 1;
            for (Found found : rankings.get(i)) {
                float score = Math.min((float) found.score(), Math.nextDown(below));
                below = score;
                file.line(String.format(
                        Locale.ROOT,
                        "%s Q0 %s %d %s %s",
                        queries.get(i).id(),
                        found.id(),
                        rank++,
                        Float.toString(score),
                        TAG));
            }
        }
    }
}
