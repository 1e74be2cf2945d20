package dev.rolewise.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The values of all settings, each checked and with its origin. Immutable.
 *
 * <p>Asking for a setting that was not declared, or for one without a value by a method that needs one, is a mistake of
 * the program and throws {@link IllegalArgumentException}.
 */
public final class Settings {
    private final Map<String, Value> values = new LinkedHashMap<>();

    /**
     * A setting with what it is set to.
     *
     * @param text as written; empty where it is not set and has no default
     * @param origin {@code default}, {@code rolewise.yml:12}, {@code environment ROLEWISE_X}
     */
    public record Value(SettingKey key, Optional<String> text, String origin) {
        /** As it may be shown to anybody. */
        public String shown() {
            return text.map(t -> key.secret() ? "***" : t).orElse(key.absent());
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s = %s (%s)", key.name(), shown(), origin);
        }
    }

    Settings(List<Value> values) {
        values.forEach(v -> this.values.put(v.key().name(), v));
    }

    /** All of them, in the order in which they were declared. */
    public Collection<Value> all() {
        return Collections.unmodifiableCollection(values.values());
    }

    /** The value of a setting that may be left out. */
    public Optional<String> optional(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no setting " + name);
        }
        return value.text();
    }

    public String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(name + " has no value"));
    }

    public Duration duration(String name) {
        return Units.duration(text(name)).orElseThrow(() -> otherKind(name));
    }

    /** A size in bytes. */
    public long size(String name) {
        return Units.size(text(name)).orElseThrow(() -> otherKind(name));
    }

    public int count(String name) {
        return Units.count(text(name)).orElseThrow(() -> otherKind(name));
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** A number from 0 to 1. */
    public double share(String name) {
        return Double.parseDouble(text(name));
    }

    /** A path as written; a relative one counts from where the program was started. */
    public Path folder(String name) {
        return Path.of(text(name));
    }

    /** An http or https address that may be left out. */
    public Optional<URI> address(String name) {
        return optional(name).map(a -> SettingKind.address(a).orElseThrow(() -> otherKind(name)));
    }

    private static IllegalArgumentException otherKind(String name) {
        return new IllegalArgumentException(name + " is of another kind");
    }
}
