package dev.rolewise.cascade;

import java.util.List;

/**
 * One sentence of a model's answer with the passages that it names for it.
 *
 * @param text as the model wrote it; not trusted
 * @param passages numbers of passages as the model saw them, counted from 1; may be wrong or empty
 */
public record Claim(String text, List<Integer> passages) {
    public Claim {
        passages = List.copyOf(passages);
    }
}
