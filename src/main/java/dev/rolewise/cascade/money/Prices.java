package dev.rolewise.cascade.money;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The price list: what the tokens of each model cost, and what those of a model cost that it does not name.
 *
 * <p>Immutable. It is read from {@value #FILE} in the configuration.
 */
public final class Prices {
    /** Name of the file in the configuration. */
    public static final String FILE = "prices.yml";

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|::1");

    private final List<PriceEntry> entries;
    private final Price unknown;

    Prices(List<PriceEntry> entries, Price unknown) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(PriceEntry::rank).reversed())
                .toList();
        this.unknown = unknown;
    }

    /**
     * Reads a price list.
     *
     * @param name what the file is called in faults
     * @throws PricesException where it is not one; names all faults
     */
    public static Prices read(Path file, String name) throws PricesException {
        try {
            return parse(Files.readString(file), name);
        } catch (CharacterCodingException e) {
            throw new PricesException(List.of(name + ": is not UTF-8; save it as UTF-8"));
        } catch (IOException e) {
            throw new PricesException(List.of(String.format(
                    Locale.ROOT, "%s: cannot be read (%s); check its permissions", name, e.getMessage())));
        }
    }

    /** Reads the text of a price list; otherwise as {@link #read}. */
    public static Prices parse(String text, String name) throws PricesException {
        return new PricesFile(name).read(text);
    }

    /** What a model counts at; upper and lower case are the same. */
    public Priced of(String provider, String model) {
        return of(provider, model, Optional.empty());
    }

    /**
     * What a model counts at that is asked at {@code baseUrl}. A model that the list names costs what the list says,
     * wherever it is; another is free where that address is of this machine.
     */
    public Priced of(String provider, String model, Optional<URI> baseUrl) {
        String kind = provider.toLowerCase(Locale.ROOT);
        String name = model.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> entry.matches(kind, name))
                .findFirst()
                .map(entry -> new Priced(entry.price(), true, entry.source()))
                .orElseGet(() -> unnamed(baseUrl));
    }

    private Priced unnamed(Optional<URI> baseUrl) {
        return baseUrl.map(URI::getHost).filter(Prices::isThisMachine).isPresent()
                ? new Priced(Price.FREE, true, "free: on this machine")
                : new Priced(unknown, false, "not in " + FILE + ": counted at its price for unknown models");
    }

    private static boolean isThisMachine(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
