package dev.rolewise.console;

import dev.rolewise.command.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Input and output that are no terminal: UTF-8, one line in, one reply and a blank line out, until either end closes. */
final class Pipe implements Display {
    /** What a line has beyond this many characters is dropped. */
    static final int LONGEST_LINE = 100_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private final PrintWriter out;
    private final Painter painter = new Painter(Integer.MAX_VALUE);

    Pipe(InputStream in, OutputStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void open() {}

    @Override
    public Optional<String> read(String prompt) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c == BYTE_ORDER_MARK) {
            c = in.read();
        }
        if (c < 0 || out.checkError()) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return Optional.of(line.toString());
    }

    @Override
    public void show(Reply reply) {
        painter.paint(reply).forEach(line -> out.println(line.toString()));
        out.println();
    }

    @Override
    public void progress(String text) {}

    @Override
    public void progressDone() {}

    @Override
    public void close() {}
}
