package dev.rolewise.replay;

import dev.rolewise.provider.ProviderRequest;
import dev.rolewise.provider.Said;
import dev.rolewise.provider.ScriptedModels;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two models as they are met: both say what their passages say, and now and then one says what nothing carries, the cheap
 * one more often. The same prompt gets the same answer. An answer takes 80 to 250 tokens.
 */
public final class TypicalModels {
    /** Of a hundred answers of the cheap model, those that are of no use. */
    private static final int CHEAP_USELESS = 5;

    private static final int STRONG_USELESS = 1;
    private static final int CLAIMS = 5;
    private static final int FEWEST_TOKENS = 80;
    private static final int MOST_TOKENS = 250;
    private static final Pattern MARK = Pattern.compile("<<passage 1 (\\S+)>>");

    private TypicalModels() {}

    /** Both, told apart by the name that is asked for. */
    public static Function<ProviderRequest, Said> of(String strong) {
        Function<ProviderRequest, Said> good = ScriptedModels.faithful(CLAIMS);
        Function<ProviderRequest, Said> useless = ScriptedModels.garbage();
        return request -> {
            int percent = request.model().equals(strong) ? STRONG_USELESS : CHEAP_USELESS;
            boolean fails = Math.floorMod((request.model() + unmarked(request)).hashCode(), 100) < percent;
            Said said = (fails ? useless : good).apply(request);
            int out = Math.max(FEWEST_TOKENS, Math.min(MOST_TOKENS, said.out().orElse(FEWEST_TOKENS)));
            return new Said(said.text(), said.in(), OptionalInt.of(out), said.finish());
        };
    }

    /** What the user says, without the word that is another each time. */
    private static String unmarked(ProviderRequest request) {
        String user = request.user();
        Matcher mark = MARK.matcher(user);
        return mark.find() ? user.replace(mark.group(1), "") : user;
    }
}
