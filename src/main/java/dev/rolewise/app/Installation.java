package dev.rolewise.app;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.answer.Diagnosis;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Tier;
import dev.rolewise.retrieval.ModelNotLoadedException;
import dev.rolewise.retrieval.StoredVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that answering needs, as the settings say. Thread-safe. */
final class Installation implements Services {
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
        KeptVectors kept =
                new KeptVectors(settings.folder("data-dir").resolve("vectors-" + settings.text("pack") + ".bin"));
        try {
            StoredVectors vectors = Prepared.packedVectors().and(kept.read());
            Brain brain = Brain.of(
                    folder,
                    vectors,
                    Prepared.packed(),
                    new CacheSettings(settings.size("cache.max-bytes"), settings.duration("cache.expire-after")),
                    setup.clock(),
                    models,
                    settings.share("routing.strong-share"),
                    settings.duration("answer.deadline"));
            kept.write(vectors, brain.embedder().made());
            return new Installation(brain, models);
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
}
