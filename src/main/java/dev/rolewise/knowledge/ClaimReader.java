package dev.rolewise.knowledge;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what refers to statements: disagreements, wrong premises, gaps, and the questions that statements answer. */
final class ClaimReader {
    private static final int MOST_NEAREST = 3;

    private final StatementIndex index;
    private final Faults faults;

    ClaimReader(StatementIndex index, Faults faults) {
        this.index = index;
        this.faults = faults;
    }

    List<Disagreement> disagreements(YamlMap file, List<Role> roles) {
        UniqueIds ids = new UniqueIds("disagreement", faults);
        Set<String> roleIds = roles.stream().map(Role::id).collect(Collectors.toSet());
        return file.maps("disagreements", "id", "topic", "decides", "roles", "examples", "sides").stream()
                .map(e -> new Disagreement(
                        SubjectReader.id(e, ids),
                        e.text("topic"),
                        e.text("decides"),
                        References.known(e, "roles", "role", roleIds, faults),
                        SubjectReader.values(e.someTexts("examples")),
                        sides(e)))
                .toList();
    }

    List<Premise> premises(YamlMap file) {
        UniqueIds ids = new UniqueIds("premise", faults);
        return file.maps("premises", "id", "claim", "reply", "examples", "not", "statements").stream()
                .map(e -> new Premise(
                        SubjectReader.id(e, ids),
                        e.text("claim"),
                        reply(e),
                        SubjectReader.values(e.someTexts("examples")),
                        SubjectReader.values(e.texts("not")),
                        index.keys(e.file(), e.someTexts("statements"))))
                .toList();
    }

    List<Gap> gaps(YamlMap file) {
        UniqueIds ids = new UniqueIds("gap", faults);
        return file.maps("gaps", "id", "topic", "says", "words", "examples", "nearest", "elsewhere").stream()
                .map(e -> new Gap(
                        SubjectReader.id(e, ids),
                        e.text("topic"),
                        e.text("says"),
                        SubjectReader.lowerCase(e.texts("words")),
                        SubjectReader.values(e.someTexts("examples")),
                        nearest(e),
                        e.optionalText("elsewhere")))
                .toList();
    }

    /** An entry may name several statements, each of which belongs to the answer. */
    Map<String, List<String>> asked(YamlMap file) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        Set<String> alone = new HashSet<>();
        for (YamlMap e : file.maps("asked", "statement", "statements", "questions")) {
            boolean several = e.has("statements");
            List<YamlMap.Text> statements = several
                    ? e.someTexts("statements")
                    : List.of(new YamlMap.Text(e.text("statement"), e.line("statement")));
            List<String> questions = SubjectReader.values(e.someTexts("questions"));
            for (String key : index.keys(e.file(), statements)) {
                if (!several && !alone.add(key)) {
                    faults.add(
                            e.file(),
                            e.line("statement"),
                            "the statement \"" + statements.get(0).value() + "\" stands here twice",
                            "put its questions into one list");
                }
                asked.merge(key, questions, ClaimReader::joined);
            }
        }
        return asked;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private List<List<String>> sides(YamlMap entry) {
        List<List<YamlMap.Text>> sides = entry.lists("sides");
        if (sides.size() < 2) {
            faults.add(
                    entry.file(),
                    entry.line("sides"),
                    "a disagreement has fewer than two sides",
                    "list the statement ids of each side: - [one-side]");
        }
        if (sides.stream().anyMatch(List::isEmpty)) {
            faults.add(entry.file(), entry.line("sides"), "a side is empty", "list its statement ids or delete it");
        }
        return sides.stream().map(side -> index.keys(entry.file(), side)).toList();
    }

    private String reply(YamlMap entry) {
        String reply = entry.text("reply");
        if (!reply.isEmpty() && !Premise.REPLIES.contains(reply)) {
            faults.add(
                    entry.file(),
                    entry.line("reply"),
                    "no answer may open with \"" + reply + "\"",
                    Nearest.advice(reply, Premise.REPLIES.stream().sorted().toList()));
        }
        return reply;
    }

    private List<String> nearest(YamlMap entry) {
        List<YamlMap.Text> nearest = entry.texts("nearest");
        if (nearest.size() > MOST_NEAREST) {
            faults.add(
                    entry.file(),
                    entry.line("nearest"),
                    "\"nearest\" names " + nearest.size() + " statements",
                    "keep the best " + MOST_NEAREST);
        }
        return index.keys(entry.file(), nearest);
    }
}
