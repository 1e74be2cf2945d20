package dev.rolewise.store;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Texts as either database keeps them, so that none is refused by one and kept by the other: what PostgreSQL takes in no text,
 * NUL, and what no UTF-8 can say, half of a surrogate pair, become U+FFFD.
 */
final class TextArgument extends AbstractArgumentFactory<String> {
    private static final char REPLACEMENT = '\uFFFD';

    TextArgument() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        String kept = keepable(value);
        return (position, statement, context) -> statement.setString(position, kept);
    }

    static String keepable(String text) {
        int[] kept = text.codePoints().map(c -> unkeepable(c) ? REPLACEMENT : c).toArray();
        return new String(kept, 0, kept.length);
    }

    private static boolean unkeepable(int c) {
        return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
