package dev.rolewise.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how an option shares its question's weight out among the roles. */
final class LeanReader {
    private static final int WHOLE = 100;
    private static final String KEY = "lean";
    private static final String EVEN = "even";

    private final Set<String> roles;
    private final Faults faults;

    /** @param roles in the pack's order */
    LeanReader(Set<String> roles, Faults faults) {
        this.roles = roles;
        this.faults = faults;
    }

    /** Per cent by role, for all roles of the pack. */
    Map<String, Integer> lean(YamlMap option) {
        if (option.says(KEY, EVEN)) {
            return equalShares();
        }
        Optional<YamlMap> written =
                option.map(KEY, "role", roles, "write {role: per cent, …}, or \"" + EVEN + "\" for equal shares");
        if (written.isEmpty()) {
            return equalShares();
        }
        Map<String, Integer> lean = new LinkedHashMap<>();
        roles.forEach(
                role -> lean.put(role, written.get().has(role) ? written.get().number(role, 0, WHOLE) : 0));
        int sum = lean.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != WHOLE) {
            faults.add(
                    option.file(),
                    option.line(KEY),
                    "the lean adds up to " + sum,
                    "make it " + WHOLE + "; a role that is left out gets 0");
        }
        return lean;
    }

    /** Whether it favours no role, but for what a whole number cannot share out. */
    static boolean even(Map<String, Integer> lean) {
        return lean.isEmpty() || Collections.max(lean.values()) - Collections.min(lean.values()) <= 1;
    }

    private Map<String, Integer> equalShares() {
        Map<String, Integer> lean = new LinkedHashMap<>();
        int left = WHOLE;
        for (String role : roles) {
            int rest = roles.size() - lean.size();
            int share = (left + rest - 1) / rest;
            lean.put(role, share);
            left -= share;
        }
        return lean;
    }
}
