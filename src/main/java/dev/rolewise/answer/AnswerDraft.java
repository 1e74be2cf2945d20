package dev.rolewise.answer;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.ServerKnowledge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer while it is being written: lines of frame sentences and statements. Numbers the citations: statements under one
 * heading of one source share a marker, whatever role they are about. Not thread-safe.
 */
final class AnswerDraft {
    private static final Pattern FOREIGN_MARKER = Pattern.compile("\\[(\\d{1,3})]");

    private final List<AnswerLine> lines = new ArrayList<>();
    private final Map<String, Integer> markers = new LinkedHashMap<>();
    private final Map<String, Citation> citations = new LinkedHashMap<>();

    /** A sentence that states no fact. */
    AnswerDraft frame(String sentence) {
        lines.add(AnswerLine.of(sentence));
        return this;
    }

    /** A frame sentence, and statements after it on the same line. */
    AnswerDraft frame(String sentence, List<StatementTable.Row> rows) {
        lines.add(AnswerLine.of(rows.isEmpty() ? sentence : sentence + " " + cited(rows)));
        return this;
    }

    AnswerDraft line(Optional<String> label, List<StatementTable.Row> rows) {
        if (!rows.isEmpty()) {
            lines.add(new AnswerLine(false, label, cited(rows)));
        }
        return this;
    }

    /** One item of a list. */
    AnswerDraft item(List<StatementTable.Row> rows) {
        lines.add(AnswerLine.item(cited(rows)));
        return this;
    }

    AnswerDraft bullets(List<StatementTable.Row> rows) {
        rows.forEach(row -> lines.add(AnswerLine.item(cited(List.of(row)))));
        return this;
    }

    /** What documents say, in one line; entries of lists and tables each in their own. Nothing is said twice. */
    AnswerDraft own(DocumentAnswerer.Said said) {
        List<FoundStatement> fresh = said.statements().stream()
                .filter(statement -> !citations.containsKey(statement.key()))
                .toList();
        if (fresh.isEmpty()) {
            return this;
        }
        boolean ofServer = fresh.stream().allMatch(s -> s.scope().serverId().isPresent());
        Optional<String> label = Optional.of(Phrases.own(ofServer, said.sure()));
        boolean prose = fresh.size() == 1 || fresh.stream().allMatch(s -> isSentence(s.text()));
        if (prose) {
            lines.add(
                    new AnswerLine(false, label, fresh.stream().map(this::cited).collect(Collectors.joining(" "))));
        } else {
            frame(label.get() + ":");
            fresh.forEach(this::quoted);
        }
        return this;
    }

    /** What those who manage the server wrote, as they wrote it. */
    AnswerDraft corrected(ServerKnowledge.Correction correction) {
        correction.text().lines().filter(line -> !line.isBlank()).forEach(line -> frame(unmarked(line.strip())));
        List<String> place = List.of("server", "answer " + correction.id());
        int marker = marker(AnswerReply.SERVER_ANSWER, place);
        AnswerLine last = lines.remove(lines.size() - 1);
        citations.putIfAbsent(
                correction.id(),
                new Citation(
                        marker,
                        AnswerReply.SERVER_ANSWER,
                        Phrases.ownAnswer(correction.date()),
                        place,
                        correction.text(),
                        correction.id(),
                        false));
        return frame(last.text() + " [" + marker + "]");
    }

    /** The same for a question that may ask something else, below what it was written to. */
    AnswerDraft nearlyCorrected(ServerKnowledge.Correction correction) {
        return frame(Phrases.asked(correction.question())).corrected(correction);
    }

    /** One item that quotes a document. */
    AnswerDraft quoted(FoundStatement statement) {
        lines.add(AnswerLine.item(cited(statement)));
        return this;
    }

    private static boolean isSentence(String text) {
        return ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private String cited(FoundStatement statement) {
        int marker = marker(statement.sourceId(), statement.heading());
        citations.putIfAbsent(
                statement.key(),
                new Citation(
                        marker,
                        statement.sourceId(),
                        Phrases.guide(
                                statement.title(), statement.scope().serverId().isPresent()),
                        statement.heading(),
                        statement.text(),
                        statement.key(),
                        false));
        return marked(unmarked(statement.text()), marker);
    }

    /** Without what looks like a marker of ours: only this bot says which source a sentence has. */
    private static String unmarked(String text) {
        return FOREIGN_MARKER.matcher(text).replaceAll("($1)");
    }

    /** A sentence in a model's words, with markers for the statements that carry it. */
    AnswerDraft claim(String sentence, List<StatementTable.Row> support, boolean bullet) {
        String text = sentence.strip();
        boolean stopped = text.endsWith(".") || text.endsWith("!") || text.endsWith("?");
        String bare = stopped ? text.substring(0, text.length() - 1) : text;
        String stop = stopped ? text.substring(text.length() - 1) : ".";
        String markers = support.stream()
                .map(this::cite)
                .distinct()
                .map(marker -> " [" + marker + "]")
                .collect(Collectors.joining());
        lines.add(new AnswerLine(bullet, Optional.empty(), bare + markers + stop));
        return this;
    }

    boolean holds(StatementTable.Row row) {
        return citations.containsKey(row.statement().key());
    }

    /** Characters so far. */
    int length() {
        return lines.stream().mapToInt(l -> l.plain().length() + 1).sum();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    List<AnswerLine> lines() {
        return List.copyOf(lines);
    }

    List<Citation> citations() {
        return citations.values().stream()
                .sorted(java.util.Comparator.comparingInt(Citation::marker))
                .toList();
    }

    private String cited(List<StatementTable.Row> rows) {
        return rows.stream().map(this::cited).collect(Collectors.joining(" "));
    }

    /** The statement with its marker in front of the full stop. */
    private String cited(StatementTable.Row row) {
        return marked(row.statement().text(), cite(row));
    }

    private static String marked(String text, int marker) {
        int end = text.length() - 1;
        return !isSentence(text)
                ? text + " [" + marker + "]"
                : text.substring(0, end) + " [" + marker + "]" + text.charAt(end);
    }

    /** Statements below one heading of one source share a marker. */
    private int marker(String sourceId, List<String> heading) {
        String place = sourceId + "\n" + String.join("\n", heading.subList(1, heading.size()));
        return markers.computeIfAbsent(place, p -> markers.size() + 1);
    }

    /** Notes the citation and returns its marker. */
    private int cite(StatementTable.Row row) {
        Passage passage = row.passage();
        int marker = marker(passage.sourceId(), passage.heading());
        citations.putIfAbsent(
                row.statement().key(),
                new Citation(
                        marker,
                        passage.sourceId(),
                        row.source().title(),
                        passage.heading(),
                        row.statement().text(),
                        row.statement().key(),
                        row.source().note()));
        return marker;
    }
}
