package dev.rolewise.app;

import dev.rolewise.answer.FeedbackLog;
import dev.rolewise.cache.ReuseLog;
import dev.rolewise.cascade.money.Tally;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseReuseLog;
import dev.rolewise.store.SqliteFeedbackLog;
import dev.rolewise.store.SqliteTally;
import java.time.Clock;

/** What a surface keeps: ratings, what they say of reused answers, and counts of answers. Thread-safe; closing it writes what is not written yet. */
record Records(Database database, FeedbackLog feedback, ReuseLog reuses, Tally tally, AutoCloseable pending)
        implements AutoCloseable {
    /** Over a database that is closed with this. */
    static Records over(Database database, Clock clock) {
        SqliteTally tally = new SqliteTally(database, clock);
        return new Records(database, new SqliteFeedbackLog(database), new DatabaseReuseLog(database), tally, tally);
    }

    @Override
    public void close() {
        try (database) {
            pending.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
