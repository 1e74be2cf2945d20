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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code /privacy}: what is kept about the caller, as a file; deleting it; staying out of logs and insights. Thread-safe. */
public final class PrivacyCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "privacy";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PersonalData data;
    private final Consumer<String> forgotten;
    private final Retention retention;

    /** {@code forgotten} is told of each member whose data were deleted, to forget what is in memory. */
    public PrivacyCommand(PersonalData data, Consumer<String> forgotten, Retention retention) {
        this.data = data;
        this.forgotten = forgotten;
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
            case "delete" -> {
                int rows = data.delete(member);
                forgotten.accept(member);
                yield overview(
                        member,
                        Optional.of("Deleted: " + (rows == 1 ? "1 record" : rows + " records")
                                + ", and what I remembered of our conversation."));
            }
            case "out" -> {
                data.optOut(member, true);
                yield overview(member, Optional.of("From now on nothing of yours goes into logs and insights."));
            }
            case "in" -> {
                data.optOut(member, false);
                yield overview(member, Optional.of("Your questions count in insights again, without your name."));
            }
            default -> overview(member, Optional.empty());
        };
    }

    private Reply overview(String member, Optional<String> done) {
        Map<String, List<Map<String, Object>>> kept = data.about(member);
        boolean out = data.optedOut(member);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("What I keep about you"));
        done.ifPresent(said -> blocks.add(new Block.Line(false, Optional.empty(), said)));
        if (kept.isEmpty()) {
            blocks.add(new Block.Line(true, Optional.empty(), "Nothing that has your name on it."));
        }
        kept.forEach((kind, rows) -> blocks.add(
                new Block.Line(true, Optional.of(kind), rows.size() == 1 ? "1 record" : rows.size() + " records")));
        blocks.add(new Block.Line(
                true,
                Optional.of("For minutes, in memory"),
                "your last question here, so that you can ask a follow-up"));
        blocks.add(new Block.Line(
                true,
                Optional.of("Without your name"),
                "questions that my sources do not answer, with addresses, numbers and keys taken out, for "
                        + retention.gaps().toDays() + " days" + (out ? "; yours are left out, as you wish" : "")));
        blocks.add(new Block.Small(
                "Ratings go after " + retention.ratings().toDays() + " days, records of model calls after "
                        + retention.calls().toDays() + " days. Backups of whoever runs me are theirs to delete."));
        blocks.add(new Block.Actions(List.of(
                button("file", "Send it as a file"),
                button("ask", "Delete it all"),
                out ? button("in", "Count my questions again") : button("out", "Leave me out of insights"))));
        return new Reply(blocks);
    }

    private static Reply sure() {
        return new Reply(List.of(
                new Block.Line(
                        false,
                        Optional.empty(),
                        "Delete your ratings, your name on model calls, guides and corrections, and what I remember of our"
                                + " conversation? This cannot be undone. What you used of today's limits is kept until"
                                + " midnight (UTC)."),
                new Block.Actions(
                        List.of(button("delete", "Yes, delete it all").marked(true), button("back", "No, keep it")))));
    }

    private Reply file(String member) {
        try {
            byte[] json = JSON.writeValueAsString(Map.of("member", member, "kept", data.about(member)))
                    .getBytes(StandardCharsets.UTF_8);
            return new Reply(List.of(
                    new Block.Line(false, Optional.empty(), "All that I keep with your name on it:"),
                    new Block.Download(new Attachment("my-data.json", "application/json", json))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written", e);
        }
    }

    private static Action button(String verb, String label) {
        return Action.labelled(new ActionId(NAME, verb, "-"), label);
    }
}
