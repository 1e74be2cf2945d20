package dev.rolewise.app;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.answer.Diagnosis;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.Verifier;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Tier;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.ModelNotLoadedException;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.retrieval.StoredVectors;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that answering needs, as the settings say. Thread-safe. */
final class Installation implements Services {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final int SHOWN_PASSAGES = 5;

    private final Brain brain;
    private final Models models;

    private Installation(Brain brain, Models models) {
        this.brain = brain;
        this.models = models;
    }

    static Installation open(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        Settings settings = setup.settings();
        Path folder = setup.config().pack(settings.text("pack"));
        Models models = Models.open(setup);
        Path kept = settings.folder("data-dir").resolve("vectors-" + settings.text("pack") + ".bin");
        try {
            StoredVectors vectors = Prepared.packedVectors().and(kept(kept));
            Brain brain = Brain.of(
                    folder,
                    vectors,
                    Prepared.packed(),
                    new CacheSettings(settings.size("cache.max-bytes"), settings.duration("cache.expire-after")),
                    models,
                    settings.share("routing.strong-share"),
                    settings.duration("answer.deadline"));
            keep(kept, vectors, brain);
            return new Installation(brain, models);
        } catch (IOException e) {
            throw new OperatorException("the knowledge pack or its vectors cannot be read: " + e.getMessage(), e);
        } catch (ModelNotLoadedException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The parts alone: no model tier, no database, no index. */
    static Parts parts(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        Path folder = setup.config().pack(setup.settings().text("pack"));
        try {
            Pack pack = PackLoader.load(folder);
            String hash = PackHash.of(folder);
            BgeEmbedder embedder = new BgeEmbedder(Prepared.packedVectors());
            ComplexityClassifier complexity = Prepared.packed()
                    .filter(p -> p.packHash().equals(hash))
                    .map(Prepared::complexity)
                    .orElseGet(() -> ComplexityClassifier.train(pack, embedder));
            Verifier verifier = new Verifier(pack, new PackAnalyzer(pack), embedder);
            return new Parts(pack, embedder, embedder::unstored, complexity, verifier);
        } catch (IOException e) {
            throw new OperatorException("the knowledge pack or its vectors cannot be read: " + e.getMessage(), e);
        } catch (ModelNotLoadedException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Answer ask(Question question, AskOptions options) {
        return brain.answers().ask(question, options);
    }

    @Override
    public boolean has(Tier tier) {
        return brain.answers().has(tier);
    }

    @Override
    public Pack pack() {
        return brain.pack();
    }

    Brain brain() {
        return brain;
    }

    Models models() {
        return models;
    }

    @Override
    public List<String> diagnose(String question) {
        Diagnosis diagnosis = brain.answers().diagnose(Question.of(question));
        List<String> lines = new ArrayList<>();
        QuestionProfile profile = diagnosis.profile();
        lines.add("read as   " + profile.text());
        profile.parts().forEach(part -> lines.add("part      " + part.text()));
        lines.add("roles     " + (profile.roles().isEmpty() ? "none named" : String.join(", ", profile.roles())));
        lines.add("aspect    " + profile.aspect().orElse("none clear"));
        lines.add(String.format(Locale.ROOT, "intent    %s (%.2f)", profile.intent(), profile.intentConfidence()));
        lines.add(String.format(Locale.ROOT, "coverage  %s (%.2f)", diagnosis.coverage(), diagnosis.covered()));
        lines.add("passages");
        for (RankedPassage ranked :
                diagnosis.evidence().passages().stream().limit(SHOWN_PASSAGES).toList()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %.3f  %s · %s: %s",
                    ranked.score(),
                    ranked.passage().sourceId(),
                    String.join(" · ", ranked.passage().heading()),
                    ranked.passage().statements().get(0).text()));
        }
        lines.add("");
        lines.add(AskedAnswer.text(ask(Question.of(question), AskOptions.of(true, Optional.of(Tier.LOCAL)))));
        return lines;
    }

    @Override
    public void close() {
        brain.close();
        models.close();
    }

    private static StoredVectors kept(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return StoredVectors.NONE;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return StoredVectors.read(in);
        } catch (IOException e) {
            LOG.warn("vectors in {} are damaged and made again", file);
            return StoredVectors.NONE;
        }
    }

    /** What had to be made for a pack of the operator's own is there at the next start. */
    private static void keep(Path file, StoredVectors known, Brain brain) {
        if (brain.embedder().made().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "vectors", ".tmp");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                known.and(brain.embedder().made()).write(out);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("vectors cannot be kept in {}: the next start makes them again", file);
        }
    }
}
