package dev.rolewise.answer;

import dev.rolewise.command.Action;
import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        sources(answer.citations()).ifPresent(text -> blocks.add(new Block.Small(text)));
        if (answer.status() == Answer.Status.BUSY) {
            return new Reply(blocks);
        }
        blocks.add(new Block.Small(receipt(answer.receipt())));
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
        citations.forEach(c -> blocks.add(new Block.Quote(c.quote(), origin(c))));
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
        actions.add(new Action(AskCommand.action("up", id), "Helpful", "👍"));
        actions.add(new Action(AskCommand.action("down", id), "Not helpful", "👎"));
        return actions;
    }

    private static Optional<String> sources(List<Citation> citations) {
        String text = citations.stream()
                .map(c -> "[" + c.marker() + "] " + c.title() + " · "
                        + c.heading().get(c.heading().size() - 1))
                .distinct()
                .collect(Collectors.joining("   "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String origin(Citation citation) {
        return "[" + citation.marker() + "] " + (citation.note() ? "our note on “" : "“") + citation.title() + "” · "
                + String.join(" · ", citation.heading());
    }

    /** One quiet line: what made the answer, what it cost, how long it took or how old it is. */
    static String receipt(Receipt receipt) {
        String made = receipt.cached().isPresent()
                ? "cached " + age(receipt.age())
                : receipt.latency().toMillis() + " ms";
        return "from our notes · free · " + made;
    }

    private static String age(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 1 ? age.toHours() + " h ago" : age.toDays() + " d ago";
    }
}
