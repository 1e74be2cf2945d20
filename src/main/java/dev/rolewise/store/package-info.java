/**
 * The database, embedded in the data folder: its file, its migrations, and the records that features and parts declare.
 *
 * <p>It may use the ports of features and parts, and is the only place that knows JDBC, JDBI and Flyway. Start reading at
 * {@link dev.rolewise.store.Database}.
 */
@NullMarked
package dev.rolewise.store;

import org.jspecify.annotations.NullMarked;
