package dev.rolewise.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.question.Question;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import java.nio.file.Files;
import java.nio.file.Path;

class WordingMeasure {
    public static void main(String[] args) throws Exception {
        dev.rolewise.question.Embedder e = Boolean.getBoolean("real")
                ? new dev.rolewise.retrieval.BgeEmbedder(dev.rolewise.retrieval.StoredVectors.NONE)
                : new HashedWords();
        QuestionAnalyzer z = new QuestionAnalyzer(
                Packs.shipped(), e, new PackAnalyzer(Packs.shipped()), IntentClassifier.train(Packs.gardeners(), e));
        ReuseGuard guard = new ReuseGuard(Boolean.getBoolean("real") ? ReuseCalibration.SHIPPED : 0);
        WordingReader reader = new WordingReader();
        for (String f : args) {
            int on = 0, op = 0, fo = 0, fn = 0;
            double min = 1;
            int tp = 0, p = 0, fp = 0, n = 0;
            for (String line : Files.readAllLines(Path.of(f))) {
                JsonNode row = new ObjectMapper().readTree(line);
                Wording a = reader.read(row.get("a").asText()),
                        b = reader.read(row.get("b").asText());
                var ka = z.analyze(Question.of(row.get("a").asText()));
                var kb = z.analyze(Question.of(row.get("b").asText()));
                boolean same = guard.checkWritten(ka, a, kb, b).reuse();
                var v = guard.checkWritten(ka, a, kb, b);
                boolean near = v.similarity() >= 0.78
                        && !java.util.Set.of("parts", "roles", "direction", "polarity", "quantity", "audience", "time")
                                .contains(v.reason().id());
                boolean offered = !same && near && a.mayAsk(b);
                if (row.get("same_answer").booleanValue()) {
                    if (!same && near) on++;
                    if (offered) op++;
                    else if (near && !same)
                        System.out.println("LOSTOFFER " + row.get("a").asText() + " | "
                                + row.get("b").asText());
                } else {
                    if (near) fn++;
                    if (offered) {
                        fo++;
                        System.out.println("OFFERED " + row.get("a").asText() + " | "
                                + row.get("b").asText() + a.words() + b.words());
                    }
                }
                if (same) min = Math.min(min, v.similarity());
                if (guard.check(ka, kb).reuse() && !same)
                    System.out.println("VETO " + row.get("same_answer")
                            + row.get("a").asText() + " | " + row.get("b").asText());
                boolean label = row.get("same_answer").booleanValue();
                if (label) {
                    p++;
                    if (same) tp++;
                } else {
                    n++;
                    if (same) fp++;
                }
                if (label != same)
                    System.out.println(
                            (label ? "MISS  " : "WRONG ") + row.get("a").asText() + " | "
                                    + row.get("b").asText() + "\n        " + a.asks() + a.words() + " / " + b.asks()
                                    + b.words() + " " + a.persons() + b.persons() + a.joints() + b.joints());
            }
            System.out.println("==== " + f + " served " + tp + "/" + p + " offered " + op + " of " + on
                    + " near misses offered " + fo + " of " + fn + " least cosine " + min + " wrong " + fp + "/" + n);
        }
    }
}
