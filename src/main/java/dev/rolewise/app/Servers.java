package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.answer.AnswerService;
import dev.rolewise.answer.AskCommand;
import dev.rolewise.answer.Feedback;
import dev.rolewise.answer.InputMask;
import dev.rolewise.answer.ServerLimits;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.cache.ReuseCalibration;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.cache.SharedNames;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.ServerWatch;
import dev.rolewise.knowledge.reading.DocumentReader;
import dev.rolewise.knowledge.reading.ReadingLimits;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RecentAnswers;
import dev.rolewise.question.Scope;
import dev.rolewise.question.ServerKnowledge;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.server.Ceilings;
import dev.rolewise.server.Corrections;
import dev.rolewise.server.CorrectionsCommand;
import dev.rolewise.server.DeletionLog;
import dev.rolewise.server.Deletions;
import dev.rolewise.server.Documents;
import dev.rolewise.server.HousedCommand;
import dev.rolewise.server.Insights;
import dev.rolewise.server.InsightsCommand;
import dev.rolewise.server.Keepings;
import dev.rolewise.server.KnowledgeCommand;
import dev.rolewise.server.Memories;
import dev.rolewise.server.PersonalData;
import dev.rolewise.server.PopularQuestions;
import dev.rolewise.server.PrivacyCommand;
import dev.rolewise.server.Retention;
import dev.rolewise.server.ServerLife;
import dev.rolewise.server.ServerRules;
import dev.rolewise.server.ServerScopes;
import dev.rolewise.server.ServerSettings;
import dev.rolewise.server.SettingsCommand;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseAskedLog;
import dev.rolewise.store.DatabaseCorrections;
import dev.rolewise.store.DatabaseDeletionLog;
import dev.rolewise.store.DatabaseDocuments;
import dev.rolewise.store.DatabaseGapLog;
import dev.rolewise.store.DatabasePersonalData;
import dev.rolewise.store.DatabaseServerSettings;
import dev.rolewise.store.DatabaseSharedNames;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What servers have of their own, put together. Thread-safe. */
final class Servers implements AutoCloseable {

    /** What is written in the background; more than that is left out, since answers come first. */
    private static final int MOST_WAITING = 10_000;

    private final DocumentReader reader;
    private final Documents documents;
    private final Corrections corrections;
    private final ServerRules rules;
    private final ServerScopes scopes;
    private final PopularQuestions popular;
    private final Insights insights;
    private final PersonalData data;
    private final DeletionLog deleted;
    private final Keepings keepings;
    private final ServerLife life;
    private final Retention retention;
    private final Background background;
    private final Background shelve;
    /** Analyses what may be asked for soon. */
    private final Background ahead;

    private final Background naming;
    private final Upkeep upkeep = new Upkeep();
    private final SharedNames names;
    private final Duration shared;
    private final Clock clock;
    private final List<HousedCommand> housed = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<Scope, String> generation = (scope, name) -> {};
    private volatile Consumer<String> forgetServer = server -> {};
    private volatile Optional<Deletions> deletions = Optional.empty();

    /**
     * @param shared how long answers are shared at most
     * @param naming keeps the names of those; closing this closes it
     */
    Servers(
            Database database,
            ServerRules rules,
            Retention retention,
            Duration shared,
            Background naming,
            QuestionAnalyzer analyzer,
            DocumentShelves shelves,
            Clock clock) {
        Ticker ticker = Ticker.systemTicker();
        Supplier<String> ids = RandomIds.of(new SecureRandom());
        this.background = new Background("servers", MOST_WAITING);
        this.shelve = new Background("shelve", MOST_WAITING);
        this.ahead = new Background("ahead", MOST_WAITING);
        this.naming = naming;
        this.retention = retention;
        this.shared = shared;
        this.clock = clock;
        this.names = new DatabaseSharedNames(database);
        this.reader = new DocumentReader(ReadingLimits.DEFAULT);
        this.data = new DatabasePersonalData(database, clock);
        this.deleted = new DatabaseDeletionLog(database, clock);
        this.keepings = new Keepings(deleted::code, ticker);
        this.documents =
                new Documents(reader, new DatabaseDocuments(database), shelves, this::changed, shelve, ids, clock);
        this.corrections = new Corrections(
                new DatabaseCorrections(database),
                new ReuseGuard(ReuseCalibration.SHIPPED),
                question -> analyzer.analyze(Question.of(question)),
                this::changed,
                ids,
                ahead,
                ticker,
                clock);
        this.rules = rules;
        rules.whenChanged(this::changed);
        this.scopes = new ServerScopes(
                documents, corrections, rules, (scope, name) -> generation.accept(scope, name), ticker);
        this.popular = new PopularQuestions(new DatabaseAskedLog(database), clock);
        this.insights = new Insights(new DatabaseGapLog(database), popular, data::optedOut, ids, background, clock);
        this.life = new ServerLife(
                data,
                documents,
                corrections,
                rules,
                server -> forgetServer.accept(server),
                retention,
                background,
                clock);
    }

    /** How long what is kept is kept, as the settings say. */
    static Retention retention(Settings settings) throws SettingsException {
        return new Retention(
                settings.duration("retention.gaps"),
                settings.duration("retention.ratings"),
                settings.duration("retention.calls"),
                settings.duration("retention.left-servers"));
    }

    /** What servers have set, within what the operator allows. */
    static ServerRules rules(Settings settings, Database database) {
        return new ServerRules(
                new DatabaseServerSettings(database),
                Ceilings.of(
                        settings.count("limits.member-day"),
                        settings.count("limits.server-day"),
                        ModelSettings.budget(settings)),
                Ticker.systemTicker());
    }

    /** How many questions a server allows. */
    ServerLimits limits(String serverId) {
        ServerSettings.Limits wish = rules.of(Optional.of(serverId)).limits();
        return new ServerLimits(wish.memberHour(), wish.memberDay(), wish.serverDay());
    }

    /**
     * Begins to clean up, and tells of each server's knowledge when it changes, also where another process changed it.
     *
     * @param answers forget what they have kept of a server whose time is over
     */
    void start(BiConsumer<Scope, String> whenChanged, AnswerService answers, SharedLevel sharedAnswers) {
        this.generation = whenChanged;
        this.forgetServer = server -> {
            answers.forgetServer(server);
            sharedAnswers.dropNamed(names.ofServer(server));
        };
        changed(Scope.INSTALLATION);
        shelve.execute(() -> Upkeep.cleaned(documents::followAll));
        upkeep.start(
                List.of(() -> documents.follow(Scope.INSTALLATION), () -> deletions.ifPresent(Deletions::follow)),
                this::clean);
    }

    /** Deletes what is due. */
    void clean() {
        life.clean();
        deletions.ifPresent(Deletions::expire);
        names.expire(clock.instant().minus(shared));
    }

    ServerKnowledge knowledge() {
        return scopes;
    }

    ServerWatch watch() {
        return life;
    }

    Documents documents() {
        return documents;
    }

    /** The commands of this feature. */
    List<Command> commands(RecentAnswers recent, KnowledgeCommand.Trial trial, Memories memories) {
        Deletions made = new Deletions(deleted, keepings, memories, data, Ticker.systemTicker(), clock);
        Upkeep.followed(made::follow);
        deletions = Optional.of(made);
        return List.of(
                new KnowledgeCommand(documents, trial, keepings::of),
                new CorrectionsCommand(corrections, recent, InputMask::mask),
                new InsightsCommand(insights, popular, corrections, InputMask::mask),
                new SettingsCommand(rules),
                new PrivacyCommand(data, memories, made, retention));
    }

    /** The command, keeping to the rules of the server where it is used. */
    HousedCommand housed(Command command) {
        HousedCommand made = new HousedCommand(command, rules, InputMask::mask, keepings::of, Ticker.systemTicker());
        housed.add(made);
        return made;
    }

    /** What may be kept for a question that a member asks now. */
    Keeping keeping(String memberId) {
        return keepings.of(memberId);
    }

    /** What all parts remember of members. */
    Memories memories(AskCommand ask, AnswerService answers, List<HousedCommand> housed, SharedLevel sharedAnswers) {
        return new MemberMemories(ask, answers, housed, sharedAnswers, names, naming::settle, background::settle);
    }

    /** Waits until what is on its way to the record is there, some seconds at most. */
    void settle() {
        background.settle();
    }

    /** Does what concerns a member and is no answer to them, unless they wish to be left out; returns at once. */
    void note(Caller caller, Runnable work) {
        insights.note(caller.memberId(), work);
    }

    void given(Caller caller, Answer answer) {
        caller.serverId().ifPresent(server -> answer.profile()
                .ifPresent(question -> insights.given(caller.memberId(), server, question, answer.status())));
    }

    void rated(Caller caller, QuestionProfile question, Feedback.Rating rating) {
        caller.serverId()
                .ifPresent(server ->
                        insights.rated(caller.memberId(), server, question, rating == Feedback.Rating.HELPFUL));
    }

    void takenBack(Caller caller, QuestionProfile question) {
        caller.serverId().ifPresent(server -> insights.takenBack(caller.memberId(), server, question));
    }

    @Override
    public void close() {
        upkeep.close();
        background.close();
        naming.close();
        shelve.close();
        ahead.close();
        reader.close();
    }

    private void changed(Scope scope) {
        housed.forEach(command -> command.knowledgeChanged(scope));
        scope.serverId()
                .ifPresentOrElse(
                        scopes::changed, () -> generation.accept(scope, String.join(" ", documents.names(scope))));
    }

    private void changed(String serverId) {
        changed(new Scope(Optional.of(serverId)));
    }

    /** What would be retrieved and answered, as blocks. */
    static List<Block> tried(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .<Block>map(line -> new Block.Line(false, java.util.Optional.empty(), line))
                .toList();
    }
}
