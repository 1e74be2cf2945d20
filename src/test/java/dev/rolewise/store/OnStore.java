package dev.rolewise.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A test of a repository on a database that is opened once for the class; so each test has ids of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnStore {
    /** What people type and files hold. */
    static final List<String> AWKWARD = List.of(
            "\ud83c\udf33\ud83d\udc69\u200d\ud83d\ude80 \ud83e\udee0",
            "it's \"so\"; DROP TABLE document; -- \\ %s ? :id $1",
            "line\r\nline\ttab \u001b[31m \u202eright to left\u202c",
            "e\u0301 \u00e9 \ufb01 \uffff \ud840\udc00",
            "  blanks around  ",
            "long \ud83c\udf33 ".repeat(20_000));

    /** What cannot be kept, and what is kept in its place. */
    static final String UNKEEPABLE = "a\u0000b\ud83cc\udf33d";

    static final String KEPT = "a\ufffdb\ufffdc\ufffdd";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    DatabaseSettings place;
    Database database;

    /** What it runs on. */
    TestStore store() {
        return TestStore.SQLITE;
    }

    @BeforeAll
    void openDatabase(@TempDir Path empty) {
        place = store().empty(empty);
        database = Database.open(place);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    /** An id that no other test has. */
    static String id(String what) {
        return what + NUMBER.incrementAndGet();
    }

    /** Does so many things in eight threads, over two openings of the database as if by two processes. */
    void together(int times, BiConsumer<Database, Integer> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Database other = Database.open(place)) {
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(Executors.callable(() -> work.accept(number % 2 == 0 ? database : other, number)));
            }
            for (Future<Object> done : threads.invokeAll(calls)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Fails while the database refuses rows of that table of which the condition is true. */
    void refusing(String table, String condition, Runnable work) {
        store().refuse(database, table, condition);
        try {
            work.run();
        } finally {
            store().allow(database, table);
        }
    }

    long count(String table, String column, String value) {
        return database.read(
                handle -> handle.createQuery("SELECT count(*) FROM " + table + " WHERE " + column + " = :value")
                        .bind("value", value)
                        .mapTo(Long.class)
                        .one());
    }
}
