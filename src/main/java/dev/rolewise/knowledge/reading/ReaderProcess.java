package dev.rolewise.knowledge.reading;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.LogManager;

/**
 * The process that reads one document: it takes a {@link Task} from standard input, writes a {@link Reading} as JSON to
 * standard output, and ends. It is started by {@link DocumentReader} with nothing that is worth stealing.
 */
public final class ReaderProcess {
    /** Status where the time was up. */
    static final int LATE = 3;

    private ReaderProcess() {}

    /** Reads the document; status 0 also where it cannot be read, which the output then says. */
    public static void main(String[] args) throws IOException {
        LogManager.getLogManager().reset();
        Task task = Task.from(System.in);
        endAfter(task.limits().time());
        Reading reading = read(task);
        byte[] json = JsonMapper.builder().build().writeValueAsBytes(ReadingJson.of(reading));
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(json);
        }
        Runtime.getRuntime().halt(0);
    }

    /** Ends this process where nobody else does, since the one that started it has died. */
    private static void endAfter(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Thread watch = new Thread(
                () -> {
                    while (System.nanoTime() < end) {
                        LockSupport.parkNanos(end - System.nanoTime());
                    }
                    Runtime.getRuntime().halt(LATE);
                },
                "watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** An error is an answer too: what it left behind goes with the process. */
    private static Reading read(Task task) {
        try {
            return Formats.read(task.name(), task.content(), task.limits());
        } catch (UnreadableException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return new Unreadable("it needs more memory than I give to one document.");
        } catch (StackOverflowError e) {
            return new Unreadable("its parts stand too deep in each other.");
        } catch (RuntimeException | Error e) {
            return new Unreadable(
                    "it is damaged, or made in a way that I cannot follow. Please save it anew, or send it as text.");
        }
    }

    /**
     * What is to be read.
     *
     * @param name of the file
     * @param content of the file, not copied
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Task(String name, byte[] content, ReadingLimits limits) {
        private static final int LONGEST_NAME = 1_000;

        byte[] encode() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + LONGEST_NAME);
            try (java.io.DataOutputStream out = new java.io.DataOutputStream(bytes)) {
                out.writeUTF(name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name);
                out.writeInt(limits.pages());
                out.writeInt(limits.characters());
                out.writeInt(limits.nesting());
                out.writeLong(limits.time().toMillis());
                out.writeInt(content.length);
                out.write(content);
            }
            return bytes.toByteArray();
        }

        static Task from(InputStream standardInput) throws IOException {
            DataInputStream in = new DataInputStream(standardInput);
            String name = in.readUTF();
            ReadingLimits rest = ReadingLimits.DEFAULT;
            ReadingLimits limits = new ReadingLimits(
                    rest.bytes(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    rest.heapMebibytes(),
                    Duration.ofMillis(in.readLong()),
                    rest.atOnce(),
                    rest.patience());
            return new Task(name, in.readNBytes(in.readInt()), limits);
        }
    }
}
