package dev.rolewise.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads quizzes with their questions and options. */
final class QuizReader {
    /** The longest texts, in characters. Discord cuts the label of a button at 80 and what describes a choice at 100. */
    private static final int TITLE = 60;

    private static final int DESCRIPTION = 100;
    private static final int NOTE = 300;
    private static final int DIMENSION = 24;
    private static final int QUESTION = 200;
    private static final int OPTION = 80;

    private static final int MAX_WEIGHT = 3;

    /** Discord's limit for the choices of an option. */
    private static final int MAX_QUIZZES = 25;

    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private final LeanReader leans;
    private final OutcomeReader outcomes;
    private final StatementIndex index;
    private final Faults faults;

    QuizReader(List<Role> roles, List<Disagreement> disagreements, StatementIndex index, Faults faults) {
        Set<String> ids = roles.stream().map(Role::id).collect(Collectors.toCollection(LinkedHashSet::new));
        this.leans = new LeanReader(ids, faults);
        this.outcomes = new OutcomeReader(
                ids, disagreements.stream().map(Disagreement::id).collect(Collectors.toSet()), index, faults);
        this.index = index;
        this.faults = faults;
    }

    List<Quiz> quizzes(YamlMap file) {
        UniqueIds ids = new UniqueIds("quiz", faults);
        List<YamlMap> entries = file.maps("quizzes", "id", "title", "description", "note", "questions", "outcomes");
        if (entries.size() > MAX_QUIZZES) {
            faults.add(
                    file.file(),
                    entries.get(MAX_QUIZZES).line(),
                    "there are " + entries.size() + " quizzes",
                    "keep the best " + MAX_QUIZZES);
        }
        return entries.stream().map(e -> quiz(e, ids)).toList();
    }

    private Quiz quiz(YamlMap entry, UniqueIds ids) {
        Quiz unversioned = new Quiz(
                id(entry, ids),
                "",
                entry.text("title", "the title", TITLE),
                entry.text("description", "the description", DESCRIPTION),
                entry.text("note", "the note", NOTE),
                questions(entry),
                outcomes.outcomes(entry));
        return QuizVersion.give(unversioned);
    }

    private String id(YamlMap entry, UniqueIds ids) {
        String id = SubjectReader.id(entry, ids);
        if (!id.isEmpty() && !WORD.matcher(id).matches()) {
            faults.add(
                    entry.file(),
                    entry.line("id"),
                    "the quiz id \"" + id + "\" is not one lower-case word",
                    "write a word that people can type, such as \"path\"");
        }
        return id;
    }

    private List<Quiz.Question> questions(YamlMap quiz) {
        UniqueIds ids = new UniqueIds("question", faults);
        List<YamlMap> questions = quiz.maps("questions", "id", "dimension", "text", "weight", "options");
        count(quiz, "questions", questions, Quiz.MAX_QUESTIONS);
        return questions.stream().map(e -> question(e, ids)).toList();
    }

    private Quiz.Question question(YamlMap entry, UniqueIds ids) {
        List<YamlMap> options = entry.maps("options", "text", "lean", "reasons");
        count(entry, "options", options, Quiz.MAX_OPTIONS);
        return new Quiz.Question(
                SubjectReader.id(entry, ids),
                entry.text("dimension", "the dimension", DIMENSION),
                entry.text("text", "the question", QUESTION),
                entry.number("weight", 1, MAX_WEIGHT),
                options.stream().map(this::option).toList());
    }

    private Quiz.Option option(YamlMap entry) {
        Map<String, Integer> lean = leans.lean(entry);
        List<YamlMap.Text> reasons = entry.texts("reasons");
        if (reasons.isEmpty() && !LeanReader.even(lean)) {
            faults.add(
                    entry.file(),
                    entry.line("reasons"),
                    "the option leans without a reason",
                    "name under \"reasons\" the statements on which it rests, or write \"lean: even\"");
        }
        return new Quiz.Option(entry.text("text", "the option", OPTION), lean, index.keys(entry.file(), reasons));
    }

    private void count(YamlMap entry, String key, List<YamlMap> found, int most) {
        if (entry.has(key) && (found.size() == 1 || found.size() > most)) {
            faults.add(
                    entry.file(),
                    entry.line(key),
                    "\"" + key + "\" has " + found.size() + (found.size() == 1 ? " entry" : " entries"),
                    "write 2 to " + most);
        }
    }
}
