package dev.rolewise.cascade.money;

import dev.rolewise.question.Usd;
import java.util.Optional;

/** What a month of so many conversations would cost, as somebody asks it. */
public sealed interface CostQuestion {
    /** The most users, and the most conversations of one of them in a month. */
    long MOST = 1_000_000_000;

    /** The dearest conversation. */
    Usd DEAREST = Usd.parse("1000000");

    /** 10,000 users with 30 conversations a month at $1: $300,000. */
    Asked EXAMPLE = new Asked(10_000, 30, Usd.parse("1"));

    /**
     * It can be worked out.
     *
     * @param users 1 to {@link #MOST}
     * @param conversations of each of them in a month, 1 to {@link #MOST}
     * @param price of a conversation with nothing saved, zero to {@link #DEAREST}
     */
    record Asked(long users, long conversations, Usd price) implements CostQuestion {
        public Asked {
            if (users < 1 || users > MOST || conversations < 1 || conversations > MOST) {
                throw new IllegalArgumentException("users and conversations are from 1 to " + MOST);
            }
            if (price.compareTo(Usd.ZERO) < 0 || price.compareTo(DEAREST) > 0) {
                throw new IllegalArgumentException("a price is from $0 to " + DEAREST);
            }
        }
    }

    /**
     * It cannot.
     *
     * @param text what to tell the person who asked
     */
    record Refused(String text) implements CostQuestion {}

    /** Reads what a person typed; what is left out is as in {@link #EXAMPLE}. Never throws. */
    static CostQuestion read(Optional<String> users, Optional<String> conversations, Optional<String> price) {
        Optional<Long> people = users.map(CostQuestion::count).orElse(Optional.of(EXAMPLE.users()));
        Optional<Long> talks = conversations.map(CostQuestion::count).orElse(Optional.of(EXAMPLE.conversations()));
        Optional<Usd> each = price.map(CostQuestion::price).orElse(Optional.of(EXAMPLE.price()));
        if (people.isEmpty()) {
            return new Refused("The users are a whole number from 1 to a billion, such as 10000.");
        }
        if (talks.isEmpty()) {
            return new Refused("The conversations are a whole number from 1 to a billion, such as 30.");
        }
        if (each.isEmpty()) {
            return new Refused("The price is in dollars, from 0 to a million, such as 0.25.");
        }
        return checked(new Asked(people.get(), talks.get(), each.get()));
    }

    private static CostQuestion checked(Asked asked) {
        try {
            asked.price().times(Math.multiplyExact(asked.users(), asked.conversations()));
            return asked;
        } catch (ArithmeticException e) {
            return new Refused("That comes to more than 9 billion dollars a month. Try smaller numbers.");
        }
    }

    private static Optional<Long> count(String text) {
        String digits = plain(text);
        return digits.matches("[1-9][0-9]{0,9}") && Long.parseLong(digits) <= MOST
                ? Optional.of(Long.valueOf(digits))
                : Optional.empty();
    }

    private static Optional<Usd> price(String text) {
        String written = plain(text);
        try {
            return Optional.of(Usd.parse(written.startsWith("$") ? written.substring(1) : written))
                    .filter(price -> price.compareTo(DEAREST) <= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        return text.strip().replace(",", "");
    }
}
