package dev.rolewise.app;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.question.Tier;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says which tier answers, instead of the one that the question needs. */
final class TierChoice {
    @Option(
            names = "--tier",
            paramLabel = "TIER",
            converter = Name.class,
            description = "The one tier that answers: local, cheap or strong. It answers anew, past the cache.")
    private @Nullable Tier tier;

    /** Reads the name of a tier. */
    static final class Name implements ITypeConverter<Tier> {
        @Override
        public Tier convert(String name) {
            for (Tier tier : Tier.values()) {
                if (tier.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return tier;
                }
            }
            throw new TypeConversionException("there is no such tier; there are local, cheap and strong");
        }
    }

    /** How to ask; refuses a tier that is not set up. */
    AskOptions options(Services services, boolean fresh) throws OperatorException {
        Optional<Tier> only = Optional.ofNullable(tier);
        if (only.isPresent() && !services.has(only.get())) {
            String name = only.get().name().toLowerCase(Locale.ROOT);
            throw new OperatorException("the tier " + name + " is not set up: set tiers." + name
                    + ".provider and tiers." + name + ".model, see rolewise.yml");
        }
        return AskOptions.of(fresh || only.isPresent(), only);
    }
}
