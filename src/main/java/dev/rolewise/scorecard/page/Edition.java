package dev.rolewise.scorecard.page;

import java.time.LocalDate;

/**
 * What was measured, when and where.
 *
 * @param date in UTC
 * @param rolewise version of the program
 * @param java version of the runtime
 * @param model name of the embedding model
 * @param cores processors that the machine gives
 */
public record Edition(LocalDate date, String rolewise, String java, String model, int cores) {
    /** In one line. */
    public String text() {
        return String.join(
                " · ",
                date.toString(),
                "Rolewise " + rolewise,
                "Java " + java,
                model,
                cores == 1 ? "1 core" : cores + " cores");
    }
}
