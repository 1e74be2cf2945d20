package dev.rolewise.question;

import java.util.List;

/**
 * The ranked passages for one profile.
 *
 * @param passages best first; may be empty
 */
public record Evidence(List<RankedPassage> passages) {
    public Evidence {
        passages = List.copyOf(passages);
    }
}
