package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a form body, each fault under its path, as Discord reports it. */
final class FormFaults {

    /** One fault; the path's steps are parted by dots. */
    record Fault(String path, String detail) {}

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    void add(String path, String detail) {
        faults.add(new Fault(path, detail));
    }

    void require(boolean holds, String path, String detail) {
        if (!holds) {
            add(path, detail);
        }
    }

    /** The text of a field, if it is there, has at most {@code most} characters. */
    void atMost(JsonNode owner, String field, int most, String path) {
        int length = Json.length(owner.path(field).asText(""));
        boolean there = Json.has(owner, field);
        require(
                !there || length <= most,
                path + "." + field,
                "Must be " + most + " or fewer in length, is " + length + ".");
    }

    /** The text of a field is there and has 1 to {@code most} characters. */
    void text(JsonNode owner, String field, int most, String path) {
        require(!owner.path(field).asText("").isEmpty(), path + "." + field, "This field is required.");
        atMost(owner, field, most, path);
    }

    void count(int count, int least, int most, String path) {
        require(
                count >= least && count <= most,
                path,
                "Must be between " + least + " and " + most + " in length, is " + count + ".");
    }

    /** The value was not given before under the same heading. */
    void unique(String heading, String value, String path) {
        require(seen.add(heading + "\0" + value), path, heading + " cannot be duplicated: " + value);
    }

    List<Fault> all() {
        return List.copyOf(faults);
    }
}
