package dev.rolewise.app;

import dev.rolewise.answer.AnswerListener;
import dev.rolewise.answer.AskCommand;
import dev.rolewise.answer.Feedback;
import dev.rolewise.cascade.RoutedAnswer;
import dev.rolewise.cascade.money.TalliedAnswer;
import dev.rolewise.command.Caller;
import dev.rolewise.question.Answer;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what becomes of answers: counts, how they were routed, a line in the log, insights. Of members who wish to be left
 * out only the counts. No line names a member or holds a text. Thread-safe.
 */
final class AnswerNotes implements AnswerListener {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerNotes.class);

    private final Records records;
    private final Models models;
    private final Optional<Servers> servers;
    private final Clock clock;

    AnswerNotes(Records records, Models models, Optional<Servers> servers, Clock clock) {
        this.records = records;
        this.models = models;
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public void given(Caller caller, Answer answer) {
        records.tally().record(counted(caller, answer));
        servers.ifPresentOrElse(
                of -> {
                    of.note(caller, () -> note(answer));
                    of.given(caller, answer);
                },
                () -> note(answer));
    }

    @Override
    public void rated(Caller caller, QuestionProfile question, Feedback.Rating rating) {
        servers.ifPresent(of -> of.rated(caller, question, rating));
    }

    @Override
    public void takenBack(Caller caller, QuestionProfile question) {
        servers.ifPresent(of -> of.takenBack(caller, question));
    }

    private void note(Answer answer) {
        Receipt receipt = answer.receipt();
        String id = AskCommand.idOf(answer);
        answer.profile()
                .flatMap(profile ->
                        RoutedAnswer.of(id, profile, receipt.servedBy(), receipt.spending(), clock.instant()))
                .ifPresent(records.routes()::record);
        LOG.info(
                "answered id={} status={} tier={} cached={} route=\"{}\" calls={} cost={} ms={}",
                id,
                answer.status().id(),
                receipt.servedBy(),
                receipt.cached().map(hit -> hit.name().toLowerCase(Locale.ROOT)).orElse("no"),
                receipt.spending().route(),
                receipt.spending().calls(),
                receipt.spending().cost(),
                receipt.latency().toMillis());
    }

    private TalliedAnswer counted(Caller caller, Answer answer) {
        Receipt receipt = answer.receipt();
        return new TalliedAnswer(
                caller.serverId(),
                receipt.servedBy(),
                receipt.cached(),
                receipt.spending().cost(),
                models.strongWouldHaveCost(answer));
    }
}
