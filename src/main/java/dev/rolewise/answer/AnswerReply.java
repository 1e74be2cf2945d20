package dev.rolewise.answer;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes replies of answers and of their evidence. */
final class AnswerReply {
    /** What stands below an answer while a model is asked for a better one. */
    static final String WORKING = "⏳ That's from my notes. A model is working on a fuller answer…";

    /** The same where somebody wants the strong model. */
    static final String HARDER = "⏳ That's from my notes. The strong model is thinking about it…";

    /** Name of the command that takes corrections. */
    private static final String CORRECTIONS = "corrections";

    /** The source of what those who manage a server wrote themselves: it rests on nothing that could be shown. */
    static final String SERVER_ANSWER = "server-answer";

    private static final int MAX_LABEL = 80;

    /** Keys of 7 characters and their separators that fit into an action's payload. */
    private static final int MAX_KEYS = 10;

    private AnswerReply() {}

    /** An answer that is shown while a better one is being made; nothing can be done with it yet. */
    static Reply soFar(Answer answer, String working) {
        List<Block> blocks = said(answer);
        blocks.add(new Block.Small(working));
        return new Reply(blocks);
    }

    private static List<Block> said(Answer answer) {
        List<Block> blocks = new ArrayList<>();
        answer.lines().forEach(line -> blocks.add(new Block.Line(line.bullet(), line.label(), line.text())));
        if (!answer.citations().isEmpty()) {
            blocks.add(new Block.Small(String.join("   ", AnswerText.sources(answer.citations()))));
        }
        return blocks;
    }

    /**
     * The answer with its sources, receipt and buttons.
     *
     * @param toldId by which this very answer is known
     * @param ratedId the same in the buttons by which it is rated
     * @param harder whether the strong tier may be asked for a better one
     */
    static Reply of(Answer answer, String toldId, String ratedId, boolean harder) {
        List<Block> blocks = said(answer);
        if (answer.status() == Answer.Status.BUSY) {
            return new Reply(blocks);
        }
        blocks.add(new Block.Small(AnswerText.receipt(answer.receipt())));
        blocks.add(new Block.Actions(actions(answer, toldId, ratedId, harder)));
        if (!answer.followUps().isEmpty()) {
            blocks.add(new Block.Actions(answer.followUps().stream()
                    .filter(question -> question.length() <= MAX_LABEL)
                    .map(question -> Action.labelled(AskCommand.action("next", AnswerIds.key(question)), question))
                    .toList()));
        }
        return new Reply(blocks);
    }

    /** The quotes that carry an answer. */
    static Reply evidence(List<Citation> citations) {
        if (citations.isEmpty()) {
            return Reply.line("The notes behind this answer have changed since. Please ask again.");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("What this answer rests on"));
        citations.forEach(c -> blocks.add(new Block.Quote(c.quote(), AnswerText.origin(c))));
        return new Reply(blocks);
    }

    /**
     * What made an answer, in words.
     *
     * @param correctable id of the answer, where the caller may write a better one for their server
     */
    static Reply details(Receipt receipt, Optional<String> correctable) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("How this answer was made"));
        AnswerText.details(receipt)
                .forEach((name, value) -> blocks.add(new Block.Line(true, Optional.of(name), value)));
        correctable.ifPresent(id -> blocks.add(new Block.Actions(
                List.of(Action.labelled(new ActionId(CORRECTIONS, "new", id), "Correct this answer")))));
        return new Reply(blocks);
    }

    private static List<Action> actions(Answer answer, String toldId, String ratedId, boolean harder) {
        List<Action> actions = new ArrayList<>();
        actions.add(Action.labelled(AskCommand.action("more", toldId), "Ask a follow-up"));
        String keys = answer.citations().stream()
                .filter(citation -> !citation.sourceId().equals(SERVER_ANSWER))
                .map(Citation::statementKey)
                .limit(MAX_KEYS)
                .collect(Collectors.joining("."));
        if (!keys.isEmpty()) {
            actions.add(Action.labelled(AskCommand.action("evidence", keys), "Show evidence"));
        }
        actions.add(Action.symbol(AskCommand.action("up", ratedId), "Helpful", "👍"));
        actions.add(Action.symbol(AskCommand.action("down", ratedId), "Not helpful", "👎"));
        actions.add(Action.labelled(AskCommand.action("details", toldId), "Details"));
        if (answer.receipt().cached().isPresent()) {
            actions.add(Action.labelled(AskCommand.action("fresh", toldId), "Fresh answer"));
        }
        if (harder) {
            actions.add(Action.labelled(AskCommand.action("harder", toldId), "Think harder"));
        }
        return actions;
    }
}
