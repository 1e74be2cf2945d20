package dev.rolewise.app;

import dev.rolewise.answer.FeedbackLog;
import dev.rolewise.cascade.RouteLog;
import dev.rolewise.cascade.money.Tally;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseRouteLog;
import dev.rolewise.store.SqliteFeedbackLog;
import dev.rolewise.store.SqliteTally;
import java.time.Clock;

/**
 * What a surface keeps: ratings, counts of answers, and how questions were routed. Thread-safe; closing it writes what is not
 * written yet.
 */
record Records(Database database, FeedbackLog feedback, Tally tally, RouteLog routes, AutoCloseable pending)
        implements AutoCloseable {
    /** Over a database that is closed with this. */
    static Records over(Database database, Clock clock) {
        SqliteTally tally = new SqliteTally(database, clock);
        DatabaseRouteLog routes = new DatabaseRouteLog(database);
        return new Records(database, new SqliteFeedbackLog(database), tally, routes, () -> {
            routes.close();
            tally.close();
        });
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
