package dev.rolewise.cache.shared;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/** A real Redis of a test, on a free port of this machine, with nothing on disk. */
public final class RedisProcess implements AutoCloseable {
    private static final File PROGRAM = program();

    private final int port;
    private final Path folder;
    private final List<String> options;
    private Process process;

    private RedisProcess(int port, Path folder, List<String> options) throws IOException {
        this.port = port;
        this.folder = Files.createDirectories(folder.resolve("redis-" + port));
        this.options = options;
        this.process = started();
    }

    /** Starts one; {@code options} as on its command line. */
    public static RedisProcess start(Path folder, String... options) throws IOException {
        return start(freePort(), folder, options);
    }

    static RedisProcess start(int port, Path folder, String... options) throws IOException {
        return new RedisProcess(port, folder, List.of(options));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** What it printed. */
    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** Ends it at once, as a power cut would. */
    void kill() {
        close();
    }

    /** Starts it again, empty. */
    void startAgain() throws IOException {
        process = started();
    }

    /** It keeps its connections and does nothing. */
    void freeze() throws Exception {
        signal("STOP");
    }

    void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private Process started() throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.getAbsolutePath()));
        command.addAll(options.stream().filter(o -> o.endsWith(".conf")).toList());
        command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--save", "", "--appendonly", "no"));
        command.addAll(options.stream().filter(o -> !o.endsWith(".conf")).toList());
        Process fresh = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Levels.await().ignoreExceptions().until(() -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
        return fresh;
    }

    private static File program() {
        try {
            return ExecutableProvider.newJarResourceProvider().get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
