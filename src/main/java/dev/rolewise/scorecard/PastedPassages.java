package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Question;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The usual first bot over documents, as a baseline: the three passages nearest by embedding, pasted one after the other as
 * far as an answer may be long, unless the nearest is too far. How far is too far is fitted to the very questions that it is
 * measured on, which flatters it. Thread-safe.
 */
final class PastedPassages implements Function<Question, Answer> {
    static final String NAME = "three nearest passages pasted";

    private static final int PASTED = 3;
    private static final String FORM = "{\"id\": \"…\", \"question\": \"…\"}";

    private final Pack pack;
    private final Embedder embedder;
    private final List<Passage> passages;
    private final List<Embedding> vectors;
    private final double far;

    private PastedPassages(Pack pack, Embedder embedder, List<Embedding> vectors, double far) {
        this.pack = pack;
        this.embedder = embedder;
        this.passages = pack.passages();
        this.vectors = vectors;
        this.far = far;
    }

    /** The baseline over a pack, fitted to the questions of a file as {@code eval answers} takes it. */
    static PastedPassages fitted(Pack pack, Embedder embedder, Path questions) {
        Map<String, Embedding> known =
                embedder.statements(pack.passages().stream().map(Passage::text).toList());
        List<Embedding> vectors = pack.passages().stream()
                .map(p -> Objects.requireNonNull(known.get(p.text()), "every passage has a vector"))
                .toList();
        PastedPassages never = new PastedPassages(pack, embedder, vectors, -1);
        try {
            LabelledRows<Threshold.Example> examples =
                    LabelledRows.of(questions, FORM, row -> example(row, never), message -> {});
            return new PastedPassages(pack, embedder, vectors, Threshold.best(examples.rows()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Threshold.Example example(JsonNode row, PastedPassages baseline)
            throws BrokenLineException {
        double cosine = baseline.nearest(Labels.text(row, "question"))
                .findFirst()
                .map(Near::cosine)
                .orElse(-1.0);
        return new Threshold.Example(cosine, row.path("answerable").asBoolean(true));
    }

    private record Near(Passage passage, double cosine) {}

    @Override
    public Answer apply(Question question) {
        List<Near> nearest = nearest(question.text()).limit(PASTED).toList();
        if (nearest.isEmpty() || nearest.get(0).cosine() < far) {
            return answer(Answer.Status.NOT_COVERED, "Nothing found.", List.of());
        }
        List<Citation> citations = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Near near : nearest) {
            text.append(text.isEmpty() ? "" : "\n").append(near.passage().text());
            citations.add(citation(citations.size() + 1, near.passage()));
        }
        text.setLength(Math.min(text.length(), Answer.MAX_TEXT));
        return answer(Answer.Status.ANSWERED, text.toString(), citations);
    }

    private Stream<Near> nearest(String question) {
        Embedding meaning = embedder.question(question);
        return Stream.iterate(0, i -> i < passages.size(), i -> i + 1)
                .map(i -> new Near(passages.get(i), meaning.cosine(vectors.get(i))))
                .sorted(Comparator.comparingDouble(Near::cosine).reversed());
    }

    private Citation citation(int marker, Passage passage) {
        Statement first = passage.statements().get(0);
        String title = pack.sources().stream()
                .filter(source -> source.id().equals(passage.sourceId()))
                .map(Source::title)
                .findFirst()
                .orElse("");
        return new Citation(marker, passage.sourceId(), title, passage.heading(), first.text(), first.key(), true);
    }

    private static Answer answer(Answer.Status status, String text, List<Citation> citations) {
        return new Answer(
                status,
                List.of(AnswerLine.of(text)),
                citations,
                List.of(),
                Optional.empty(),
                Receipt.local(Spending.NONE));
    }
}
