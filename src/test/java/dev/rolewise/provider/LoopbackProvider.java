package dev.rolewise.provider;

import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A model provider on 127.0.0.1 that answers each call as told and counts it. Thread-safe.
 *
 * <pre>{@code
 * try (LoopbackProvider provider = LoopbackProvider.start()) {
 *     provider.next(Scripts.error(503, "overloaded"));          // the first call
 *     provider.always(Scripts.says(Said.claim("It rains.")));    // every other
 *     … provider.address(Dialect.OPENAI) …
 * }
 * }</pre>
 */
public final class LoopbackProvider implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final int KEPT_REQUESTS = 1_000;
    private static final int MAX_HEAD = 64 * 1024;

    private final Queue<Script> next = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedDeque<ProviderRequest> requests = new ConcurrentLinkedDeque<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final int port;
    private volatile Script always = Scripts.says(Said.claim("It is so."));
    private volatile @Nullable ServerSocket server;

    private LoopbackProvider(ServerSocket server) {
        this.port = server.getLocalPort();
        listen(server);
    }

    /** One that says something harmless to every call. */
    public static LoopbackProvider start() {
        return new LoopbackProvider(bound(0));
    }

    /** The base address for a client of that interface. */
    public URI address(Dialect dialect) {
        return URI.create("http://127.0.0.1:" + port + dialect.base());
    }

    /** How the next calls are answered, one each, before {@link #always} is used. */
    public void next(Script... scripts) {
        next.addAll(List.of(scripts));
    }

    /** How every call is answered that {@link #next} says nothing of. */
    public void always(Script script) {
        always = script;
    }

    /** Requests that came in whole. */
    public int calls() {
        return calls.get();
    }

    /** Connections that were made, used or not. */
    public int connections() {
        return connections.get();
    }

    /** Connections that are open now. */
    public int openConnections() {
        return sockets.size();
    }

    /** The last thousand requests, oldest first. */
    public List<ProviderRequest> requests() {
        return List.copyOf(requests);
    }

    public ProviderRequest lastRequest() {
        return requests.getLast();
    }

    /** Refuses connections from now on and breaks those that there are. */
    public void down() {
        try {
            ServerSocket now = server;
            server = null;
            if (now != null) {
                now.close();
            }
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Comes back at the same address, which may be taken for a moment after it was given up. */
    public void up() {
        listen(await().ignoreExceptions().until(() -> bound(port), Objects::nonNull));
    }

    @Override
    public void close() {
        down();
    }

    private static ServerSocket bound(int port) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(ServerSocket socket) {
        server = socket;
        daemon("provider-accept", () -> accept(socket));
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket socket = from.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                connections.incrementAndGet();
                daemon("provider-" + connections.get(), () -> serve(socket));
                if (from.isClosed()) {
                    socket.close();
                }
            } catch (IOException e) {
                // Closed, or a client that was gone before it was greeted.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Wire wire = new Wire(socket, in);
            while (wire.isOpen()) {
                Optional<ProviderRequest> request = read(in);
                if (request.isEmpty()) {
                    return;
                }
                count(request.get());
                script().play(request.get(), wire);
            }
        } catch (IOException e) {
            // The client hung up.
        } finally {
            sockets.remove(socket);
        }
    }

    private void count(ProviderRequest request) {
        requests.addLast(request);
        if (requests.size() > KEPT_REQUESTS) {
            requests.pollFirst();
        }
        calls.incrementAndGet();
    }

    private Script script() {
        Script scripted = next.poll();
        return scripted == null ? always : scripted;
    }

    private static Optional<ProviderRequest> read(InputStream in) throws IOException {
        String start = line(in);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = start.split(" ", 3);
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(
                headers.getOrDefault("content-length", List.of("0")).get(0));
        byte[] body = in.readNBytes(length);
        return body.length < length
                ? Optional.empty()
                : Optional.of(
                        new ProviderRequest(parts[0], parts[1], headers, new String(body, StandardCharsets.UTF_8)));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
            if (line.length() > MAX_HEAD) {
                throw new IOException("a line is too long");
            }
        }
        return line.toString();
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
