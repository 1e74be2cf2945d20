package dev.rolewise.answer;

import dev.rolewise.command.Action;
import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes replies of answers and of their evidence. */
final class AnswerReply {
    private static final int MAX_LABEL = 80;

    /** Keys of 7 characters and their separators that fit into an action's payload. */
    private static final int MAX_KEYS = 10;

    private AnswerReply() {}

    /** The answer with its sources, receipt and buttons; {@code id} is what the buttons know it by. */
    static Reply of(Answer answer, String id) {
        List<Block> blocks = new ArrayList<>();
        answer.lines().forEach(line -> blocks.add(new Block.Line(line.bullet(), line.label(), line.text())));
        if (!answer.citations().isEmpty()) {
            blocks.add(new Block.Small(String.join("   ", AnswerText.sources(answer.citations()))));
        }
        if (answer.status() == Answer.Status.BUSY) {
            return new Reply(blocks);
        }
        blocks.add(new Block.Small(AnswerText.receipt(answer.receipt())));
        blocks.add(new Block.Actions(actions(answer, id)));
        if (!answer.followUps().isEmpty()) {
            blocks.add(new Block.Actions(answer.followUps().stream()
                    .filter(question -> question.length() <= MAX_LABEL)
                    .map(question -> Action.labelled(AskCommand.action("next", AskCommand.key(question)), question))
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

    private static List<Action> actions(Answer answer, String id) {
        List<Action> actions = new ArrayList<>();
        actions.add(Action.labelled(AskCommand.action("more", id), "Ask a follow-up"));
        if (!answer.citations().isEmpty()) {
            String keys = answer.citations().stream()
                    .map(Citation::statementKey)
                    .limit(MAX_KEYS)
                    .collect(Collectors.joining("."));
            actions.add(Action.labelled(AskCommand.action("evidence", keys), "Show evidence"));
        }
        actions.add(Action.symbol(AskCommand.action("up", id), "Helpful", "👍"));
        actions.add(Action.symbol(AskCommand.action("down", id), "Not helpful", "👎"));
        return actions;
    }
}
