package dev.rolewise.knowledge.reading;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads documents of strangers, each in a process of its own with an empty environment and limits of memory and time, which
 * is killed when it asks for more, and with less right to the processors than answers have. Nothing that a document does reaches this process but text. Thread-safe; a call takes as
 * long as the document and its turn need, at most {@link ReadingLimits#patience} and {@link ReadingLimits#time}.
 */
public final class DocumentReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);

    /** JSON's longest way to write a character, and some for what is around it. */
    private static final int BYTES_A_CHARACTER = 6;

    private static final int AROUND_IT = 1 << 20;

    /**
     * What comes before a command to let answers go first on the processors, yet not so much that a plain document starves where
     * they are busy; nothing where the system has no such program.
     */
    private static final List<String> POLITELY = Stream.of("/usr/bin/nice", "/bin/nice")
            .filter(program -> Files.isExecutable(Path.of(program)))
            .findFirst()
            .map(program -> List.of(program, "-n", "10"))
            .orElse(List.of());

    private final ReadingLimits limits;
    private final Semaphore turns;
    private final ExecutorService pipes;

    public DocumentReader(ReadingLimits limits) {
        this.limits = limits;
        this.turns = new Semaphore(limits.atOnce(), true);
        this.pipes = Executors.newFixedThreadPool(2 * limits.atOnce(), work -> {
            Thread thread = new Thread(work, "document-pipe");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The longest document that is read, in bytes. */
    public int mostBytes() {
        return limits.bytes();
    }

    /**
     * The text of a document, or why it has none.
     *
     * @param name of its file, which helps to tell Markdown from plain text
     */
    public Reading read(String name, byte[] content) {
        if (content.length > limits.bytes()) {
            return new Unreadable("it is longer than " + limits.bytes() / (1024 * 1024) + " MiB. Please split it.");
        }
        try {
            if (!turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Unreadable("other documents are being read. Please send it again in a minute.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return interrupted();
        }
        try {
            return inItsProcess(new ReaderProcess.Task(name, content, limits));
        } catch (IOException e) {
            LOG.warn("the process that reads documents could not be used: {}", e.getMessage());
            return new Unreadable("I cannot read documents just now. Please tell whoever runs me.");
        } finally {
            turns.release();
        }
    }

    @Override
    public void close() {
        pipes.shutdownNow();
    }

    private Reading inItsProcess(ReaderProcess.Task task) throws IOException {
        long end = System.nanoTime() + limits.time().toNanos();
        Process process = start();
        try {
            CompletableFuture<byte[]> answer =
                    CompletableFuture.supplyAsync(() -> answer(process.getInputStream()), pipes);
            CompletableFuture<Void> sent =
                    CompletableFuture.runAsync(() -> send(task, process.getOutputStream()), pipes);
            byte[] json = answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            sent.cancel(true);
            return json.length == 0
                    ? new Unreadable("it needs more memory than I give to one document.")
                    : ReadingJson.decode(json, limits);
        } catch (TimeoutException e) {
            return new Unreadable(
                    "reading it took longer than " + limits.time().toSeconds() + " s. Please send it as text.");
        } catch (ExecutionException e) {
            throw new IOException("its answer could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return interrupted();
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            return new Unreadable("it is damaged, or made in a way that I cannot follow. Please send it as text.");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Unreadable interrupted() {
        return new Unreadable("I'm restarting. Please send it again in a minute.");
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(POLITELY);
        command.addAll(List.of(
                java(),
                "-Xmx" + limits.heapMebibytes() + "m",
                "-Xss1m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
                "-Djava.awt.headless=true",
                "-cp",
                classPath(),
                ReaderProcess.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The program's jar; where it is not packed, whatever this process was started with. */
    private static String classPath() throws IOException {
        try {
            Path home = Path.of(ReaderProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(home) ? home.toString() : System.getProperty("java.class.path");
        } catch (URISyntaxException e) {
            throw new IOException("the program does not know where it is", e);
        }
    }

    private byte[] answer(InputStream from) {
        try (from) {
            return from.readNBytes(limits.characters() * BYTES_A_CHARACTER + AROUND_IT);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static void send(ReaderProcess.Task task, OutputStream to) {
        try (to) {
            to.write(task.encode());
        } catch (IOException e) {
            // it has ended before it read everything; its answer says why
        }
    }
}
