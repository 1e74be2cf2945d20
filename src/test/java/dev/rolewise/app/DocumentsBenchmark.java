package dev.rolewise.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.retrieval.PackRetriever;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Times retrieval, warm, on one thread: in the pack alone, with a server of 1,000 documents, and with 1,000 servers of ten each
 * that are asked by chance, question by question in turn: {@code mvn -q test-compile exec:java@documents-benchmark}. The
 * Times are medians; those of the processor are of the asking thread, of which a busy machine takes little away. The
 * documents are made up ({@link MadeUpDocuments}), the questions and their embeddings are real. What is made stays in the
 * folder and is used again by the next run.
 */
public final class DocumentsBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Path PACK = Path.of("config/knowledge/ai-careers");
    private static final Path QUESTIONS = Path.of("src/test/resources/quality");
    private static final int MOST_QUESTIONS = 500;
    private static final int DOCUMENTS = 1_000;
    private static final int SERVERS = 1_000;
    private static final int EACH = 10;

    /** Servers that are made; the others have copies of their files. */
    private static final int DIFFERENT = 10;

    private static final int ROUNDS = 4;
    private static final int PASSAGES = 16;
    private static final int STATEMENTS = 8;
    private static final Scope BIG = server(1);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Random random = new Random(1);
    private final Path folder;
    private final BgeEmbedder embedder;
    private final PackAnalyzer words;
    private final PackRetriever pack;
    private final MadeUpDocuments documents;
    private final List<QuestionProfile> questions;

    private DocumentsBenchmark(Path folder) throws Exception {
        this.folder = folder;
        Pack known = PackLoader.load(PACK);
        this.embedder = new BgeEmbedder(Learned.vectors());
        this.words = new PackAnalyzer(known);
        this.pack = new PackRetriever(known, words, embedder);
        QuestionAnalyzer analyzer = new QuestionAnalyzer(
                known, embedder, words, Learned.intents().orElseGet(() -> IntentClassifier.train(known, embedder)));
        List<String> texts = texts();
        this.documents = new MadeUpDocuments(known, embedder, texts);
        this.questions =
                texts.stream().map(text -> analyzer.analyze(Question.of(text))).toList();
    }

    /** {@code arguments}: the folder of the indexes. */
    public static void main(String[] arguments) throws Exception {
        new DocumentsBenchmark(Path.of(arguments[0])).run();
    }

    private void run() throws IOException {
        make();
        BgeEmbedder real = embedder.unstored();
        long[] embedding = new long[questions.size()];
        for (int i = 0; i < embedding.length; i++) {
            long start = System.nanoTime();
            real.question(questions.get(i).text());
            embedding[i] = System.nanoTime() - start;
        }
        long before = used();
        long handles = handles();
        try (DocumentShelves shelves = shelves()) {
            Times alone = new Times("pack alone");
            Times big = new Times("with a server of 1,000 documents");
            Times names = new Times("the names of those 1,000 documents");
            Times small = new Times("with one of 1,000 servers of ten");
            Times named = new Times("the names of those ten documents first");
            for (int round = 0; round < ROUNDS; round++) {
                boolean warm = round > 0;
                for (QuestionProfile question : questions) {
                    Scope server = server(2 + random.nextInt(SERVERS));
                    alone.add(warm, () -> ask(question));
                    big.add(warm, () -> ask(question, shelves, BIG));
                    small.add(warm, () -> ask(question, shelves, server));
                    names.add(warm, () -> shelves.ids(BIG).size());
                    Scope other = server(2 + random.nextInt(SERVERS));
                    named.add(warm, () -> shelves.ids(other).size() + ask(question, shelves, other));
                }
            }
            out.println(String.format(
                    Locale.ROOT,
                    "%,d questions, each %d times; embedding one: median %.1f ms",
                    questions.size(),
                    ROUNDS - 1,
                    at(embedding, 0.5) / 1e6));
            for (Times times : List.of(alone, big, small, named, names)) {
                out.println(times.line(alone, at(embedding, 0.5)));
            }
            out.println(String.format(
                    Locale.ROOT,
                    "%,d MB of heap, %,d open files and %,d mapped ones more than before",
                    (used() - before) >> 20,
                    handles() - handles,
                    mapped()));
        }
        out.println(String.format(
                Locale.ROOT,
                "on disk: %,d KB a document where there are 1,000, %,d KB where there are ten",
                bytes(BIG) / DOCUMENTS / 1024,
                bytes(server(2)) / EACH / 1024));
    }

    private int ask(QuestionProfile question) {
        return pack.retrieve(question, Scope.INSTALLATION, PASSAGES).passages().size();
    }

    private int ask(QuestionProfile question, DocumentShelves shelves, Scope scope) {
        return ask(question) + shelves.search(question, scope, STATEMENTS).size();
    }

    private void make() throws IOException {
        if (Files.isDirectory(of(server(1 + SERVERS)))) {
            return;
        }
        long[] puts = new long[DOCUMENTS];
        try (DocumentShelves shelves = shelves()) {
            for (int i = 0; i < DOCUMENTS; i++) {
                long start = System.nanoTime();
                shelves.put(BIG, documents.document(i), () -> true);
                puts[i] = System.nanoTime() - start;
            }
            for (int i = 0; i < DIFFERENT * EACH; i++) {
                shelves.put(server(2 + i / EACH), documents.document(DOCUMENTS + i), () -> true);
            }
        }
        out.println(String.format(
                Locale.ROOT,
                "%,d statements put into one index, a document in %.0f ms, 99%% within %.0f ms, embeddings left out",
                documents.statements(),
                at(puts, 0.5) / 1e6,
                at(puts, 0.99) / 1e6));
        for (int i = DIFFERENT; i < SERVERS; i++) {
            copy(of(server(2 + i % DIFFERENT)), of(server(2 + i)));
        }
    }

    private DocumentShelves shelves() {
        return new DocumentShelves(folder, words, documents);
    }

    private static Scope server(int number) {
        return new Scope(Optional.of(Integer.toString(number)));
    }

    private Path of(Scope scope) {
        return folder.resolve(scope.serverId().orElseThrow());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private long bytes(Scope scope) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(of(scope))) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long handles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    /** Files of the folder that are mapped into memory, where the system tells. */
    private long mapped() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.exists(maps)) {
            return 0;
        }
        String name = folder.toRealPath().toString();
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.filter(line -> line.contains(name)).count();
        }
    }

    private static List<String> texts() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        for (String file : List.of("fresh", "people", "registers", "reuse", "reuse-registers")) {
            for (String line : Files.readAllLines(QUESTIONS.resolve(file + ".jsonl"))) {
                JsonNode item = json.readTree(line);
                Stream.of("question", "a", "b")
                        .filter(item::has)
                        .map(name -> item.get(name).asText())
                        .forEach(texts::add);
            }
        }
        return texts.stream().distinct().limit(MOST_QUESTIONS).toList();
    }

    private static double at(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }

    /** What one way took. */
    private static final class Times {
        private final String name;
        private long[] nanos = new long[0];
        private long[] processor = new long[0];
        private int count;

        Times(String name) {
            this.name = name;
        }

        void add(boolean warm, java.util.function.IntSupplier work) {
            long start = System.nanoTime();
            long used = THREADS.getCurrentThreadCpuTime();
            int unused = work.getAsInt();
            used = THREADS.getCurrentThreadCpuTime() - used;
            long took = System.nanoTime() - start;
            if (warm) {
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count + 16);
                    processor = Arrays.copyOf(processor, nanos.length);
                }
                nanos[count] = took;
                processor[count++] = used;
            }
        }

        double at(double share) {
            return DocumentsBenchmark.at(Arrays.copyOf(nanos, count), share);
        }

        double work(double share) {
            return DocumentsBenchmark.at(Arrays.copyOf(processor, count), share);
        }

        String line(Times base, double embedding) {
            return String.format(
                    Locale.ROOT,
                    "%-40s %.2f ms, 99%% within %.2f ms, %.2f ×, with the embedding %.2f ×; processor %.2f ms, %.2f ms, %.2f ×",
                    name,
                    at(0.5) / 1e6,
                    at(0.99) / 1e6,
                    at(0.5) / base.at(0.5),
                    (at(0.5) + embedding) / (base.at(0.5) + embedding),
                    work(0.5) / 1e6,
                    work(0.99) / 1e6,
                    work(0.5) / base.work(0.5));
        }
    }
}
