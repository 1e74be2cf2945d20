package dev.rolewise.testing;

import dev.rolewise.cache.ReuseLog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps judged reuses in memory. */
public final class KeptReuses implements ReuseLog {
    private final Map<String, Judged> kept = new LinkedHashMap<>();

    @Override
    public void record(Judged judged) {
        kept.put(judged.answerId() + "/" + judged.memberId(), judged);
    }

    @Override
    public void withdraw(String answerId, String memberId) {
        kept.remove(answerId + "/" + memberId);
    }

    @Override
    public List<Example> examples(int most) {
        return kept.values().stream()
                .limit(most)
                .map(judged -> new Example(judged.similarity(), judged.correct()))
                .toList();
    }

    @Override
    public long falseReuses(Instant since) {
        return kept.values().stream().filter(judged -> !judged.correct()).count();
    }
}
