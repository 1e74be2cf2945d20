package dev.rolewise.discord;

import dev.rolewise.command.Block;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text blocks in Discord's Markdown. */
final class BlockMarkup {
    private static final String BULLET = "• ";
    private static final String QUIET = "-# ";
    private static final String QUOTE = "> ";
    private static final Pattern CHANNEL = Pattern.compile("[0-9]{15,20}");
    private static final int LONGEST_LABEL = 200;

    private BlockMarkup() {}

    /** The block in at most {@code room} characters, cut if it must be; empty where it shows nothing or does not fit. */
    static Optional<String> of(Block block, int room) {
        if (block instanceof Block.Line line) {
            return line(line, room);
        }
        if (block instanceof Block.Heading heading) {
            return shown(heading.text()).flatMap(t -> Excerpt.of(t, BlockMarkup::bold, room));
        }
        if (block instanceof Block.Quote quote) {
            return quote(quote, room);
        }
        if (block instanceof Block.Small small) {
            return shown(small.text()).flatMap(t -> Excerpt.of(t, s -> prefixed(QUIET, s), room));
        }
        if (block instanceof Block.Places places) {
            String list = places.ids().stream()
                    .filter(id -> CHANNEL.matcher(id).matches())
                    .map(id -> "<#" + id + ">")
                    .collect(Collectors.joining(" "));
            return Optional.of(bold(places.lead()) + " " + list).filter(t -> t.length() <= room);
        }
        if (block instanceof Block.Table table) {
            return TableMarkup.of(table, room);
        }
        return Optional.empty();
    }

    /** Whether the block starts apart from the one before it. */
    static boolean standsApart(Block block) {
        return block instanceof Block.Heading
                || block instanceof Block.Quote
                || block instanceof Block.Table
                || (block instanceof Block.Line line && !line.bullet());
    }

    private static Optional<String> line(Block.Line line, int room) {
        Optional<String> label =
                line.label().flatMap(BlockMarkup::shown).map(l -> bold(Excerpt.label(l, LONGEST_LABEL)));
        String bullet = line.bullet() ? BULLET : "";
        if (Markdown.isBlank(line.text())) {
            return label.map(bullet::concat).filter(t -> t.length() <= room);
        }
        String lead = bullet + label.map(l -> l + " ").orElse("");
        return Excerpt.of(line.text(), t -> lead + Markdown.escape(t), room);
    }

    private static Optional<String> quote(Block.Quote quote, int room) {
        String origin = shown(quote.origin())
                .map(o -> "\n" + QUIET + Markdown.escapeToOneLine(o))
                .filter(o -> o.length() < room / 2)
                .orElse("");
        return shown(quote.text())
                .flatMap(t -> Excerpt.of(t, s -> prefixed(QUOTE, s), room - origin.length()))
                .map(t -> t + origin);
    }

    private static Optional<String> shown(String text) {
        return Optional.of(text).filter(t -> !Markdown.isBlank(t));
    }

    private static String bold(String plain) {
        return "**" + Markdown.escapeToOneLine(plain) + "**";
    }

    private static String prefixed(String prefix, String plain) {
        return Markdown.escape(plain).lines().map(prefix::concat).collect(Collectors.joining("\n"));
    }
}
