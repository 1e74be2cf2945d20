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

    /** Columns of a table, and of a line of a menu, where nobody says how wide the paper is. */
    private static final int UNKNOWN_WIDTH = 100;

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
                List<AttributedString> buttons =
                        actions.actions().stream().map(Painter::button).toList();
                lines.addAll(choices(choices, buttons, width));
                choices += actions.actions().size();
            } else if (block instanceof Block.Menu menu) {
                lines.addAll(menu(choices, menu));
                choices += menu.choices().size();
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
        } else if (block instanceof Block.Places places) {
            return wrap(styled(places.lead() + " " + String.join(" ", places.ids()), PLAIN), "", "");
        } else if (block instanceof Block.Quote quote) {
            List<AttributedString> lines = new ArrayList<>(wrap(styled(quote.text(), PLAIN), "  │ ", "  │ "));
            if (!quote.origin().isBlank()) {
                lines.addAll(wrap(styled("— " + quote.origin(), QUIET), "  │ ", "  │   "));
            }
            return lines;
        } else if (block instanceof Block.Small small) {
            return wrap(styled(small.text(), QUIET), "", "");
        } else if (block instanceof Block.Table table) {
            return TableText.lines(table, paper());
        } else if (block instanceof Block.Picture picture) {
            return wrap(
                    AttributedString.join(
                            new AttributedString(" "), styled("[picture]", QUIET), styled(picture.alt(), PLAIN)),
                    "",
                    "");
        } else if (block instanceof Block.Download download) {
            return FileText.lines(download.file());
        }
        throw new IllegalArgumentException("unknown block " + block.getClass());
    }

    private List<AttributedString> line(Block.Line line) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        line.label().ifPresent(label -> text.append(styled(label + ": ", LABEL)));
        text.append(styled(line.text(), PLAIN));
        return line.bullet() ? wrap(text.toAttributedString(), "• ", "  ") : wrap(text.toAttributedString(), "", "");
    }

    private List<AttributedString> menu(int above, Block.Menu menu) {
        List<AttributedString> lines = new ArrayList<>();
        if (menu.choices().isEmpty()) {
            return lines;
        }
        int most = Math.min(menu.most(), menu.choices().size());
        String prompt = menu.prompt().strip();
        if (most > 1) {
            prompt += (prompt.isEmpty() ? "" : " ") + "(up to " + most + ", such as " + (above + 1) + ", " + (above + 2)
                    + ")";
        }
        if (!prompt.isEmpty()) {
            lines.addAll(wrap(styled(prompt, QUIET), "", ""));
        }
        List<AttributedString> labels = menu.choices().stream()
                .map(choice -> label(choice.chosen() ? "✓ " : "", choice.label(), choice.chosen()))
                .toList();
        lines.addAll(choices(above, labels, paper()));
        return lines;
    }

    /** Choices side by side, each kept whole, numbered on from those above. */
    private static List<AttributedString> choices(int above, List<AttributedString> labels, int width) {
        List<AttributedString> lines = new ArrayList<>();
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            AttributedString choice = AttributedString.join(
                    new AttributedString(" "), styled("[" + (above + i + 1) + "]", CHOICE), labels.get(i));
            if (line.length() > 0 && line.columnLength() + 2 + choice.columnLength() > width) {
                lines.add(line.toAttributedString());
                line = new AttributedStringBuilder();
            }
            line.append(line.length() == 0 ? "" : "  ").append(choice);
        }
        lines.add(line.toAttributedString());
        return lines;
    }

    private int paper() {
        return width == Integer.MAX_VALUE ? UNKNOWN_WIDTH : width;
    }

    private static AttributedString button(Action action) {
        String symbol =
                action.symbol().isEmpty() || action.symbol().equals(action.label()) ? "" : action.symbol() + " ";
        return label((action.marked() ? "▸ " : "") + symbol, action.label(), action.marked());
    }

    private static AttributedString label(String before, String text, boolean stands) {
        return styled((before + text).replace('\n', ' '), stands ? LABEL : PLAIN);
    }

    private List<AttributedString> wrap(AttributedString text, String first, String rest) {
        return WordWrap.wrap(text, width, first, rest);
    }

    private static AttributedString styled(String text, AttributedStyle style) {
        return new AttributedString(Clean.text(text), style);
    }
}
