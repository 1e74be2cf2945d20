package dev.rolewise.console;

import dev.rolewise.command.Reply;
import java.io.IOError;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/** A terminal with somebody in front of it: line editing, history, completion, colours where they are wanted. */
final class Screen implements Display {
    private static final int HISTORY_LINES = 1000;
    private static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 20;

    /** Parts of a list of completions that JLine would colour; an empty style would mean its own. */
    private static final List<String> COLOURED = List.of(
            LineReader.COMPLETION_STYLE_STARTING,
            LineReader.COMPLETION_STYLE_DESCRIPTION,
            LineReader.COMPLETION_STYLE_GROUP,
            LineReader.COMPLETION_STYLE_LIST_STARTING,
            LineReader.COMPLETION_STYLE_LIST_DESCRIPTION,
            LineReader.COMPLETION_STYLE_LIST_GROUP);

    private final Terminal terminal;
    private final boolean styled;
    private final LineReader reader;

    Screen(Terminal terminal, ChatSettings settings, Completion completion) {
        this.terminal = terminal;
        this.styled = settings.colours() && !terminal.getType().startsWith(Terminal.TYPE_DUMB);
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("rolewise")
                .parser(new LineParser())
                .completer(completion)
                .variable(LineReader.HISTORY_FILE, settings.history())
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_LINES)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .build();
        if (!styled) {
            COLOURED.forEach(part -> reader.setVariable(part, "faint"));
        }
    }

    @Override
    public void open() {
        print(new AttributedString("Ask away. /help shows what else I can do, Ctrl-D ends.", AttributedStyle.DEFAULT));
        terminal.flush();
    }

    /** A line that is cancelled with Ctrl-C counts as an empty one. */
    @Override
    public Optional<String> read(String prompt) {
        try {
            String shown = ansi(new AttributedString(Clean.text(prompt) + "> ", AttributedStyle.BOLD));
            return Optional.of(reader.readLine(shown));
        } catch (UserInterruptException e) {
            return Optional.of("");
        } catch (EndOfFileException | IOError e) {
            return Optional.empty();
        }
    }

    @Override
    public void show(Reply reply) {
        int columns = terminal.getSize().getColumns();
        int width = columns > 0 ? Math.max(NARROWEST, columns) : USUAL_WIDTH;
        terminal.writer().println();
        new Painter(width).paint(reply).forEach(this::print);
        terminal.writer().println();
        terminal.flush();
    }

    @Override
    public void progress(String text) {
        terminal.writer().print(ansi(new AttributedString(text, AttributedStyle.DEFAULT.faint())));
        terminal.flush();
    }

    @Override
    public void progressDone() {
        if (terminal.getStringCapability(Capability.clr_eol) != null) {
            terminal.writer().print('\r');
            terminal.puts(Capability.clr_eol);
        } else {
            terminal.writer().println();
        }
        terminal.flush();
    }

    @Override
    public void close() {
        print(new AttributedString("Goodbye, and come back any time."));
        terminal.flush();
    }

    private void print(AttributedString line) {
        terminal.writer().println(ansi(line));
    }

    private String ansi(AttributedString text) {
        return styled ? text.toAnsi(terminal) : text.toString();
    }
}
