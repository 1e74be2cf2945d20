package dev.rolewise.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The width of the terminal of this process. */
public final class TerminalWidth {
    private static final int USUAL = 80;
    private static final int NARROWEST = 20;

    private TerminalWidth() {}

    /** In columns, at least {@value #NARROWEST}; nothing where standard input or output is no terminal. */
    public static OptionalInt now() {
        if (!Chat.atTerminal()) {
            return OptionalInt.empty();
        }
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .encoding(StandardCharsets.UTF_8)
                .build()) {
            int columns = terminal.getSize().getColumns();
            return OptionalInt.of(columns > 0 ? Math.max(NARROWEST, columns) : USUAL);
        } catch (IOException e) {
            return OptionalInt.of(USUAL);
        }
    }
}
