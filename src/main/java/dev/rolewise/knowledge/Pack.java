package dev.rolewise.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A knowledge pack: everything that the bot knows about its subject. Immutable and checked: every reference resolves.
 *
 * @param id folder name, in kebab-case
 * @param title as shown
 * @param about completes "I answer questions about …"
 * @param tries questions that refusals and the help suggest
 * @param greeting the reply to small talk
 * @param roles in the order in which they are shown, at least one
 * @param aspects in the order of the file
 * @param synonyms groups of words that mean the same when searching, in lower case
 * @param sources in the order of their file names, at least one
 * @param disagreements on which the sources differ
 * @param premises wrong claims with their corrections
 * @param gaps what the sources leave out
 * @param situations what projects need which role; none, or one for each role and one that calls for none
 * @param intents with their examples, at least one
 * @param coverage labelled questions for calibration
 * @param questions common questions, each answerable, for completion while typing
 * @param asked by key of a statement, questions that it answers, in the words in which people ask; for finding, never shown
 * @param comparison the roles side by side
 * @param quizzes in the order of the file; may be empty
 */
public record Pack(
        String id,
        String title,
        String about,
        List<String> tries,
        String greeting,
        List<Role> roles,
        List<Aspect> aspects,
        List<List<String>> synonyms,
        List<Source> sources,
        List<Disagreement> disagreements,
        List<Premise> premises,
        List<Gap> gaps,
        List<Situation> situations,
        List<Intent> intents,
        CoverageExamples coverage,
        List<String> questions,
        Map<String, List<String>> asked,
        Comparison comparison,
        List<Quiz> quizzes) {
    public Pack {
        tries = List.copyOf(tries);
        roles = List.copyOf(roles);
        aspects = List.copyOf(aspects);
        synonyms = synonyms.stream().map(List::copyOf).toList();
        sources = List.copyOf(sources);
        disagreements = List.copyOf(disagreements);
        premises = List.copyOf(premises);
        gaps = List.copyOf(gaps);
        situations = List.copyOf(situations);
        intents = List.copyOf(intents);
        questions = List.copyOf(questions);
        asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
        quizzes = List.copyOf(quizzes);
    }

    /** The role with that id, if there is one. */
    public Optional<Role> role(String roleId) {
        return roles.stream().filter(r -> r.id().equals(roleId)).findFirst();
    }

    /** The intent with that id, if there is one. */
    public Optional<Intent> intent(String intentId) {
        return intents.stream().filter(i -> i.id().equals(intentId)).findFirst();
    }

    /** The source with that id, if there is one. */
    public Optional<Source> source(String sourceId) {
        return sources.stream().filter(s -> s.id().equals(sourceId)).findFirst();
    }

    /** The quiz with that id, if there is one. */
    public Optional<Quiz> quiz(String quizId) {
        return quizzes.stream().filter(q -> q.id().equals(quizId)).findFirst();
    }

    /** The questions that a statement is known to answer; may be empty. */
    public List<String> askedOf(Statement statement) {
        return asked.getOrDefault(statement.key(), List.of());
    }

    /** All passages of all sources, in order. */
    public List<Passage> passages() {
        return sources.stream().flatMap(s -> s.passages().stream()).toList();
    }
}
