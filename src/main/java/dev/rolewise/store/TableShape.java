package dev.rolewise.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A table of ours as any of the databases has it.
 *
 * @param numbered its column that the database numbers by itself
 */
record TableShape(String name, List<Column> columns, Optional<String> numbered) {
    /** The table in which Flyway keeps which migrations have run. */
    static final String HISTORY = "flyway_schema_history";

    /** A column and what stands in it. */
    record Column(String name, Kind kind) {}

    /** What can stand in a column. */
    enum Kind {
        TEXT,
        INTEGER,
        REAL,
        BYTES;

        /** By the name of the type: the number that the driver of SQLite gives for bytes is that of text. */
        private static Kind of(String type) throws SQLException {
            return switch (type.toLowerCase(Locale.ROOT)) {
                case "text" -> TEXT;
                case "integer", "int8", "bigserial" -> INTEGER;
                case "real", "float8" -> REAL;
                case "blob", "bytea" -> BYTES;
                default -> throw new SQLException("there is a column of a type that is none of ours: " + type);
            };
        }
    }

    /** The tables that a connection works on, each after those that it refers to; not {@link #HISTORY}. */
    static List<TableShape> all(Handle handle) throws SQLException {
        Connection connection = handle.getConnection();
        DatabaseMetaData data = connection.getMetaData();
        Optional<String> schema = Optional.ofNullable(connection.getSchema());
        Map<String, TableShape> shapes = new TreeMap<>();
        for (String table : tables(data, schema, HISTORY)) {
            shapes.put(table, shape(data, schema, table));
        }
        return ordered(data, schema, shapes);
    }

    /** Whether any migration has run. */
    static boolean areThere(Handle handle) throws SQLException {
        Connection connection = handle.getConnection();
        return tables(connection.getMetaData(), Optional.ofNullable(connection.getSchema()), "")
                .contains(HISTORY);
    }

    /** {@code INSERT} with a question mark for each column. */
    String insert() {
        return "INSERT INTO " + quoted(name) + " (" + list() + ") VALUES ("
                + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
    }

    String select() {
        return "SELECT " + list() + " FROM " + quoted(name);
    }

    private String list() {
        return columns.stream().map(c -> quoted(c.name())).collect(Collectors.joining(", "));
    }

    static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** The driver takes what is asked for as a pattern, so the answer is looked through. */
    private static Set<String> tables(DatabaseMetaData data, Optional<String> schema, String without)
            throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet found = data.getTables(null, schema.orElse(null), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (isIn(schema, found) && !name.equals(without) && !name.startsWith("sqlite_")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static TableShape shape(DatabaseMetaData data, Optional<String> schema, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        Optional<String> numbered = Optional.empty();
        try (ResultSet found = data.getColumns(null, schema.orElse(null), table, "%")) {
            while (found.next()) {
                if (isIn(schema, found) && found.getString("TABLE_NAME").equals(table)) {
                    String name = found.getString("COLUMN_NAME");
                    columns.add(new Column(name, Kind.of(found.getString("TYPE_NAME"))));
                    numbered = "YES".equals(found.getString("IS_AUTOINCREMENT")) ? Optional.of(name) : numbered;
                }
            }
        }
        return new TableShape(table, List.copyOf(columns), numbered);
    }

    private static boolean isIn(Optional<String> schema, ResultSet found) throws SQLException {
        return schema.isEmpty() || schema.get().equals(found.getString("TABLE_SCHEM"));
    }

    private static List<TableShape> ordered(
            DatabaseMetaData data, Optional<String> schema, Map<String, TableShape> shapes) throws SQLException {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (String table : shapes.keySet()) {
            Set<String> needed = new TreeSet<>();
            try (ResultSet found = data.getImportedKeys(null, schema.orElse(null), table)) {
                while (found.next()) {
                    needed.add(found.getString("PKTABLE_NAME"));
                }
            }
            needed.remove(table);
            needs.put(table, needed);
        }
        Map<String, TableShape> ordered = new LinkedHashMap<>();
        while (ordered.size() < shapes.size()) {
            String next = shapes.keySet().stream()
                    .filter(table -> !ordered.containsKey(table))
                    .filter(table -> ordered.keySet().containsAll(needs.getOrDefault(table, Set.of())))
                    .findFirst()
                    .orElseThrow(() -> new SQLException("tables refer to each other in a circle"));
            ordered.put(next, shapes.get(next));
        }
        return List.copyOf(ordered.values());
    }
}
