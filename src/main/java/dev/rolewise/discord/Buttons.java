package dev.rolewise.discord;

import dev.rolewise.command.Action;
import dev.rolewise.command.Form;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.modals.Modal;

/** Actions as buttons, and the forms that some of them open. The id of both is the action's encoded id. */
final class Buttons {
    /** The longest text for which one line is enough, in characters. */
    private static final int ONE_LINE = 120;

    private Buttons() {}

    static Button of(Action action) {
        ButtonStyle style = action.marked() ? ButtonStyle.PRIMARY : ButtonStyle.SECONDARY;
        String id = action.id().encode();
        if (!Markdown.isBlank(action.symbol())) {
            return Button.of(style, id, Emoji.fromUnicode(action.symbol()));
        }
        String label = Markdown.isBlank(action.label()) ? action.id().verb() : action.label();
        return Button.of(style, id, Excerpt.label(label, Button.LABEL_MAX_LENGTH));
    }

    static Modal form(String id, Form form) {
        return Modal.create(id, Excerpt.label(form.title(), Modal.MAX_TITLE_LENGTH))
                .addComponents(form.fields().stream().map(Buttons::field).toList())
                .build();
    }

    private static Label field(Form.Field of) {
        int most = Math.max(1, Math.min(of.maxLength(), TextInput.MAX_VALUE_LENGTH));
        TextInputStyle style = most > ONE_LINE ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT;
        TextInput.Builder field =
                TextInput.create(of.name(), style).setRequired(of.required()).setMaxLength(most);
        if (!Markdown.isBlank(of.placeholder())) {
            field.setPlaceholder(Excerpt.label(of.placeholder(), TextInput.MAX_PLACEHOLDER_LENGTH));
        }
        of.value()
                .filter(value -> !Markdown.isBlank(value))
                .ifPresent(value -> field.setValue(value.substring(0, Math.min(value.length(), most))));
        return Label.of(Excerpt.label(of.label(), Label.LABEL_MAX_LENGTH), field.build());
    }
}
