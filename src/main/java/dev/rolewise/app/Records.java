package dev.rolewise.app;

import dev.rolewise.answer.FeedbackLog;
import dev.rolewise.cache.ReuseLog;
import dev.rolewise.cascade.RouteLog;
import dev.rolewise.cascade.money.Tally;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseFeedbackLog;
import dev.rolewise.store.DatabaseReuseLog;
import dev.rolewise.store.DatabaseRouteLog;
import dev.rolewise.store.DatabaseTally;
import java.time.Clock;

/**
 * What a surface keeps: ratings, what they say of reused answers, counts of answers, and how questions were routed.
 * Thread-safe; closing it writes what is not written yet.
 */
record Records(FeedbackLog feedback, ReuseLog reuses, Tally tally, RouteLog routes, AutoCloseable pending)
        implements AutoCloseable {
    /** Over a database that stays open after this is closed. */
    static Records over(Database database, Clock clock) {
        DatabaseTally tally = new DatabaseTally(database, clock);
        DatabaseRouteLog routes = new DatabaseRouteLog(database);
        return new Records(new DatabaseFeedbackLog(database), new DatabaseReuseLog(database), tally, routes, () -> {
            routes.close();
            tally.close();
        });
    }

    @Override
    public void close() {
        try {
            pending.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
