package dev.rolewise.cascade;

import dev.rolewise.cascade.model.ModelReply;
import dev.rolewise.cascade.money.Cap;

/** Why an answer is not what was wanted, as its receipt says it. They name no provider and no person. */
final class Notes {
    static final String LATE = "the model did not answer in time";
    static final String LEDGER = "the record of costs could not be written, so no model was asked";
    static final String UNREADABLE = "the model's answer could not be read";
    static final String FILTERED = "the provider's filter stopped the model's answer";
    static final String DECLINED = "the model gave no answer";
    static final String UNSUPPORTED = "too little of what the model said stands in the sources";

    private Notes() {}

    static String of(ModelReply.Kind kind) {
        return switch (kind) {
            case TIMEOUT, INTERRUPTED -> LATE;
            case RATE_LIMITED, OVERLOADED, BULKHEAD_FULL -> "the model was too busy";
            case FILTERED -> FILTERED;
            case MALFORMED, TOO_LARGE -> UNREADABLE;
            case UNREACHABLE, BREAKER_OPEN -> "the model could not be reached";
            case UNAUTHORIZED, FORBIDDEN, NO_SUCH_MODEL ->
                "the model turned us away, which is for whoever runs this bot to mend";
            case SERVER_ERROR -> "the model failed";
        };
    }

    static String of(Cap cap) {
        return switch (cap) {
            case MEMBER_DAY_USD, MEMBER_DAY_CALLS -> "your model budget for today is used up";
            case SERVER_DAY_USD, SERVER_DAY_CALLS -> "this server's model budget for today is used up";
            case INSTALLATION_MONTH_USD, INSTALLATION_MONTH_CALLS -> "the model budget for this month is used up";
        };
    }
}
