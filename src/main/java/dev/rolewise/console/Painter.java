package dev.rolewise.console;

import dev.rolewise.command.Action;
import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Turns a reply into lines for a terminal of a given width in columns. Immutable. */
final class Painter {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle LABEL = PLAIN.bold();
    private static final AttributedStyle QUIET = PLAIN.faint();
    private static final AttributedStyle CHOICE = PLAIN.foreground(AttributedStyle.CYAN);

    private final int width;

    Painter(int width) {
        this.width = width;
    }

    List<AttributedString> paint(Reply reply) {
        List<AttributedString> lines = new ArrayList<>();
        int choices = 0;
        for (Block block : reply.blocks()) {
            if (block instanceof Block.Heading && !lines.isEmpty()) {
                lines.add(AttributedString.EMPTY);
            }
            if (block instanceof Block.Actions actions) {
                lines.addAll(choices(choices, actions.actions()));
                choices += actions.actions().size();
            } else {
                lines.addAll(paint(block));
            }
        }
        return lines;
    }

    private List<AttributedString> paint(Block block) {
        if (block instanceof Block.Line line) {
            return line(line);
        } else if (block instanceof Block.Heading heading) {
            return wrap(styled(heading.text(), LABEL), "", "");
        } else if (block instanceof Block.Quote quote) {
            List<AttributedString> lines = new ArrayList<>(wrap(styled(quote.text(), PLAIN), "  │ ", "  │ "));
            lines.addAll(wrap(styled("— " + quote.origin(), QUIET), "  │ ", "  │   "));
            return lines;
        } else if (block instanceof Block.Small small) {
            return wrap(styled(small.text(), QUIET), "", "");
        }
        throw new IllegalArgumentException("unknown block " + block.getClass());
    }

    private List<AttributedString> line(Block.Line line) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        line.label().ifPresent(label -> text.append(styled(label + ": ", LABEL)));
        text.append(styled(line.text(), PLAIN));
        return line.bullet() ? wrap(text.toAttributedString(), "• ", "  ") : wrap(text.toAttributedString(), "", "");
    }

    /** Choices side by side, each kept whole, numbered on from those above. */
    private List<AttributedString> choices(int above, List<Action> actions) {
        List<AttributedString> lines = new ArrayList<>();
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (int i = 0; i < actions.size(); i++) {
            AttributedString choice = choice(above + i + 1, actions.get(i));
            if (line.length() > 0 && line.columnLength() + 2 + choice.columnLength() > width) {
                lines.add(line.toAttributedString());
                line = new AttributedStringBuilder();
            }
            line.append(line.length() == 0 ? "" : "  ").append(choice);
        }
        lines.add(line.toAttributedString());
        return lines;
    }

    private static AttributedString choice(int number, Action action) {
        String symbol =
                action.symbol().isEmpty() || action.symbol().equals(action.label()) ? "" : action.symbol() + " ";
        return AttributedString.join(
                new AttributedString(" "),
                styled("[" + number + "]", CHOICE),
                styled((symbol + action.label()).replace('\n', ' '), PLAIN));
    }

    private List<AttributedString> wrap(AttributedString text, String first, String rest) {
        return WordWrap.wrap(text, width, first, rest);
    }

    private static AttributedString styled(String text, AttributedStyle style) {
        return new AttributedString(Clean.text(text), style);
    }
}
