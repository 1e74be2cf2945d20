package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.rolewise.command.CommandRegistry;
import java.util.List;
import java.util.concurrent.ExecutorService;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real members cannot do through Discord's client, and forgers can. */
class InteractionListenerTest {
    private final ExecutorService workers = mock(ExecutorService.class);
    private final InteractionListener listener = new InteractionListener(
            new CommandRegistry(List.of(new FakeAsk("Asks"))),
            new ReplyDesk(workers, () -> "abc123"),
            AttachmentHosts.of(DiscordSettings.ofToken("any-token")));
    private final ReplyCallbackAction reply = mock(ReplyCallbackAction.class, RETURNS_SELF);

    @ParameterizedTest
    @ValueSource(strings = {"", "ask", "ask:more", "ASK:more:1", "gone:more:1", "::", "delete"})
    void forged_button_ids_do_nothing_and_are_answered_kindly(String id) {
        ButtonInteractionEvent event = event(ButtonInteractionEvent.class);
        when(event.getComponentId()).thenReturn(id);

        listener.onButtonInteraction(event);

        assertDeclined(event, Notice.OUT_OF_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "menu", "gone:pick:1", "::"})
    void menus_that_we_never_showed_are_answered_kindly(String id) {
        StringSelectInteractionEvent event = event(StringSelectInteractionEvent.class);
        when(event.getComponentId()).thenReturn(id);

        listener.onGenericSelectMenuInteraction(event);

        assertDeclined(event, Notice.OUT_OF_DATE);
    }

    @Test
    void menus_of_members_are_answered_kindly() {
        EntitySelectInteractionEvent event = event(EntitySelectInteractionEvent.class);
        when(event.getComponentId()).thenReturn("ask:pick:1");

        listener.onGenericSelectMenuInteraction(event);

        assertDeclined(event, Notice.OUT_OF_DATE);
    }

    @Test
    void commands_that_we_no_longer_have_are_answered_kindly() {
        SlashCommandInteractionEvent slash = event(SlashCommandInteractionEvent.class);
        when(slash.getName()).thenReturn("old");
        UserContextInteractionEvent user = event(UserContextInteractionEvent.class);

        listener.onSlashCommandInteraction(slash);
        listener.onUserContextInteraction(user);

        assertDeclined(slash, Notice.UNKNOWN_COMMAND);
        assertDeclined(user, Notice.UNKNOWN_COMMAND);
    }

    private <E extends IReplyCallback> E event(Class<E> type) {
        E event = mock(type, RETURNS_DEEP_STUBS);
        when(event.reply(anyString())).thenReturn(reply);
        return event;
    }

    private void assertDeclined(IReplyCallback event, Notice notice) {
        verify(event).reply(notice.text());
        verify(event, never()).deferReply();
        verify(reply, atLeastOnce()).setEphemeral(true);
        verify(reply, atLeastOnce()).setAllowedMentions(anyCollection());
        assertThat(mockingDetails(workers).getInvocations()).isEmpty();
    }
}
