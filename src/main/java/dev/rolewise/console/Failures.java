package dev.rolewise.console;

import dev.rolewise.command.Reply;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into one kind sentence with a short id that is in the log. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Supplier<String> ids;

    Failures(Supplier<String> ids) {
        this.ids = ids;
    }

    Reply reply(String what, Exception problem) {
        String id = ids.get();
        LOG.error("failed: what={} id={}", what, id, problem);
        return Reply.line("Sorry, that went wrong on my side. Please try again; if it happens again, look for " + id
                + " in the log.");
    }
}
