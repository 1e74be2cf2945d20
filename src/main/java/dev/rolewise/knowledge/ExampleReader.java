package dev.rolewise.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads labelled questions: intents, coverage, and the common questions offered while typing. */
final class ExampleReader {
    /** Discord's limit for a suggestion, in characters. */
    private static final int LONGEST_QUESTION = 100;

    private final Faults faults;

    ExampleReader(Faults faults) {
        this.faults = faults;
    }

    List<Intent> intents(YamlMap file, List<Aspect> aspects) {
        UniqueIds ids = new UniqueIds("intent", faults);
        Set<String> known = aspects.stream().map(Aspect::id).collect(Collectors.toSet());
        return file.maps("intents", "id", "form", "aspects", "examples").stream()
                .map(e -> new Intent(
                        SubjectReader.id(e, ids),
                        form(e),
                        References.known(e, "aspects", "aspect", known, faults),
                        SubjectReader.values(e.someTexts("examples"))))
                .toList();
    }

    CoverageExamples coverage(YamlMap file) {
        return new CoverageExamples(
                SubjectReader.values(file.someTexts("covered")),
                SubjectReader.values(file.someTexts("not-covered")),
                SubjectReader.values(file.someTexts("out-of-scope")));
    }

    /** Questions that fit where they are suggested. */
    List<String> questions(YamlMap file, String key) {
        List<YamlMap.Text> questions = file.someTexts(key);
        questions.stream()
                .filter(q -> q.value().length() > LONGEST_QUESTION)
                .forEach(q -> faults.add(
                        file.file(),
                        q.line(),
                        "the question has " + q.value().length() + " characters",
                        "shorten it to at most " + LONGEST_QUESTION));
        return SubjectReader.values(questions);
    }

    private AnswerForm form(YamlMap entry) {
        String written = entry.text("form");
        Optional<AnswerForm> form = Arrays.stream(AnswerForm.values())
                .filter(f -> name(f).equals(written))
                .findFirst();
        if (form.isEmpty() && !written.isEmpty()) {
            faults.add(
                    entry.file(),
                    entry.line("form"),
                    "unknown form \"" + written + "\"",
                    Nearest.advice(
                            written,
                            Arrays.stream(AnswerForm.values())
                                    .map(ExampleReader::name)
                                    .toList()));
        }
        return form.orElse(AnswerForm.EXPLANATION);
    }

    private static String name(AnswerForm form) {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
