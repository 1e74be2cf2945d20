package dev.rolewise.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * Something on topic that the sources leave out.
 *
 * @param id stable, in kebab-case
 * @param topic completes "My sources say nothing about …"
 * @param says the first sentence of the refusal
 * @param words words and phrases that nearly always mean this gap, in lower case
 * @param examples questions that fall into it
 * @param nearest keys of statements that say what the sources do know nearby, at most three
 * @param elsewhere one sentence on where to look instead
 */
public record Gap(
        String id,
        String topic,
        String says,
        List<String> words,
        List<String> examples,
        List<String> nearest,
        Optional<String> elsewhere) {
    public Gap {
        words = List.copyOf(words);
        examples = List.copyOf(examples);
        nearest = List.copyOf(nearest);
    }
}
