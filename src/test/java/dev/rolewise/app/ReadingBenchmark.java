package dev.rolewise.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.knowledge.reading.DocumentReader;
import dev.rolewise.knowledge.reading.HostileFiles;
import dev.rolewise.knowledge.reading.Reading;
import dev.rolewise.knowledge.reading.ReadingLimits;
import dev.rolewise.knowledge.reading.Unreadable;
import dev.rolewise.question.Question;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Times answers alone and while hostile documents are read, as many at once as the reader lets in, warm, on one thread, in
 * windows that take turns: {@code mvn -q test-compile exec:java@reading-benchmark}. Both windows of a turn ask the same.
 */
public final class ReadingBenchmark {
    private static final Path QUESTIONS = Path.of("src/test/resources/quality");
    private static final int FILES_A_WINDOW = 6;

    private final List<String> questions;
    private final List<Map.Entry<String, byte[]>> files;
    private final DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT);
    private final ExecutorService readers = Executors.newFixedThreadPool(ReadingLimits.DEFAULT.atOnce());
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<Long> alone = new ArrayList<>();
    private final List<Long> beside = new ArrayList<>();
    private final List<Read> reads = new ArrayList<>();
    private int next;

    /** One document that was read. */
    private record Read(String name, boolean refused, long nanos) {}

    private ReadingBenchmark() throws IOException {
        questions = Stream.of("fresh.jsonl", "people.jsonl", "registers.jsonl")
                .flatMap(file -> lines(QUESTIONS.resolve(file)))
                .toList();
        files = List.copyOf(HostileFiles.all().entrySet());
    }

    /** {@code arguments}: how often each file is read. */
    public static void main(String[] arguments) throws Exception {
        new ReadingBenchmark().run(Integer.parseInt(arguments[0]));
    }

    private void run(int passes) throws Exception {
        questions.forEach(this::nanos);
        for (int pass = 0; pass < passes; pass++) {
            for (int from = 0; from < files.size(); from += FILES_A_WINDOW) {
                turn(files.subList(from, Math.min(files.size(), from + FILES_A_WINDOW)));
            }
        }
        readers.shutdown();
        reader.close();
        out.println(line("alone", alone));
        out.println(line("beside reading", beside));
        out.println(String.format(
                Locale.ROOT,
                "ratio of the medians %.2f, of nine in ten %.2f; of the same question, median %.2f",
                at(beside, 0.5) / at(alone, 0.5),
                at(beside, 0.9) / at(alone, 0.9),
                ofTheSame()));
        Read longest =
                reads.stream().max((a, b) -> Long.compare(a.nanos(), b.nanos())).orElseThrow();
        out.println(String.format(
                Locale.ROOT,
                "%d of %d readings of %d files refused, in %.1f s at most (%s)",
                reads.stream().filter(Read::refused).count(),
                reads.size(),
                files.size(),
                longest.nanos() / 1e9,
                longest.name()));
    }

    /** Asks for as long as the documents take, then the same with nothing to be read. */
    private void turn(List<Map.Entry<String, byte[]>> window) throws Exception {
        List<Future<Read>> under = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : window) {
            under.add(readers.submit(() -> read(file.getKey(), file.getValue())));
        }
        int first = next;
        while (!under.stream().allMatch(Future::isDone)) {
            beside.add(nanos(questions.get(next++ % questions.size())));
        }
        for (Future<Read> read : under) {
            reads.add(read.get());
        }
        for (int at = first; at < next; at++) {
            alone.add(nanos(questions.get(at % questions.size())));
        }
    }

    private Read read(String name, byte[] content) {
        long start = System.nanoTime();
        Reading reading = reader.read(name, content);
        return new Read(name, reading instanceof Unreadable, System.nanoTime() - start);
    }

    private long nanos(String question) {
        long start = System.nanoTime();
        ShippedAnswers.to(Question.of(question));
        return System.nanoTime() - start;
    }

    private double ofTheSame() {
        double[] ratios = new double[beside.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) beside.get(i) / alone.get(i);
        }
        Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }

    private static String line(String name, List<Long> nanos) {
        return String.format(
                Locale.ROOT,
                "%-14s %,d answers, median %.1f ms, 90%% within %.1f ms, 99%% within %.1f ms",
                name,
                nanos.size(),
                at(nanos, 0.5) / 1e6,
                at(nanos, 0.9) / 1e6,
                at(nanos, 0.99) / 1e6);
    }

    private static double at(List<Long> nanos, double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    private static Stream<String> lines(Path file) {
        ObjectMapper json = new ObjectMapper();
        try {
            List<String> found = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                found.add(json.readTree(line).get("question").asText());
            }
            return found.stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
