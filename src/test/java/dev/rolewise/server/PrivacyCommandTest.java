package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyCommandTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final ActionCall DELETE = ActionCall.press(
            Caller.member("mia", Optional.of("1"), "11"), new ActionId(PrivacyCommand.NAME, "delete", "-"));

    @Test
    void nothing_is_called_deleted_while_something_is_still_being_written(@TempDir Path folder) {
        AtomicBoolean settled = new AtomicBoolean();
        try (ServerParts parts = new ServerParts(folder)) {
            Memories memories = memories(settled);
            PrivacyCommand command = new PrivacyCommand(
                    parts.data, memories, parts.deletions(memories), new Retention(DAY, DAY, DAY, DAY));

            assertThat(said(command.act(DELETE)))
                    .contains("still being written. Please press “Delete it all” again")
                    .doesNotContain("Deleted:")
                    .doesNotContain("Done:");
            settled.set(true);
            assertThat(said(command.act(DELETE))).contains("Done: there was nothing on record");
        }
    }

    private static Memories memories(AtomicBoolean settled) {
        return new Memories() {
            @Override
            public Map<String, List<String>> about(String memberId) {
                return Map.of();
            }

            @Override
            public Set<String> members() {
                return Set.of();
            }

            @Override
            public void forget(String memberId) {
                // nothing is in memory
            }

            @Override
            public boolean settle(String memberId) {
                return settled.get();
            }
        };
    }

    private static String said(Reply reply) {
        return reply.blocks().stream()
                .filter(Block.Line.class::isInstance)
                .map(Block::toString)
                .reduce("", String::concat);
    }
}
