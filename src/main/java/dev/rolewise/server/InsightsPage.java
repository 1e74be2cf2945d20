package dev.rolewise.server;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import dev.rolewise.server.PopularQuestions.Popular;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code /insights} shows, short enough that all of it fits in one message. */
final class InsightsPage {
    /** Verb of the button that writes an answer to a gap; its id follows. */
    static final String WRITE = "write";

    /** The same for a popular question. */
    static final String WRITE_POPULAR = "answer";

    /** Buttons that fit in a row. */
    static final int SHOWN_POPULAR = 5;

    private static final int SHOWN_GAPS = 5;
    private static final int SHOWN_TOPICS = 8;
    private static final int LONGEST_QUESTION = 120;
    private static final int LONGEST_EXAMPLE = 90;

    private final List<Block> blocks = new ArrayList<>();

    private InsightsPage() {}

    /**
     * A question that many ask.
     *
     * @param corrected whether the server's own answer is given to it
     */
    record Asked(Popular popular, boolean corrected) {}

    /** {@code asked} has at most {@value #SHOWN_POPULAR}. */
    static Reply of(List<Insights.Cluster> gaps, List<Asked> asked, List<GapLog.Topic> topics) {
        InsightsPage page = new InsightsPage();
        List<Insights.Cluster> shown = gaps.stream().limit(SHOWN_GAPS).toList();
        page.gaps(shown);
        page.popular(asked, shown);
        page.topics(topics);
        page.blocks.add(
                new Block.Small("The last 30 days. Asked most is what at least " + PopularQuestions.FEWEST_MEMBERS
                        + " members asked, a member counted once a day; 👍 there is theirs."
                        + " Nobody's name is kept with a question."));
        return new Reply(page.blocks);
    }

    private void gaps(List<Insights.Cluster> gaps) {
        blocks.add(new Block.Heading("What members here miss"));
        if (gaps.isEmpty()) {
            line("Nothing so far: no question of the last 30 days was left open.");
        }
        List<Action> write = new ArrayList<>();
        int number = 1;
        for (Insights.Cluster gap : gaps) {
            bullet(
                    number + ". " + cut(gap.question(), LONGEST_QUESTION),
                    times(gap.gaps().size())
                            + (gap.unhelpful() > 0 ? ", " + gap.unhelpful() + " of them 👎" : "")
                            + also(2, gap.gaps().stream().map(GapLog.Gap::question)));
            write.add(button(WRITE, gap.gaps().get(0).id(), "" + number));
            number++;
        }
        buttons(write);
    }

    private void popular(List<Asked> asked, List<Insights.Cluster> gaps) {
        blocks.add(new Block.Heading("What they ask most"));
        if (asked.isEmpty()) {
            line("Nothing so far that " + PopularQuestions.FEWEST_MEMBERS + " members have asked.");
        }
        List<Action> write = new ArrayList<>();
        char letter = 'A';
        for (Asked one : asked) {
            Popular popular = one.popular();
            Optional<Integer> gap = gap(popular, gaps);
            bullet(
                    letter + ". " + cut(popular.question(), LONGEST_QUESTION),
                    times(popular.asked()) + " by " + popular.members() + " members"
                            + share(popular.helpful(), popular.rated())
                            + (one.corrected() ? ", this server's own answer is given" : "")
                            + gap.map(number -> ", see " + number + " above").orElse("")
                            + also(1, popular.wordings().stream()));
            if (!one.corrected() && gap.isEmpty()) {
                write.add(button(WRITE_POPULAR, popular.id(), "" + letter));
            }
            letter++;
        }
        buttons(write);
    }

    /** The number of what is missed in the same words, which has a button already. */
    private static Optional<Integer> gap(Popular popular, List<Insights.Cluster> gaps) {
        return gaps.stream()
                .filter(c ->
                        c.gaps().stream().anyMatch(gap -> popular.wordings().contains(gap.question())))
                .findFirst()
                .map(c -> gaps.indexOf(c) + 1);
    }

    private void topics(List<GapLog.Topic> topics) {
        blocks.add(new Block.Heading("What they ask about"));
        if (topics.isEmpty()) {
            line("No questions yet.");
        }
        topics.stream()
                .limit(SHOWN_TOPICS)
                .forEach(t -> bullet(t.topic(), times(t.asked()) + share(t.helpful(), t.helpful() + t.unhelpful())));
    }

    /** So many other wordings than the first. */
    private static String also(int most, Stream<String> wordings) {
        String also = wordings.distinct()
                .skip(1)
                .limit(most)
                .map(wording -> cut(wording, LONGEST_EXAMPLE))
                .collect(Collectors.joining(" / "));
        return also.isEmpty() ? "" : "; also: " + also;
    }

    private void line(String text) {
        blocks.add(new Block.Line(false, Optional.empty(), text));
    }

    private void bullet(String label, String text) {
        blocks.add(new Block.Line(true, Optional.of(label), text));
    }

    private void buttons(List<Action> buttons) {
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Actions(buttons));
        }
    }

    private static Action button(String verb, String id, String name) {
        return Action.labelled(new ActionId(InsightsCommand.NAME, verb, id), "Write an answer to " + name);
    }

    private static String share(long helpful, long rated) {
        return rated == 0 ? "" : ", 👍 " + Math.round(100.0 * helpful / rated) + "% of " + rated;
    }

    private static String times(long count) {
        return count == 1 ? "asked once" : "asked " + count + " times";
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
