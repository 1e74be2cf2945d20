package dev.rolewise.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.store.TableShape.Column;
import dev.rolewise.store.TableShape.Kind;
import dev.rolewise.store.archive.ArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as lines of JSON: first its columns as an object, then an array for each row, bytes in Base64. Says
 * nothing about the database that they come from, so that any can take them.
 */
final class TableFile {
    private static final String ENDING = ".jsonl";
    private static final int AT_ONCE = 500;

    /** More than any value of ours has in Base64. */
    private static final int MAX_VALUE = 256 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MAX_VALUE).build())
            .build();
    private static final ObjectMapper JSON = new ObjectMapper(FACTORY);

    private TableFile() {}

    /** Name of the file of a table. */
    static String name(String table) {
        return table + ENDING;
    }

    static boolean isName(String name) {
        return name.matches("[a-z][a-z0-9_]{0,62}[.]jsonl");
    }

    /** Writes all rows. */
    static void write(Handle handle, TableShape table, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out).setRootValueSeparator(null);
                Stream<Boolean> rows = handle
                        .createQuery(table.select())
                        .setFetchSize(AT_ONCE)
                        .map((row, context) -> write(row, table, json))
                        .stream()) {
            json.writeStartObject();
            for (Column column : table.columns()) {
                json.writeStringField(column.name(), column.kind().name());
            }
            json.writeEndObject();
            json.writeRaw('\n');
            rows.forEach(row -> {});
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean write(ResultSet row, TableShape table, JsonGenerator json) throws SQLException {
        try {
            json.writeStartArray();
            for (int i = 0; i < table.columns().size(); i++) {
                write(row, i + 1, table.columns().get(i).kind(), json);
            }
            json.writeEndArray();
            json.writeRaw('\n');
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ResultSet row, int index, Kind kind, JsonGenerator json)
            throws SQLException, IOException {
        if (row.getObject(index) == null) {
            json.writeNull();
            return;
        }
        switch (kind) {
            case TEXT -> json.writeString(row.getString(index));
            case INTEGER -> json.writeNumber(row.getLong(index));
            case REAL -> json.writeNumber(row.getDouble(index));
            case BYTES -> json.writeBinary(row.getBytes(index));
        }
    }

    /** Adds all rows of a file to an empty table; returns how many. */
    static long load(Handle handle, TableShape table, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(in)) {
            if (!lines.hasNextValue() || !describes(lines.nextValue(), table)) {
                throw foreign(table, "has other columns");
            }
            long rows = 0;
            List<JsonNode> some = new ArrayList<>();
            while (lines.hasNextValue()) {
                some.add(lines.nextValue());
                rows++;
                if (some.size() == AT_ONCE) {
                    insert(handle, table, some);
                    some.clear();
                }
            }
            insert(handle, table, some);
            return rows;
        }
    }

    private static boolean describes(JsonNode columns, TableShape table) {
        List<Column> said = new ArrayList<>();
        columns.properties().forEach(field -> {
            for (Kind kind : Kind.values()) {
                if (kind.name().equals(field.getValue().asText())) {
                    said.add(new Column(field.getKey(), kind));
                }
            }
        });
        return said.size() == columns.size() && said.equals(table.columns());
    }

    private static void insert(Handle handle, TableShape table, List<JsonNode> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(table.insert())) {
            for (JsonNode row : rows) {
                if (!row.isArray() || row.size() != table.columns().size()) {
                    throw foreign(table, "has a row that does not fit");
                }
                for (int i = 0; i < row.size(); i++) {
                    batch.bind(i, value(row.get(i), table.columns().get(i).kind()));
                }
                batch.add();
            }
            batch.execute();
        }
    }

    private static @Nullable Object value(JsonNode value, Kind kind) throws IOException {
        if (value.isNull()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> value.asText();
            case INTEGER -> value.asLong();
            case REAL -> value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble();
            case BYTES -> value.binaryValue();
        };
    }

    private static ArchiveException foreign(TableShape table, String how) {
        return new ArchiveException("This is no usable backup: its table " + table.name() + " " + how + ".");
    }
}
