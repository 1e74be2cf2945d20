package dev.rolewise.loopback;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints messages for a reader at a console, with numbers at what can be pressed, and remembers the latest of those that have any.
 * Thread-safe.
 */
final class MessagePrinter {
    private final PrintStream out;
    private @Nullable Message last;

    MessagePrinter(PrintStream out) {
        this.out = out;
    }

    synchronized void print(Message message) {
        if (!message.buttons().isEmpty() || !message.selects().isEmpty()) {
            last = message;
        }
        out.println("── " + message.author() + (message.ephemeral() ? " (only you see this)" : ""));
        message.text().lines().forEach(line -> out.println("   " + line));
        message.attachments().forEach(file -> out.println("   📎 " + file.fileName() + " " + file.description()));
        List<Button> buttons = message.buttons();
        for (int i = 0; i < buttons.size(); i++) {
            Button button = buttons.get(i);
            String name = (button.emoji() + " " + button.label()).strip();
            String state = button.url().isEmpty() ? button.disabled() ? " (disabled)" : "" : " → " + button.url();
            out.println("   [" + (i + 1) + "] " + name + state);
        }
        List<SelectMenu> menus = message.selects();
        for (int i = 0; i < menus.size(); i++) {
            out.println("   menu " + (i + 1) + ": " + menus.get(i).placeholder());
            menus.get(i).options().forEach(option -> out.println("     " + option.value() + " – " + option.label()));
        }
    }

    /** The message to press on: the latest with buttons or menus. */
    synchronized Message last() {
        if (last == null) {
            throw new IllegalStateException("there is nothing to press or select yet");
        }
        return last;
    }

    /** The button of the message to press on with this number, from 1. */
    Button button(String number) {
        return numbered(last().buttons(), number);
    }

    /** The select menu of the message to press on with this number, from 1. */
    SelectMenu select(String number) {
        return numbered(last().selects(), number);
    }

    private static <T> T numbered(List<T> items, String number) {
        return IntStream.range(0, items.size())
                .filter(i -> Integer.toString(i + 1).equals(number))
                .mapToObj(items::get)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + number + "\" is not between 1 and " + items.size()));
    }
}
