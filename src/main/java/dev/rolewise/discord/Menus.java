package dev.rolewise.discord;

import dev.rolewise.command.Block;
import dev.rolewise.command.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.components.selections.SelectMenu;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/** Menus as Discord's, and what comes back from them. The id of a menu is the action's encoded id. */
final class Menus {
    private Menus() {}

    /** The menu; empty where it offers nothing. Choices without a value that can come back are left out. */
    static Optional<StringSelectMenu> of(Block.Menu menu) {
        List<Choice> choices = offered(menu.choices());
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        int most = Math.max(1, Math.min(menu.most(), choices.size()));
        StringSelectMenu.Builder builder = StringSelectMenu.create(menu.id().encode())
                .setRequiredRange(1, most)
                .addOptions(options(choices, most));
        if (!Markdown.isBlank(menu.prompt())) {
            builder.setPlaceholder(Excerpt.label(menu.prompt(), SelectMenu.PLACEHOLDER_MAX_LENGTH));
        }
        return Optional.of(builder.build());
    }

    /** What a member chose, or a forger says was chosen: no more and no longer than a menu has. */
    static List<String> chosen(List<String> values) {
        return values.stream()
                .filter(value -> value.length() <= SelectOption.VALUE_MAX_LENGTH)
                .limit(SelectMenu.OPTIONS_MAX_AMOUNT)
                .toList();
    }

    private static List<Choice> offered(List<Choice> choices) {
        Set<String> values = new HashSet<>();
        return choices.stream()
                .filter(choice -> !Markdown.isBlank(choice.value()))
                .filter(choice -> choice.value().length() <= SelectOption.VALUE_MAX_LENGTH)
                .filter(choice -> values.add(choice.value()))
                .limit(SelectMenu.OPTIONS_MAX_AMOUNT)
                .toList();
    }

    private static List<SelectOption> options(List<Choice> choices, int most) {
        List<SelectOption> options = new ArrayList<>();
        int chosen = 0;
        for (Choice choice : choices) {
            boolean marked = choice.chosen() && chosen < most;
            chosen += marked ? 1 : 0;
            String label = Markdown.isBlank(choice.label()) ? choice.value() : choice.label();
            options.add(SelectOption.of(Excerpt.label(label, SelectOption.LABEL_MAX_LENGTH), choice.value())
                    .withDefault(marked));
        }
        return options;
    }
}
