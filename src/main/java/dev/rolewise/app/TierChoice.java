package dev.rolewise.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says which tier answers. Only the local one is set up, so it changes nothing. */
final class TierChoice {
    @Option(
            names = "--tier",
            paramLabel = "TIER",
            converter = Name.class,
            description = "The tier that answers: local.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private @Nullable String name;

    /** Reads the name of a tier; refuses one that is not set up. */
    static final class Name implements ITypeConverter<String> {
        @Override
        public String convert(String name) {
            if (!name.equals("local")) {
                throw new TypeConversionException("no such tier is set up; there is local");
            }
            return name;
        }
    }
}
