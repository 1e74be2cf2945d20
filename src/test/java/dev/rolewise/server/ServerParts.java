package dev.rolewise.server;

import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.knowledge.reading.DocumentReader;
import dev.rolewise.knowledge.reading.ReadText.Section;
import dev.rolewise.knowledge.reading.ReadingLimits;
import dev.rolewise.question.Question;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Usd;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.server.ServerDocument.State;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseCorrections;
import dev.rolewise.store.DatabaseDeletionLog;
import dev.rolewise.store.DatabaseDocuments;
import dev.rolewise.store.DatabaseGapLog;
import dev.rolewise.store.DatabasePersonalData;
import dev.rolewise.store.DatabaseServerSettings;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.SetClock;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/** What servers have of their own, put together over a file; documents come without being read. */
final class ServerParts implements AutoCloseable {
    final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    final FakeTicker ticker = new FakeTicker();
    final Queue<Runnable> ahead = new ArrayDeque<>();
    final List<String> changed = new ArrayList<>();
    final DatabaseDocuments documentStore;
    final DatabaseGapLog gaps;
    final DatabasePersonalData data;
    final Documents documents;
    final Corrections corrections;
    final ServerRules rules;
    private final Database database;
    private final DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT);
    private final DocumentShelves shelves;
    private final AtomicInteger id = new AtomicInteger();

    /** What deletes members who are remembered so. */
    Deletions deletions(Memories memories) {
        DeletionLog log = new DatabaseDeletionLog(database, clock);
        return new Deletions(log, new Keepings(log::code, ticker), memories, data, ticker, clock);
    }

    ServerParts(Path folder) {
        database = Database.open(folder);
        documentStore = new DatabaseDocuments(database);
        gaps = new DatabaseGapLog(database);
        data = new DatabasePersonalData(database, clock);
        shelves = new DocumentShelves(folder.resolve("index"), new PackAnalyzer(Packs.gardeners()), new HashedWords());
        documents = new Documents(
                reader,
                documentStore,
                shelves,
                scope -> scope.serverId().ifPresent(changed::add),
                Runnable::run,
                this::nextId,
                clock);
        corrections = new Corrections(
                new DatabaseCorrections(database),
                new ReuseGuard(0),
                question -> CorrectionsTest.ANALYZER.analyze(Question.of(question)),
                changed::add,
                this::nextId,
                ahead::add,
                ticker,
                clock);
        rules = new ServerRules(
                new DatabaseServerSettings(database), new Ceilings(100, 2000, Usd.parse("1"), 50), ticker);
        rules.whenChanged(changed::add);
    }

    String nextId() {
        return "i" + id.incrementAndGet();
    }

    /** A document that counts, and is found. */
    void addDocument(String server) {
        ServerDocument document = new ServerDocument(
                nextId(),
                new Scope(Optional.of(server)),
                "Meetings",
                "text",
                0,
                1,
                "hash",
                "m1",
                clock.instant(),
                State.LIVE,
                clock.instant(),
                Optional.empty());
        documentStore.add(new ServerDocument.Text(
                document, List.of(new Section(0, List.of("Meetings"), "Meetings take place on Monday."))));
        documents.sync(document.scope());
    }

    @Override
    public void close() {
        shelves.close();
        reader.close();
        database.close();
    }
}
