package dev.rolewise.store;

import dev.rolewise.knowledge.reading.DocumentReader;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.knowledge.reading.ReadingLimits;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.Scope;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.server.AskedLog.Asked;
import dev.rolewise.server.Correction;
import dev.rolewise.server.Documents;
import dev.rolewise.server.GapLog;
import dev.rolewise.server.ServerDocument;
import dev.rolewise.server.ServerDocument.State;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A document, a correction, a setting, a gap and a question of one server, and a document of the operator: written, and looked for. */
final class OwnKnowledge {
    static final String SENTENCE = "The greenhouse opens at nine, “sharp” \\ ä 😀.";

    private OwnKnowledge() {}

    static void fill(DatabaseSettings place, Clock clock) {
        Instant now = clock.instant();
        try (Database database = Database.open(place)) {
            DatabaseDocuments documents = new DatabaseDocuments(database);
            documents.add(document("d1", Scope.INSTALLATION, State.LIVE, SENTENCE, now));
            documents.add(document("d2", new Scope(Optional.of("1")), State.LIVE, "Bring a spade.", now));
            documents.add(document("d3", Scope.INSTALLATION, State.REMOVED, "The greenhouse opens at ten.", now));
            new DatabaseCorrections(database)
                    .put(new Correction("c1", "1", "Which spade?", "The red\none.", true, "", false, "m1", now));
            new DatabaseServerSettings(database).set("1", "replies", "private");
            DatabaseGapLog gaps = new DatabaseGapLog(database);
            gaps.add(
                    new GapLog.Gap(
                            "g1",
                            "1",
                            "Which rake?",
                            "tools",
                            new HashedWords().question("Which rake?"),
                            "unhelpful",
                            now),
                    "m1");
            gaps.count("1", "tools", Optional.of(true), now);
            DatabaseAskedLog asked = new DatabaseAskedLog(database);
            String question = "Which rake,\n“the” \\ red 😀?";
            asked.add(new Asked("1", question, "ts|POSITIVE||", new HashedWords().question(question), now), "m1");
            asked.add(new Asked("1", "Which hoe?", "", new HashedWords().question("Which hoe?"), now), "m2");
            asked.rate("1", "m1", question, Optional.of(true));
        }
    }

    /** All of it. */
    static List<Object> all(DatabaseSettings place) {
        try (Database database = Database.open(place)) {
            DatabaseDocuments documents = new DatabaseDocuments(database);
            DatabaseGapLog gaps = new DatabaseGapLog(database);
            return List.of(
                    documents.text("d1").orElseThrow(),
                    documents.text("d2").orElseThrow(),
                    documents.text("d3").orElseThrow(),
                    new DatabaseCorrections(database).of("1"),
                    new DatabaseServerSettings(database).of("1"),
                    gaps.of("1", Instant.EPOCH, 9),
                    gaps.topics("1", Instant.EPOCH),
                    new DatabaseAskedLog(database).of("1", Instant.EPOCH));
        }
    }

    /** What is found about the greenhouse for the installation, once the index is brought to the record. */
    static List<String> found(DatabaseSettings place) {
        HashedWords embedder = new HashedWords();
        try (Database database = Database.open(place);
                DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT);
                DocumentShelves shelves = new DocumentShelves(
                        place.dataDir().resolve(DocumentShelves.FOLDER),
                        new PackAnalyzer(Packs.gardeners()),
                        embedder)) {
            new Documents(
                            reader,
                            new DatabaseDocuments(database),
                            shelves,
                            scope -> {},
                            Runnable::run,
                            () -> "new",
                            Clock.systemUTC())
                    .followAll();
            return shelves
                    .search(
                            Profiles.of("When does the greenhouse open?", List.of(), Set.of(), embedder),
                            Scope.INSTALLATION,
                            10)
                    .stream()
                    .map(FoundStatement::text)
                    .toList();
        }
    }

    private static ServerDocument.Text document(String id, Scope scope, State state, String text, Instant at) {
        return new ServerDocument.Text(
                new ServerDocument(
                        id, scope, "Title " + id, "PDF", 2, 1, "hash " + id, "local", at, state, at, Optional.empty()),
                List.of(new ReadText.Section(2, List.of("Outer", "Inner"), text)));
    }
}
