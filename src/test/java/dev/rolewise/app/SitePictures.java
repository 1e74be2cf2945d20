package dev.rolewise.app;

import dev.rolewise.command.Attachment;
import dev.rolewise.compare.ComparisonTable;
import dev.rolewise.fit.QuizScorer;
import dev.rolewise.fit.ResultPicture;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.knowledge.Quiz;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws the pictures of the README from the shipped pack into the folder that is the one argument: {@code mvn -q
 * test-compile exec:java@site-pictures}.
 */
public final class SitePictures {
    private static final Path PACK = Path.of("config/knowledge/ai-careers");

    private SitePictures() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Pack pack = PackLoader.load(PACK);
        Pictures pictures = Pictures.open();
        ComparisonTable table = ComparisonTable.of(pack).orElseThrow();
        save(
                folder.resolve("comparison.png"),
                table.whole().draw(pictures.comparisons()).get(0).orElseThrow());
        Quiz quiz = pack.quizzes().get(0);
        List<Integer> answers = IntStream.range(0, quiz.questions().size())
                .map(i -> i % quiz.questions().get(i).options().size())
                .boxed()
                .toList();
        ResultPicture result = ResultPicture.own(new QuizScorer(pack).score(quiz, answers));
        save(folder.resolve("quiz-result.png"), pictures.results().paint(result).orElseThrow());
    }

    private static void save(Path file, Attachment picture) throws Exception {
        Files.write(file, picture.bytes());
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(file);
    }
}
