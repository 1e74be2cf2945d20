package dev.rolewise.app;

import dev.rolewise.cascade.model.PromptLimits;
import dev.rolewise.cascade.model.TierSettings;
import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.Price;
import dev.rolewise.cascade.money.Priced;
import dev.rolewise.cascade.money.Prices;
import dev.rolewise.cascade.money.Tokens;
import dev.rolewise.cascade.money.WorstCase;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a tier's calls count at, and what an operator should know of that before the first bill.
 *
 * @param priced what its tokens cost, and who says so
 * @param warnings one line each with its remedy; empty where all is well
 */
record TierTerms(Tier tier, Priced priced, List<String> warnings) {
    private static final long MILLION = 1_000_000;

    TierTerms {
        warnings = List.copyOf(warnings);
    }

    static TierTerms of(Tier tier, TierSettings settings, Prices prices, BudgetSettings budget) {
        String prefix = ModelSettings.prefix(tier);
        Priced priced = prices.of(settings.provider(), settings.model(), settings.baseUrl());
        List<String> warnings = new ArrayList<>();
        settings.warnings().forEach(warning -> warnings.add(prefix + warning));
        if (!priced.known()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%smodel: %s is not in %s, so each call counts at its price for unknown models; add a line for it",
                    prefix,
                    settings.model(),
                    Prices.FILE));
        }
        Usd most = WorstCase.of(priced.price(), PromptLimits.DEFAULT.maxInputChars(), settings.maxOutputTokens());
        budget.tooSmallFor(most)
                .ifPresent(cap -> warnings.add(String.format(
                        Locale.ROOT,
                        "%s: less than the %s that a long question to %s may cost and that is put aside before it is"
                                + " asked, so it may never be asked; raise it, or choose a cheaper model",
                        cap.key(),
                        most,
                        settings.model())));
        return new TierTerms(tier, priced, warnings);
    }

    /** The price and its origin, in a line. */
    String price() {
        Price price = priced.price();
        String name = tier.name().toLowerCase(Locale.ROOT);
        return price.isFree()
                ? name + ": costs nothing (" + priced.source() + ")"
                : String.format(
                        Locale.ROOT,
                        "%s: a million tokens count at %s in and %s out (%s)",
                        name,
                        price.of(new Tokens(MILLION, 0)),
                        price.of(new Tokens(0, MILLION)),
                        priced.source());
    }
}
