package dev.rolewise.discord;

import dev.rolewise.command.Reply;
import java.util.EnumSet;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** What the surface itself has to say to a member, in one sentence each, seen by nobody else. */
enum Notice {
    BUSY("I'm answering as many people as I can just now. Please ask again in a minute."),
    RESTARTING("I'm restarting, please ask again in a minute."),
    INTERRUPTED("I'm restarting and could not finish this in time. Please ask again in a minute."),
    UNKNOWN_COMMAND("I no longer know this command. Type / to see what I can do."),
    OUT_OF_DATE("This button is out of date. Please ask again, and use the new one."),
    NO_TEXT("There is no text in that message that I could read."),
    NOT_ALLOWED("Only those who may manage this server can do that."),
    NOT_YOURS("Only the person who asked, or somebody who manages messages here, can delete this.");

    private final String text;

    Notice(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Answers an interaction that nobody has acknowledged yet. */
    void tell(IReplyCallback interaction, String what) {
        tell(interaction, text, what);
    }

    static void tellFailure(IReplyCallback interaction, String errorId, String what) {
        tell(interaction, failureText(errorId), what);
    }

    static Reply failure(String errorId) {
        return Reply.line(failureText(errorId));
    }

    private static String failureText(String errorId) {
        return "Sorry, something went wrong on my side. If it happens again, tell whoever runs me this code: "
                + errorId;
    }

    private static void tell(IReplyCallback interaction, String text, String what) {
        interaction
                .reply(text)
                .setEphemeral(true)
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .queue(null, RestFailures.logged("decline " + what));
    }
}
