package dev.rolewise.cascade;

import dev.rolewise.cascade.money.Price;
import dev.rolewise.provider.ProviderRequest;
import dev.rolewise.provider.Said;
import dev.rolewise.provider.Script;
import dev.rolewise.provider.ScriptedModels;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a provider may do to one question of a cheap tier that is alone, and what has to come of it.
 *
 * @param script what it does; empty where it is not there at all
 * @param calls that reach it
 * @param note beginning of what the receipt says, in its own words
 */
record FaultCase(String name, Optional<Script> script, int calls, Tier servedBy, Cost cost, String note) {
    private static final String UNREACHABLE = "the model could not be reached";
    private static final String TURNED_AWAY = "the model turned us away, which is for whoever runs this bot to mend";
    private static final String FAILED = "the model failed";
    private static final String LATE = "the model did not answer in time";
    private static final String BUSY = "the model was too busy";
    private static final String UNREADABLE = "the model's answer could not be read";
    private static final String FILTERED = "the provider's filter";
    private static final String UNSUPPORTED = "too little of what the model said";
    private static final String DECLINED = "the model gave no answer";

    /** What a question has cost in the end. */
    enum Cost {
        NOTHING(0, 0),
        /** As the provider counted: some thousand tokens. */
        COUNTED(800, 8_000),
        /** The worst case of each call: every byte of the prompt a token. */
        RESERVED(5_000, 25_000);

        private final long leastTokens;
        private final long mostTokens;

        Cost(long leastTokens, long mostTokens) {
            this.leastTokens = leastTokens;
            this.mostTokens = mostTokens;
        }

        Usd least(Price price, int calls) {
            return price.inputPerToken().times(leastTokens * calls);
        }

        Usd most(Price price, int calls) {
            return price.inputPerToken().times(mostTokens * calls);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    static Stream<FaultCase> all() {
        return Stream.of(onTheWire(), refusals(), ofTheBody(), ofTheModel()).flatMap(cases -> cases);
    }

    private static Stream<FaultCase> onTheWire() {
        return Stream.of(
                answered("no fault", says(said -> said), Cost.COUNTED),
                new FaultCase("no connection", Optional.empty(), 0, Tier.LOCAL, Cost.NOTHING, UNREACHABLE),
                local("no headers", Scripts.silent(), 1, Cost.RESERVED, LATE),
                local("stalled body", Scripts.stalledBody(), 1, Cost.RESERVED, LATE),
                local("slow dribble", Scripts.dribble(), 1, Cost.RESERVED, LATE),
                local("hangs up", Scripts.hangUp(), 2, Cost.RESERVED, UNREACHABLE),
                local("cut in the body", Scripts.cutBody(), 2, Cost.RESERVED, UNREACHABLE));
    }

    private static Stream<FaultCase> refusals() {
        return Stream.of(
                local("400", Scripts.error(400, "invalid_request"), 1, Cost.NOTHING, UNREADABLE),
                local("400, content filter", Scripts.error(400, "content_filter"), 1, Cost.RESERVED, FILTERED),
                local("401", Scripts.error(401, "invalid_api_key"), 1, Cost.NOTHING, TURNED_AWAY),
                local("403", Scripts.error(403, "forbidden"), 1, Cost.NOTHING, TURNED_AWAY),
                local("404 model", Scripts.error(404, "model_not_found"), 1, Cost.NOTHING, TURNED_AWAY),
                local("413", Scripts.error(413, "too_large"), 1, Cost.NOTHING, UNREADABLE),
                local("429", Scripts.error(429, "rate_limit_exceeded"), 2, Cost.NOTHING, BUSY),
                local("429, retry after 1 s", Scripts.errorWithRetryAfter(429, "1"), 2, Cost.NOTHING, BUSY),
                local("429, retry after 60 s", Scripts.errorWithRetryAfter(429, "60"), 1, Cost.NOTHING, BUSY),
                local("500", Scripts.error(500, "server_error"), 2, Cost.RESERVED, FAILED),
                local("502", Scripts.error(502, "bad_gateway"), 2, Cost.RESERVED, FAILED),
                local("503", Scripts.error(503, "overloaded"), 2, Cost.NOTHING, BUSY),
                local("503, retry after 60 s", Scripts.errorWithRetryAfter(503, "60"), 1, Cost.NOTHING, BUSY),
                local("redirect", Scripts.redirect("http://127.0.0.1:1/"), 1, Cost.NOTHING, UNREADABLE));
    }

    private static Stream<FaultCase> ofTheBody() {
        return Stream.of(
                local("malformed JSON", Scripts.malformedJson(), 1, Cost.RESERVED, UNREADABLE),
                local("truncated JSON", Scripts.truncatedJson(), 1, Cost.RESERVED, UNREADABLE),
                local("empty choices", Scripts.emptyChoices(), 1, Cost.RESERVED, UNREADABLE),
                local("wrong content type", Scripts.wrongContentType(), 1, Cost.RESERVED, UNREADABLE),
                local("HTML page", Scripts.htmlPage(), 1, Cost.RESERVED, UNREADABLE),
                local("50 MB announced", Scripts.huge(true), 1, Cost.RESERVED, UNREADABLE),
                local("50 MB unannounced", Scripts.huge(false), 1, Cost.RESERVED, UNREADABLE),
                answered("usage missing", says(Said::uncounted), Cost.RESERVED));
    }

    private static Stream<FaultCase> ofTheModel() {
        return Stream.of(
                local("finish: length", says(FaultCase::cut), 1, Cost.COUNTED, UNREADABLE),
                local(
                        "finish: content_filter",
                        says(said -> said.finishing("content_filter")),
                        1,
                        Cost.COUNTED,
                        FILTERED),
                local("obeys every order", ScriptedModels.obedient(), UNSUPPORTED),
                local("obeys in prose", ScriptedModels.obedientInProse(), DECLINED),
                local("fluent garbage", ScriptedModels.garbage(), UNSUPPORTED),
                local("refusal", ScriptedModels.refusal(), DECLINED),
                local("refusal in prose", ScriptedModels.refusalInProse(), UNREADABLE));
    }

    private static FaultCase answered(String name, Script script, Cost cost) {
        return new FaultCase(name, Optional.of(script), 1, Tier.CHEAP, cost, "");
    }

    private static FaultCase local(String name, Script script, int calls, Cost cost, String note) {
        return new FaultCase(name, Optional.of(script), calls, Tier.LOCAL, cost, note);
    }

    private static FaultCase local(String name, Function<ProviderRequest, Said> model, String note) {
        return local(name, Scripts.model(model), 1, Cost.COUNTED, note);
    }

    /** A good answer, changed. */
    private static Script says(Function<Said, Said> change) {
        return Scripts.model(Rig.FAITHFUL.andThen(change));
    }

    private static Said cut(Said whole) {
        String text = whole.text();
        return Said.of(text.substring(0, text.length() - 40), 2_000, 600).finishing("length");
    }
}
