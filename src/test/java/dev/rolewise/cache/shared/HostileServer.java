package dev.rolewise.cache.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Something on a port that is no good Redis: each connection is handed to a behaviour, on a thread of its own. */
final class HostileServer implements AutoCloseable {
    private final ServerSocket server;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    /** What is done with a connection; it ends when it throws. */
    interface Behaviour {
        void serve(InputStream in, OutputStream out) throws IOException;
    }

    HostileServer(Behaviour behaviour) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                daemon(() -> {
                    try (socket) {
                        behaviour.serve(socket.getInputStream(), counted(socket.getOutputStream()));
                    }
                });
            }
        });
    }

    String url() {
        return "redis://127.0.0.1:" + server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** Bytes that it got rid of. */
    long sent() {
        return sent.get();
    }

    /** Reads commands for ever and answers each with the same text. */
    static Behaviour answering(String reply) {
        return (in, out) -> {
            byte[] bytes = new byte[64 * 1024];
            while (in.read(bytes) >= 0) {
                out.write(reply.getBytes(StandardCharsets.ISO_8859_1));
            }
        };
    }

    private OutputStream counted(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
                sent.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                sent.addAndGet(length);
            }
        };
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // the other side has had enough
                    }
                },
                "hostile");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
