package dev.rolewise.cascade.money;

import dev.rolewise.cascade.money.YamlKeys.Text;
import dev.rolewise.question.Usd;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one price list. Used once, by one thread. */
final class PricesFile {
    private static final Pattern NAME = Pattern.compile("[^*\\s]*\\*?");
    /** The kinds of provider that the settings know. */
    private static final List<String> PROVIDERS = List.of("anthropic", "google", "ollama", "openai");

    private static final Set<String> TOP = Set.of("unknown", "models");
    private static final Set<String> UNKNOWN = Set.of("input", "output");
    private static final Set<String> ENTRY = Set.of("provider", "names", "input", "output", "free", "as-of", "origin");

    private final PriceFaults faults;
    private final List<PriceEntry> entries = new ArrayList<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();

    PricesFile(String name) {
        this.faults = new PriceFaults(name);
    }

    Prices read(String text) throws PricesException {
        Optional<YamlKeys> top = YamlKeys.read(text, TOP, faults);
        Optional<Price> unknown =
                top.flatMap(keys -> keys.keys("unknown", UNKNOWN)).flatMap(this::price);
        top.ifPresent(keys -> keys.list("models", ENTRY).forEach(this::take));
        if (unknown.isEmpty() || !faults.all().isEmpty()) {
            throw new PricesException(faults.all());
        }
        return new Prices(entries, unknown.get());
    }

    private void take(YamlKeys keys) {
        String provider = keys.text("provider").orElse("");
        if (!provider.isEmpty() && !PROVIDERS.contains(provider)) {
            faults.add(
                    keys.line("provider"),
                    "there is no provider " + provider,
                    "use one of " + String.join(", ", PROVIDERS));
        }
        boolean free = isFree(keys);
        Optional<Price> price = free ? Optional.of(Price.FREE) : price(keys);
        String source = free ? "free" : source(keys);
        for (Text name : keys.texts("names")) {
            String pattern = name.value().toLowerCase(Locale.ROOT);
            check(provider, pattern, name.line());
            price.ifPresent(p -> entries.add(new PriceEntry(provider, pattern, p, source)));
        }
    }

    private boolean isFree(YamlKeys keys) {
        if (!keys.has("free")) {
            return false;
        }
        if (!keys.text("free").orElse("true").equals("true")) {
            faults.add(keys.line("free"), "free is not true", "write \"free: true\", or input and output instead");
        } else if (keys.has("input") || keys.has("output")) {
            faults.add(keys.line("free"), "it is free and has a price", "keep one of the two");
        }
        return true;
    }

    private void check(String provider, String pattern, int line) {
        if (!NAME.matcher(pattern).matches()) {
            faults.add(
                    line,
                    "\"" + pattern + "\" is no model name",
                    "write a name, or its beginning and one * at the end");
        }
        Integer earlier = seen.putIfAbsent(provider + " " + pattern, line);
        if (earlier != null) {
            faults.add(line, "\"" + pattern + "\" stands in line " + earlier + " already", "keep one of them");
        }
    }

    private String source(YamlKeys keys) {
        String date = keys.text("as-of").orElse("");
        try {
            if (!date.isEmpty()) {
                LocalDate.parse(date);
            }
        } catch (DateTimeException e) {
            faults.add(keys.line("as-of"), "as-of is no date", "write it as 2026-11-21");
        }
        return "as of " + date + ", " + keys.text("origin").orElse("");
    }

    private Optional<Price> price(YamlKeys keys) {
        Optional<Usd> input = perToken(keys, "input");
        Optional<Usd> output = perToken(keys, "output");
        return input.flatMap(in -> output.map(out -> new Price(in, out)));
    }

    private Optional<Usd> perToken(YamlKeys keys, String key) {
        return keys.text(key).flatMap(text -> perToken(text, key, keys.line(key)));
    }

    private Optional<Usd> perToken(String text, String key, int line) {
        try {
            Usd price = Price.perToken(text);
            if (price.isZero()) {
                faults.add(
                        line, key + " is zero", "give the price, or write \"free: true\" instead of input and output");
            }
            return Optional.of(price);
        } catch (IllegalArgumentException e) {
            faults.add(
                    line, key + " is no price: " + e.getMessage(), "write dollars for a million tokens, such as 0.25");
            return Optional.empty();
        }
    }
}
