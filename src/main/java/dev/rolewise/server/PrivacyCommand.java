package dev.rolewise.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Attachment;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /privacy}: what is kept about the caller, as a file; deleting it; staying out of logs and insights. Thread-safe. */
public final class PrivacyCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "privacy";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PersonalData data;
    private final Memories memories;
    private final Deletions deletions;
    private final Retention retention;

    /** {@code memories} is what is kept outside the record. */
    public PrivacyCommand(PersonalData data, Memories memories, Deletions deletions, Retention retention) {
        this.data = data;
        this.memories = memories;
        this.deletions = deletions;
        this.retention = retention;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(NAME, "See and delete what I keep about you", List.of(), Optional.empty());
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.CALLER;
    }

    @Override
    public Audience audience(ActionId id) {
        return id.verb().equals("file") ? Audience.CALLER : Audience.IN_PLACE;
    }

    @Override
    public Reply run(CommandCall call) {
        return overview(call.caller().memberId(), Optional.empty());
    }

    @Override
    public Reply act(ActionCall call) {
        String member = call.caller().memberId();
        return switch (call.id().verb()) {
            case "file" -> file(member);
            case "ask" -> sure();
            case "delete" -> overview(member, Optional.of(deleted(member)));
            case "out" -> overview(member, Optional.of(leftOut(data.optOut(member, true))));
            case "in" -> {
                data.optOut(member, false);
                yield overview(member, Optional.of("Your questions count in insights again, without your name."));
            }
            default -> overview(member, Optional.empty());
        };
    }

    private String deleted(String member) {
        Deletions.Done done = deletions.delete(member);
        if (!done.whole()) {
            return "Almost: something of yours is still being written. Please press “Delete it all” again in a minute.";
        }
        return done.rows() == 0
                ? "Done: there was nothing on record, and what I remembered of you is gone."
                : "Deleted: " + count(done.rows(), "record") + ", and what I remembered of you.";
    }

    private static String leftOut(int records) {
        return "From now on nothing of yours goes into insights, counts of topics or logs."
                + (records == 0
                        ? ""
                        : " " + count(records, "record") + " of your questions " + (records == 1 ? "was" : "were")
                                + " taken out of insights.");
    }

    private Reply overview(String member, Optional<String> done) {
        Map<String, List<Map<String, Object>>> kept = data.about(member);
        Map<String, List<String>> remembered = memories.about(member);
        Optional<Instant> out = data.optedOutSince(member);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("What I keep about you"));
        done.ifPresent(said -> blocks.add(new Block.Line(false, Optional.empty(), said)));
        if (kept.isEmpty()) {
            blocks.add(new Block.Line(true, Optional.empty(), "Nothing is on record about you."));
        }
        kept.forEach((kind, rows) -> blocks.add(bullet(kind, count(rows.size(), "record"))));
        remembered.forEach((kind, questions) ->
                blocks.add(bullet(kind, count(questions.size(), "question") + ", in memory for a while")));
        out.ifPresent(since -> blocks.add(bullet(
                "You are left out",
                "since " + LocalDate.ofInstant(since, ZoneOffset.UTC)
                        + " of insights, counts of topics and logs; kept as a code, without your name")));
        blocks.add(new Block.Small("Questions that you ask in a server, other than about yourself, are kept for "
                + days(retention.gaps())
                + " without your name, and without addresses, numbers and keys in them. Those who manage the server see"
                + " those that I could not answer well and those that others asked too, not who asked; only you can find"
                + " yours, here. Ratings go after "
                + days(retention.ratings()) + ", records of model calls after " + days(retention.calls()) + "."));
        blocks.add(new Block.Small(
                "Messages on Discord are deleted there. Backups, and the files of a database server, are"
                        + " for whoever runs me to delete."));
        blocks.add(new Block.Actions(List.of(
                button("file", "Send it as a file"),
                button("ask", "Delete it all"),
                out.isPresent() ? button("in", "Count my questions again") : button("out", "Leave me out"))));
        return new Reply(blocks);
    }

    private static Block bullet(String label, String text) {
        return new Block.Line(true, Optional.of(label), text);
    }

    private static String days(Duration time) {
        return count(time.toDays(), "day");
    }

    private static String count(long number, String what) {
        return number == 1 ? "1 " + what : number + " " + what + "s";
    }

    private static Reply sure() {
        return new Reply(List.of(
                new Block.Heading("Delete it all?"),
                bullet(
                        "Deleted",
                        "your ratings, your questions among those that I could not answer well and those that are asked"
                                + " most, the answers that I kept to give again to your questions, and what I remember"
                                + " of our conversations"),
                bullet(
                        "Kept without your name",
                        "records of model calls, and guides and corrections that you wrote: they are the server's"),
                bullet(
                        "Kept",
                        "what you used of today's limits, until midnight (UTC), your wish to be left out, if you have one,"
                                + " and for a day, as a code, that you had this deleted"),
                new Block.Line(false, Optional.empty(), "This cannot be undone."),
                new Block.Actions(
                        List.of(button("delete", "Yes, delete it all").marked(true), button("back", "No, keep it")))));
    }

    private Reply file(String member) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("member", member);
        data.optedOutSince(member).ifPresent(since -> all.put("left out since", since.toString()));
        deletions.last(member).ifPresent(at -> all.put("had all deleted", at.toString()));
        all.put("on record", data.about(member));
        all.put("in memory", memories.about(member));
        try {
            byte[] json = JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
            return new Reply(List.of(
                    new Block.Line(false, Optional.empty(), "All that I can tell is yours:"),
                    new Block.Download(new Attachment("my-data.json", "application/json", json))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written", e);
        }
    }

    private static Action button(String verb, String label) {
        return Action.labelled(new ActionId(NAME, verb, "-"), label);
    }
}
