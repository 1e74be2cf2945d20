package dev.rolewise.app;

import dev.rolewise.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a server in the file of the database, by table; read beside the running bot. */
final class KeptRows {
    private static final Map<String, String> OTHERS = Map.of(
            "document_section",
            "document_id IN (SELECT id FROM document WHERE server_id = ?)",
            "spending",
            "holder = 'SERVER' AND holder_id = ?");

    private KeptRows() {}

    static Map<String, List<String>> of(Path dataFolder, String serverId) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + dataFolder.resolve(Database.FILE))) {
            for (String table : column(file, "SELECT name FROM sqlite_master WHERE type = 'table'", "")) {
                boolean own = column(file, "SELECT name FROM pragma_table_info(?)", table)
                        .contains("server_id");
                String which = OTHERS.getOrDefault(table, own ? "server_id = ?" : "");
                if (!which.isEmpty()) {
                    rows.put(table, column(file, "SELECT * FROM " + table + " WHERE " + which, serverId));
                }
            }
        }
        return rows;
    }

    /** Of all servers: the answers that were rated, and where. */
    static List<String> ratings(Path dataFolder) throws SQLException {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + dataFolder.resolve(Database.FILE))) {
            return column(file, "SELECT answer_id, server_id FROM feedback", "");
        }
    }

    private static List<String> column(Connection file, String sql, String parameter) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement query = file.prepareStatement(sql)) {
            if (!parameter.isEmpty()) {
                query.setString(1, parameter);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    StringBuilder values = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.append(i > 1 ? " | " : "").append(row.getString(i));
                    }
                    rows.add(values.toString());
                }
            }
        }
        return rows.stream().sorted().toList();
    }
}
