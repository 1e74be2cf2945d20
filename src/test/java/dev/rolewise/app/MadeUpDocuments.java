package dev.rolewise.app;

import dev.rolewise.knowledge.DocumentSource;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Documents of some hundred words each, put together of words of the pack and of questions and of made-up ones, on as many
 * topics; and an embedder for them, which gives each sentence a vector somewhere between one of the pack's passages and
 * chance. The same every time.
 */
final class MadeUpDocuments implements Embedder {
    private static final int SECTIONS = 4;
    private static final int SENTENCES = 6;
    private static final int SENTENCE_WORDS = 14;
    private static final int TOPIC_WORDS = 60;
    private static final double OF_THE_PACK = 0.6;
    private static final String LITTLE = "the a of and to in is for with on that it as are by at from or an be";

    private final List<String> words;
    private final List<Embedding> near;
    private int statements;

    MadeUpDocuments(Pack pack, Embedder embedder, List<String> questions) {
        this.words = Stream.concat(pack.passages().stream().map(Passage::text), questions.stream())
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
                .filter(word -> word.length() > 3)
                .distinct()
                .toList();
        this.near = List.copyOf(
                embedder.statements(pack.passages().stream().map(Passage::text).toList())
                        .values());
    }

    /** How many statements have been made so far. */
    int statements() {
        return statements;
    }

    Source document(int number) {
        Random random = new Random(number);
        List<String> topic = new ArrayList<>(List.of(LITTLE.split(" ")));
        for (int i = 0; i < TOPIC_WORDS; i++) {
            topic.add(
                    random.nextInt(4) == 0
                            ? "w" + Integer.toString(random.nextInt(100_000), Character.MAX_RADIX)
                            : words.get(random.nextInt(words.size())));
        }
        List<ReadText.Section> sections = new ArrayList<>();
        for (int s = 0; s < SECTIONS; s++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < SENTENCES; i++) {
                text.append(sentence(topic, random)).append(' ');
            }
            sections.add(new ReadText.Section(s + 1, List.of(sentence(topic, random, 3)), text.toString()));
        }
        ReadText read = new ReadText("text", "", SECTIONS, sections, Map.of(), List.of());
        Source source =
                DocumentSource.of(read, "document" + number, "Guide " + number, "", "2026-01-01", text -> Set.of());
        statements += source.passages().stream()
                .mapToInt(passage -> passage.statements().size())
                .sum();
        return source;
    }

    @Override
    public Embedding statement(String text) {
        Random random = new Random(text.hashCode());
        Embedding passage = near.get(random.nextInt(near.size()));
        float[] values = new float[passage.dimensions()];
        double noise = Math.sqrt((1 - OF_THE_PACK * OF_THE_PACK) / values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (OF_THE_PACK * passage.at(i) + noise * random.nextGaussian());
        }
        return Embedding.of(values);
    }

    @Override
    public Embedding question(String text) {
        return statement(text);
    }

    @Override
    public Map<String, Embedding> questions(Collection<String> texts) {
        Map<String, Embedding> vectors = new LinkedHashMap<>();
        texts.forEach(text -> vectors.put(text, statement(text)));
        return vectors;
    }

    @Override
    public Map<String, Embedding> statements(Collection<String> texts) {
        return questions(texts);
    }

    private static String sentence(List<String> topic, Random random) {
        return sentence(topic, random, SENTENCE_WORDS / 2 + random.nextInt(SENTENCE_WORDS)) + ".";
    }

    private static String sentence(List<String> topic, Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : " ").append(topic.get(random.nextInt(topic.size())));
        }
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
