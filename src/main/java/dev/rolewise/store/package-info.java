/**
 * The database, in the data folder or on a PostgreSQL server: its migrations, the records that features and parts declare,
 * and backups of it.
 *
 * <p>It may use the ports of features and parts, and is the only place that knows JDBC, JDBI and Flyway. Start reading at
 * {@link dev.rolewise.store.Database}.
 *
 * <p>A migration is written once, as strict tables of SQLite with the types TEXT, INTEGER, REAL and BLOB, a line for each
 * column; {@link dev.rolewise.store.PostgresWords} turns it into PostgreSQL's words. A record is written once, too, in SQL
 * that both understand: a column on the right-hand side of {@code DO UPDATE SET} carries the name of its table; a count of
 * some is {@code count(*) FILTER (WHERE …)}; a parameter that may be null and is compared with null is
 * {@code CAST(:x AS TEXT)}; yes and no are 1 and 0; {@code LIKE} minds case on the server only; a text holds no U+0000. Its
 * test runs on the file, and a subclass of three lines, {@code …OnPostgresIT}, runs it on the server.
 */
@NullMarked
package dev.rolewise.store;

import org.jspecify.annotations.NullMarked;
