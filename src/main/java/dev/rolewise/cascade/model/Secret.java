package dev.rolewise.cascade.model;

/** A key that never shows itself: it prints as {@code ***} wherever it is put into a text. Immutable. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Throws {@link IllegalArgumentException}, without the value, where it is blank or not printable ASCII. */
    public static Secret of(String value) {
        if (!value.matches("[!-~]{1,4096}")) {
            throw new IllegalArgumentException(
                    "a key is one word of printable characters: check for spaces and line breaks around it");
        }
        return new Secret(value);
    }

    /** The key itself, for the request to the provider alone. */
    String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
