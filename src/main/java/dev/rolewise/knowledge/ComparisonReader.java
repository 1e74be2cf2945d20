package dev.rolewise.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the roles of a pack side by side. */
final class ComparisonReader {
    private static final String NOT_COVERED = "not-covered";
    private static final String FORM = "write {text: …, statements: […]}, {disagree: […]} or " + NOT_COVERED;

    private static final Set<String> CELL = new LinkedHashSet<>(List.of("text", "statements", "disagree"));

    private final Set<String> roles;
    private final Set<String> aspects;
    private final StatementIndex index;
    private final Faults faults;

    ComparisonReader(List<Role> roles, List<Aspect> aspects, StatementIndex index, Faults faults) {
        this.roles = roles.stream().map(Role::id).collect(Collectors.toCollection(LinkedHashSet::new));
        this.aspects = aspects.stream().map(Aspect::id).collect(Collectors.toSet());
        this.index = index;
        this.faults = faults;
    }

    Comparison read(YamlMap file) {
        UniqueIds ids = new UniqueIds("row", faults);
        List<YamlMap> rows = file.maps("rows", "id", "name", "aspect", "cells");
        if (rows.size() > Comparison.MAX_ROWS) {
            faults.add(
                    file.file(),
                    rows.get(Comparison.MAX_ROWS).line(),
                    "the comparison has " + rows.size() + " rows",
                    "keep the best " + Comparison.MAX_ROWS);
        }
        return new Comparison(rows.stream().map(row -> row(row, ids)).toList());
    }

    private Comparison.Row row(YamlMap entry, UniqueIds ids) {
        String id = SubjectReader.id(entry, ids);
        return new Comparison.Row(
                id,
                entry.text("name", "the name of row \"" + id + "\"", Comparison.MAX_NAME),
                References.one(entry, "aspect", "aspect", aspects, faults),
                cells(entry, id));
    }

    private List<Cell> cells(YamlMap row, String id) {
        Optional<YamlMap> cells = row.map("cells", "role", roles, "write below it one cell for each role");
        List<Cell> read = new ArrayList<>();
        for (String role : roles) {
            if (cells.isEmpty() || cells.get().has(role)) {
                read.add(cells.map(c -> cell(c, role, id)).orElse(new Cell.NotCovered()));
            } else {
                faults.add(
                        row.file(),
                        row.line("cells"),
                        "row \"" + id + "\" has no cell for \"" + role + "\"",
                        "add \"" + role + ": …\", or \"" + role + ": " + NOT_COVERED + "\"");
            }
        }
        return read;
    }

    private Cell cell(YamlMap cells, String role, String row) {
        if (cells.says(role, NOT_COVERED)) {
            return new Cell.NotCovered();
        }
        String what = "the cell of \"" + role + "\" in row \"" + row + "\"";
        Optional<YamlMap> cell = cells.map(role, "key", CELL, FORM);
        if (cell.isEmpty()) {
            return new Cell.NotCovered();
        }
        return cell.get().has("disagree") ? disagreed(cell.get(), what) : stated(cell.get(), what);
    }

    private Cell disagreed(YamlMap cell, String what) {
        if (cell.has("text") || cell.has("statements")) {
            faults.add(cell.file(), cell.line(), what + " both states and disagrees", FORM);
        }
        List<YamlMap> sides = cell.maps("disagree", "text", "statements");
        if (sides.size() == 1) {
            faults.add(cell.file(), cell.line("disagree"), what + " disagrees with nobody", "add another side");
        }
        return new Cell.Disagreed(sides.stream().map(s -> stated(s, what)).toList());
    }

    private Cell.Stated stated(YamlMap entry, String what) {
        String text = entry.text("text", what, Comparison.MAX_CELL);
        if (text.endsWith(".")) {
            faults.add(entry.file(), entry.line("text"), what + " ends in a full stop", "delete the full stop");
        }
        return new Cell.Stated(text, index.keys(entry.file(), entry.someTexts("statements")));
    }
}
