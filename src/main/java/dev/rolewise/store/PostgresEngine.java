package dev.rolewise.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.rolewise.store.DatabaseException.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A PostgreSQL server, by a bounded pool of connections. Writers of all processes take turns by an advisory lock of the
 * database, which a transaction holds from its beginning: so what it reads is still true when it writes, as with the file.
 * A process that is killed or cut off gives its turn up when the server notices, after 30 s at the latest.
 */
final class PostgresEngine implements Engine {
    /** The number of the lock: "rolewise" in ASCII. */
    private static final long WRITER = 0x726f6c6577697365L;

    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration CHECK = Duration.ofSeconds(1);
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(2);

    /** How long the server lets a session wait for its turn, work, or do nothing while it has the turn. */
    private static final String LIMITS =
            "SET lock_timeout = '8s'; SET statement_timeout = '15s'; SET idle_in_transaction_session_timeout = '30s'";

    private final PostgresAddress address;
    private final Faults faults;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private PostgresEngine(PostgresAddress address, HikariDataSource pool) {
        this.address = address;
        this.faults = new PostgresFaults(address);
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).registerArgument(new TextArgument());
    }

    /** Makes the tables where they are missing; the database itself has to be there. */
    static PostgresEngine open(PostgresAddress address) {
        Schema.onServer(address).migrate();
        try {
            return new PostgresEngine(address, new HikariDataSource(pool(address)));
        } catch (PoolInitializationException e) {
            throw new PostgresFaults(address).of(e);
        }
    }

    private static HikariConfig pool(PostgresAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("rolewise");
        config.setJdbcUrl(address.url());
        properties(address).forEach(config::addDataSourceProperty);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(CHECK.toMillis());
        config.setKeepaliveTime(KEEP_ALIVE.toMillis());
        config.setConnectionInitSql(LIMITS);
        return config;
    }

    /** A connection of its own, for work that may take long. */
    static Handle connect(PostgresAddress address) {
        try {
            return Jdbi.open(address.url(), SqliteEngine.properties(properties(address)));
        } catch (JdbiException e) {
            throw new PostgresFaults(address).of(e);
        }
    }

    /** What the driver is told: who connects, and not to wait for ever or to put values into its messages. */
    static Map<String, String> properties(PostgresAddress address) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "ApplicationName", "rolewise",
                "connectTimeout", "5",
                "loginTimeout", "5",
                "socketTimeout", "30",
                "tcpKeepAlive", "true",
                "logServerErrorDetail", "false"));
        properties.putAll(address.login());
        return properties;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return use(() -> jdbi.withHandle(work::apply));
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return use(() -> jdbi.inTransaction(handle -> {
            takeTurn(handle);
            return work.apply(handle);
        }));
    }

    /** The server's files are for whoever runs it. */
    @Override
    public void scrub() {
        // rows that are gone are gone for every reader
    }

    /** Waits for the turn, which ends with the transaction. */
    static void takeTurn(Handle handle) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                .bind("lock", WRITER)
                .mapTo(Integer.class)
                .one();
    }

    private <T> T use(Supplier<T> work) {
        if (pool.isClosed()) {
            throw new DatabaseException(
                    Kind.ENDED, "The connection to " + address + " has been closed: the program is stopping.");
        }
        try {
            return work.get();
        } catch (JdbiException e) {
            throw faults.of(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
