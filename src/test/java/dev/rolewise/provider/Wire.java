package dev.rolewise.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The connection to the one who asked. */
public final class Wire {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private boolean open = true;

    Wire(Socket socket, InputStream in) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = in;
    }

    /** A whole answer; the connection stays for the next request. */
    public void respond(int status, String contentType, Map<String, String> headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(200).append(head(status, contentType));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + bytes.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        out.write(whole);
        out.flush();
    }

    public void json(int status, String body) throws IOException {
        respond(status, "application/json", Map.of(), body);
    }

    /** Status line and type, without the empty line that ends the head. */
    public static String head(int status, String contentType) {
        return "HTTP/1.1 " + status + " Status\r\nContent-Type: " + contentType + "\r\n";
    }

    /** Bytes as they are. */
    public void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Bytes as they are, none of them needed later. */
    public void raw(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Says nothing more until the client hangs up. */
    public void hold() throws IOException {
        open = false;
        while (in.read() >= 0) {
            // What it still says is not answered.
        }
    }

    /** Says one byte of {@code text} at a time, with a pause between, until all is said or the client hangs up. */
    public void dribble(String text, int pauseMillis) throws IOException {
        socket.setSoTimeout(pauseMillis);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
            out.flush();
            if (hungUp()) {
                return;
            }
        }
    }

    /** Hangs up. */
    public void hangUp() throws IOException {
        open = false;
        socket.close();
    }

    boolean isOpen() {
        return open && !socket.isClosed();
    }

    /** Waits for the pause to pass, or for the client to hang up. */
    private boolean hungUp() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
