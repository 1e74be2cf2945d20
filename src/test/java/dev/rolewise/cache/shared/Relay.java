package dev.rolewise.cache.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** Stands between a process and a real Redis: dribbles what the server says, or changes what it is told. */
final class Relay implements AutoCloseable {
    private static final Duration DRIBBLE = Duration.ofMillis(30);

    private final int target;
    private final UnaryOperator<String> told;
    private final HostileServer front;
    private volatile boolean dribbling;

    /** {@code told} is applied to what the process sends, which has to keep its length. */
    Relay(int target, UnaryOperator<String> told) throws IOException {
        this.target = target;
        this.told = told;
        this.front = new HostileServer(this::serve);
    }

    /** One that changes nothing. */
    Relay(int target) throws IOException {
        this(target, text -> text);
    }

    String url() {
        return front.url();
    }

    /** Whether the server's words pass byte by byte, each after 30 ms. */
    void dribble(boolean now) {
        dribbling = now;
    }

    private void serve(InputStream in, OutputStream out) throws IOException {
        try (Socket redis = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread back = new Thread(() -> back(redis, out), "relay");
            back.setDaemon(true);
            back.start();
            byte[] bytes = new byte[64 * 1024];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                String text = new String(bytes, 0, n, StandardCharsets.ISO_8859_1);
                redis.getOutputStream().write(told.apply(text).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private void back(Socket redis, OutputStream out) {
        byte[] bytes = new byte[64 * 1024];
        try {
            InputStream in = redis.getInputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                int passed = 0;
                while (dribbling && passed < n) {
                    LockSupport.parkNanos(DRIBBLE.toNanos());
                    out.write(bytes[passed++]);
                }
                out.write(Arrays.copyOfRange(bytes, passed, n));
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
    }
}
