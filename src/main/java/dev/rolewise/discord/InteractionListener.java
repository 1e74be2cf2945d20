package dev.rolewise.discord;

import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandRegistry;
import dev.rolewise.command.Form;
import dev.rolewise.command.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericSelectMenuInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.jspecify.annotations.Nullable;

/** What members do, brought to the commands. Answers from memory or hands over to the {@link ReplyDesk}: never waits. */
final class InteractionListener extends ListenerAdapter {
    private final CommandRegistry commands;
    private final ReplyDesk desk;
    private final AttachmentHosts attachments;

    InteractionListener(CommandRegistry commands, ReplyDesk desk, AttachmentHosts attachments) {
        this.commands = commands;
        this.desk = desk;
        this.attachments = attachments;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        String what = "/" + event.getName() + where(event);
        guarded(event, what, () -> commands.named(event.getName())
                .ifPresentOrElse(
                        command -> run(event, command, Calls.of(event, attachments), what),
                        () -> Notice.UNKNOWN_COMMAND.tell(event, what)));
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        String what = "a message command" + where(event);
        guarded(event, what, () -> commands.onMessage(event.getName())
                .ifPresentOrElse(
                        command -> Calls.onMessage(event, command.spec().options())
                                .ifPresentOrElse(
                                        call -> run(event, command, call, what),
                                        () -> Notice.NO_TEXT.tell(event, what)),
                        () -> Notice.UNKNOWN_COMMAND.tell(event, what)));
    }

    @Override
    public void onUserContextInteraction(UserContextInteractionEvent event) {
        Notice.UNKNOWN_COMMAND.tell(event, "a user command" + where(event));
    }

    @Override
    public void onGenericSelectMenuInteraction(GenericSelectMenuInteractionEvent<?, ?> event) {
        if (event instanceof StringSelectInteractionEvent chosen) {
            act(event, event.getComponentId(), (command, id, what) -> {
                ActionCall call = ActionCall.choice(Calls.caller(event), id, Menus.chosen(chosen.getValues()));
                take(event, command, call, event.getMessage(), what);
            });
        } else {
            Notice.OUT_OF_DATE.tell(event, "a menu" + where(event));
        }
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        String what = "suggestions for /" + event.getName() + where(event);
        List<Choice> choices = List.of();
        try {
            choices = choices(event);
        } catch (RuntimeException e) {
            desk.logged(what, e);
        }
        event.replyChoices(choices).queue(null, RestFailures.logged("give " + what));
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        if (event.getComponentId().equals(DeleteButton.ID)) {
            String what = "the delete button" + where(event);
            guarded(event, what, () -> DeleteButton.press(event, what));
            return;
        }
        act(event, event.getComponentId(), (command, id, what) -> {
            ActionCall press = ActionCall.press(Calls.caller(event), id);
            Optional<Form> form = admits(command, press.caller()) ? command.form(press) : Optional.empty();
            if (form.isEmpty() || desk.isClosed()) {
                take(event, command, press, event.getMessage(), what);
            } else if (!declined(event, command.decline(press), what)) {
                open(event, id, form.get(), what);
            }
        });
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        act(event, event.getModalId(), (command, id, what) -> {
            Map<String, String> typed = event.getValues().stream()
                    .filter(value -> value.getType() == Component.Type.TEXT_INPUT)
                    .collect(Collectors.toMap(ModalMapping::getCustomId, ModalMapping::getAsString, (a, b) -> a));
            take(event, command, new ActionCall(Calls.caller(event), id, typed, List.of()), event.getMessage(), what);
        });
    }

    private List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        String option = event.getFocusedOption().getName();
        String typed = event.getFocusedOption().getValue();
        Caller caller = Calls.caller(event);
        return commands
                .named(event.getName())
                .filter(c -> admits(c, caller))
                .map(c -> c.complete(caller, option, typed, others(event, option)))
                .orElse(List.of())
                .stream()
                .filter(value -> !Markdown.isBlank(value) && value.length() <= Choice.MAX_STRING_VALUE_LENGTH)
                .distinct()
                .limit(OptionData.MAX_CHOICES)
                .map(value -> new Choice(value, value))
                .toList();
    }

    private static Map<String, String> others(CommandAutoCompleteInteractionEvent event, String option) {
        return event.getOptions().stream()
                .filter(o -> o.getType() == OptionType.STRING && !o.getName().equals(option))
                .collect(Collectors.toMap(OptionMapping::getName, OptionMapping::getAsString, (a, b) -> a));
    }

    private void run(IReplyCallback event, Command command, CommandCall call, String what) {
        if (!admits(command, call.caller())) {
            Notice.NOT_ALLOWED.tell(event, what);
            return;
        }
        if (!declined(event, command.decline(call), what)) {
            Optional<Command.Asked> asked = desk.isClosed() ? Optional.empty() : command.form(call);
            if (asked.isPresent()) {
                open(event, asked.get().id(), asked.get().form(), what);
                return;
            }
            Standing standing = Standing.apart(command.audience(call) != Audience.CALLER);
            Optional<AnswerThread> thread = command.thread(call)
                    .map(title -> new AnswerThread(event, title, id -> command.threadStarted(call.caller(), id), what));
            desk.take(
                    event, thread.isPresent() ? standing.starting(thread.get()) : standing, what, command.taken(call));
        }
    }

    private static void open(Interaction event, ActionId id, Form form, String what) {
        if (event instanceof IModalCallback opener) {
            opener.replyModal(Buttons.form(id.encode(), form))
                    .queue(null, RestFailures.logged("open the form of " + what));
        } else {
            throw new IllegalStateException("no form can be opened from " + event.getType());
        }
    }

    private static boolean admits(Command command, Caller caller) {
        return command.spec().who().admits(caller);
    }

    private void act(IReplyCallback event, String encodedId, Act act) {
        String unread = "a button" + where(event);
        guarded(event, unread, () -> {
            Optional<ActionId> id = ActionId.decode(encodedId);
            Optional<Command> command = id.flatMap(i -> commands.named(i.command()));
            if (id.isEmpty() || command.isEmpty()) {
                Notice.OUT_OF_DATE.tell(event, unread);
            } else {
                act.with(
                        command.get(),
                        id.get(),
                        "/" + id.get().command() + " " + id.get().verb() + where(event));
            }
        });
    }

    private void take(
            IReplyCallback event, Command command, ActionCall call, @Nullable Message pressedOn, String what) {
        if (!admits(command, call.caller())) {
            Notice.NOT_ALLOWED.tell(event, what);
            return;
        }
        if (declined(event, command.decline(call), what)) {
            return;
        }
        boolean seenByAll = pressedOn != null && !pressedOn.isEphemeral();
        Standing standing =
                switch (command.audience(call.id())) {
                    case EVERYBODY -> Standing.apart(true);
                    case CALLER -> Standing.apart(false);
                    case SAME -> Standing.apart(seenByAll);
                    case IN_PLACE -> new Standing(seenByAll, pressedOn != null);
                };
        desk.take(event, standing, what, command.taken(call));
    }

    private static boolean declined(IReplyCallback event, Optional<Reply> decline, String what) {
        decline.ifPresent(reply -> Delivery.atOnce(event, reply).queue(null, RestFailures.logged("decline " + what)));
        return decline.isPresent();
    }

    /** What goes wrong before the desk has the work still reaches the member. */
    private void guarded(IReplyCallback event, String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Notice.tellFailure(event, desk.logged(what, e), what);
        }
    }

    /** Whoever complains names the code of the error: the log need not know who they are. */
    private static String where(Interaction event) {
        return Optional.ofNullable(event.getGuild())
                .map(server -> " in server " + server.getId())
                .orElse(" in a direct message");
    }

    /** What is done with an action id that could be read. */
    private interface Act {
        void with(Command command, ActionId id, String what);
    }
}
