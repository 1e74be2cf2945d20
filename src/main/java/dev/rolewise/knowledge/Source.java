package dev.rolewise.knowledge;

import java.util.List;

/**
 * One document of a pack or of a server.
 *
 * @param id stable, in kebab-case: {@code engine-vs-car}
 * @param title short title, as shown beside a marker
 * @param author who wrote it, as shown; says so where it is not known
 * @param attribution one line that credits the original
 * @param date when it was written, as shown; {@code unknown} where it is not known
 * @param note whether these are our notes on the source rather than the source's own words
 * @param passages in their order
 */
public record Source(
        String id, String title, String author, String attribution, String date, boolean note, List<Passage> passages) {
    public Source {
        passages = List.copyOf(passages);
    }
}
