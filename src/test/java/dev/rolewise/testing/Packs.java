package dev.rolewise.testing;

import dev.rolewise.knowledge.Comparison;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.knowledge.Quiz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The packs that tests read, each loaded once. */
public final class Packs {
    private static final Pack GARDENERS = load("src/test/resources/packs/gardeners");
    private static final Pack SHIPPED = load("config/knowledge/ai-careers");

    private Packs() {}

    /** The small pack about tree surgeons and landscape gardeners. */
    public static Pack gardeners() {
        return GARDENERS;
    }

    /** The pack that the bot comes with. */
    public static Pack shipped() {
        return SHIPPED;
    }

    /** The same pack with another comparison. */
    public static Pack comparing(Pack pack, Comparison comparison) {
        return with(pack, comparison, pack.quizzes());
    }

    /** The same pack without its quizzes. */
    public static Pack withoutQuizzes(Pack pack) {
        return with(pack, pack.comparison(), List.of());
    }

    private static Pack with(Pack pack, Comparison comparison, List<Quiz> quizzes) {
        return new Pack(
                pack.id(),
                pack.title(),
                pack.about(),
                pack.tries(),
                pack.greeting(),
                pack.roles(),
                pack.aspects(),
                pack.synonyms(),
                pack.sources(),
                pack.disagreements(),
                pack.premises(),
                pack.gaps(),
                pack.situations(),
                pack.intents(),
                pack.coverage(),
                pack.questions(),
                pack.asked(),
                comparison,
                quizzes);
    }

    private static Pack load(String folder) {
        try {
            return PackLoader.load(Path.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PackFaultsException e) {
            throw new IllegalStateException(e);
        }
    }
}
