package dev.rolewise.app;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.answer.Diagnosis;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.Routing;
import dev.rolewise.cascade.Verifier;
import dev.rolewise.cascade.money.ServerBudget;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.question.Answer;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Scope;
import dev.rolewise.question.ServerKnowledge;
import dev.rolewise.question.Tier;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.ModelNotLoadedException;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.retrieval.StoredVectors;
import dev.rolewise.server.Retention;
import dev.rolewise.server.ServerRules;
import dev.rolewise.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Everything that answering needs, as the settings say. Thread-safe. */
final class Installation implements Services {
    private static final int SHOWN_PASSAGES = 5;

    private final Brain brain;
    private final Models models;
    private final Optional<Servers> servers;

    private Installation(Brain brain, Models models, Optional<Servers> servers) {
        this.brain = brain;
        this.models = models;
        this.servers = servers;
    }

    /** For questions from the command line: the pack, and the operator's own documents where there are some. */
    static Installation open(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        if (!OperatorDocuments.toBeSearched(setup)) {
            return open(setup, Optional.empty(), Optional.empty());
        }
        Installation made = open(setup, Optional.of(OperatorDocuments.indexes(setup)), Optional.empty());
        try {
            List<String> found =
                    OperatorDocuments.index(setup, made.brain.shelves().orElseThrow());
            made.brain.knows(Scope.INSTALLATION, String.join(" ", found));
            return made;
        } catch (OperatorException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    /** For a surface: with what servers have of their own. */
    static Installation serving(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        return open(setup, Optional.of(OperatorDocuments.indexes(setup)), Optional.of(setup.database()));
    }

    private static Installation open(Setup setup, Optional<Path> documents, Optional<Database> database)
            throws OperatorException, SettingsException, PackFaultsException {
        Settings settings = setup.settings();
        Path folder = setup.config().pack(settings.text("pack"));
        Optional<ServerRules> rules = database.map(kept -> Servers.rules(settings, kept));
        Models models = Models.open(
                setup,
                server -> rules.map(all -> all.of(Optional.of(server)).budget()).orElse(ServerBudget.NONE));
        KeptVectors kept =
                new KeptVectors(settings.folder("data-dir").resolve("vectors-" + settings.text("pack") + ".bin"));
        try {
            StoredVectors vectors = Prepared.packedVectors().and(kept.read());
            Retention retention = Servers.retention(settings);
            CacheSettings cache =
                    new CacheSettings(settings.size("cache.max-bytes"), settings.duration("cache.expire-after"));
            AtomicReference<Servers> servers = new AtomicReference<>();
            Background naming = SharedAnswers.naming();
            Brain.OfServers ofServers = (analyzer, shelves) -> {
                if (database.isEmpty()) {
                    return ServerKnowledge.NONE;
                }
                Servers made = new Servers(
                        database.get(),
                        rules.orElseThrow(),
                        retention,
                        cache.expireAfter(),
                        naming,
                        analyzer,
                        shelves.orElseThrow(),
                        setup.clock());
                servers.set(made);
                return made.knowledge();
            };
            Brain brain = Brain.of(
                    folder,
                    vectors,
                    Prepared.packed(),
                    cache,
                    new ReuseGuard(ReuseFile.in(settings).threshold()),
                    setup.clock(),
                    SharedAnswers.open(settings, database, naming, setup.clock()),
                    models,
                    settings.share("routing.strong-share"),
                    RoutingFile.in(settings).read(),
                    settings.duration("answer.deadline"),
                    documents,
                    ofServers);
            Optional<Servers> made = Optional.ofNullable(servers.get());
            made.ifPresent(of -> of.start(brain::knows, brain.answers(), brain.shared()));
            kept.write(vectors, brain.embedder().made());
            return new Installation(brain, models, made);
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

    @Override
    public Routing routing() {
        return brain.router().routing();
    }

    Brain brain() {
        return brain;
    }

    /** What servers have of their own, where this serves them. */
    Optional<Servers> servers() {
        return servers;
    }

    Models models() {
        return models;
    }

    @Override
    public QuestionProfile profile(String question) {
        return brain.analyzer().analyze(Question.of(question));
    }

    @Override
    public List<String> diagnose(String question) {
        return diagnose(question, Scope.INSTALLATION);
    }

    /** The same for a question that is asked in a scope. */
    List<String> diagnose(String question, Scope scope) {
        Question asked = new Question(question, List.of(), scope);
        Diagnosis diagnosis = brain.answers().diagnose(asked);
        List<String> lines = new ArrayList<>();
        QuestionProfile profile = diagnosis.profile();
        lines.add("read as   " + profile.text());
        profile.parts().forEach(part -> lines.add("part      " + part.text()));
        lines.add("roles     " + (profile.roles().isEmpty() ? "none named" : String.join(", ", profile.roles())));
        lines.add("aspect    " + profile.aspect().orElse("none clear"));
        lines.add(String.format(Locale.ROOT, "intent    %s (%.2f)", profile.intent(), profile.intentConfidence()));
        lines.add(String.format(Locale.ROOT, "coverage  %s (%.2f)", diagnosis.coverage(), diagnosis.covered()));
        List<FoundStatement> own = brain.shelves()
                .map(shelves -> shelves.search(profile, scope, SHOWN_PASSAGES))
                .orElse(List.of());
        if (!own.isEmpty()) {
            lines.add("documents");
            own.forEach(found -> lines.add(String.format(
                    Locale.ROOT, "  %.3f  %s: %s", found.score(), String.join(" · ", found.heading()), found.text())));
        }
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
        lines.add(AskedAnswer.text(ask(asked, AskOptions.of(true, Optional.of(Tier.LOCAL)))));
        return lines;
    }

    @Override
    public void close() {
        servers.ifPresent(Servers::close);
        brain.close();
        models.close();
    }
}
