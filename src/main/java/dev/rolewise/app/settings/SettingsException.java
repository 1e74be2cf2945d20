package dev.rolewise.app.settings;

import java.util.List;

/** The settings or the configuration cannot be used. Each fault is one line that says where, what and how to mend it. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public SettingsException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public SettingsException(String fault) {
        this(List.of(fault));
    }

    /** At least one. */
    public List<String> faults() {
        return faults;
    }
}
