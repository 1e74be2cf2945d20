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
    /** Id of the one field of a form. */
    static final String FIELD = "input";

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
        TextInput.Builder field = TextInput.create(FIELD, TextInputStyle.PARAGRAPH)
                .setRequired(true)
                .setMaxLength(Math.max(1, Math.min(form.maxLength(), TextInput.MAX_VALUE_LENGTH)));
        if (!Markdown.isBlank(form.placeholder())) {
            field.setPlaceholder(Excerpt.label(form.placeholder(), TextInput.MAX_PLACEHOLDER_LENGTH));
        }
        return Modal.create(id, Excerpt.label(form.title(), Modal.MAX_TITLE_LENGTH))
                .addComponents(Label.of(Excerpt.label(form.label(), Label.LABEL_MAX_LENGTH), field.build()))
                .build();
    }
}
