package dev.rolewise.server;

import dev.rolewise.question.Usd;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What those who manage a server can set, by the name under which it is shown and kept. */
enum SettingName {
    /** Where the bot answers. */
    CHANNELS("all", "where I answer: channels such as #general and their threads, or all", "all"),
    /** Who sees replies. */
    REPLIES("public", "who sees my answers: public, or private with a button to share", "public", "private"),
    /** Whether answers start threads. */
    THREADS(
            "off",
            "on: each public answer to a question starts a thread, for what is said about it. I need the permission Create"
                    + " Public Threads; where I lack it and where there are no threads, I answer as always",
            "on",
            "off"),
    /** Documents and pack. */
    KNOWLEDGE(
            "both",
            "what I answer from: both, own-first (my notes only where your guides are silent), own-only",
            "both",
            "own-first",
            "own-only"),
    /** Questions of one member in an hour. */
    MEMBER_HOUR("none", "how many questions one member may ask here in an hour", "none", "5", "10", "20"),
    /** Questions of one member in a day. */
    MEMBER_DAY("none", "how many questions one member may ask here in a day", "none", "10", "20", "50"),
    /** Questions of all in a day. */
    SERVER_DAY("none", "how many questions all members together may ask here in a day", "none", "100", "200", "500"),
    /** Money for models. */
    BUDGET_DAY_USD(
            "none",
            "what models may cost for this server in a day, in US dollars; when it is spent, I answer from my notes alone",
            "none",
            "0",
            "0.10",
            "0.50"),
    /** Calls of models. */
    BUDGET_DAY_CALLS(
            "none",
            "how many calls of models this server may cause in a day; after that I answer from my notes alone",
            "none",
            "0",
            "50",
            "100");

    private static final int MOST_CHANNELS = 25;
    private static final Pattern CHANNEL = Pattern.compile("<#([0-9]{15,20})>|(?<![@&!:#\\w])([0-9]{15,20})\\b");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final String NONE = "none";

    private final String usual;
    private final String description;
    /** Values with a blank between them. */
    private final String offered;

    SettingName(String usual, String description, String... offered) {
        this.usual = usual;
        this.description = description;
        this.offered = String.join(" ", offered);
    }

    /** The value as it is kept, where the typed one is right; else what is wrong with it. */
    sealed interface Parsed {
        /** It is right. */
        record Value(String value) implements Parsed {}

        /** It is not. */
        record Wrong(String why) implements Parsed {}
    }

    static Optional<SettingName> of(String typed) {
        return Arrays.stream(values())
                .filter(n -> n.id().equalsIgnoreCase(typed.strip()))
                .findFirst();
    }

    /** As a person types it. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where a server has set nothing. */
    String usual() {
        return usual;
    }

    String description() {
        return description;
    }

    /** Values that a person may choose from; of numbers those that the operator allows. */
    Stream<String> offered(Ceilings ceilings) {
        return choices().stream().filter(value -> parse(value, ceilings) instanceof Parsed.Value);
    }

    private List<String> choices() {
        return List.of(offered.split(" "));
    }

    Parsed parse(String typed, Ceilings ceilings) {
        String value = typed.strip().toLowerCase(Locale.ROOT);
        return switch (this) {
            case CHANNELS -> channels(typed);
            case REPLIES, THREADS, KNOWLEDGE -> oneOf(value);
            case MEMBER_HOUR, MEMBER_DAY, SERVER_DAY -> count(value, 1, ceilings);
            case BUDGET_DAY_CALLS -> count(value, 0, ceilings);
            case BUDGET_DAY_USD -> money(value, ceilings.serverDayMoney());
        };
    }

    /** The most that the operator allows, as a person reads it; empty where there is no such thing. */
    Optional<String> most(Ceilings ceilings) {
        return switch (this) {
            case CHANNELS, REPLIES, THREADS, KNOWLEDGE -> Optional.empty();
            case BUDGET_DAY_USD -> Optional.of(ceilings.serverDayMoney().toString());
            case MEMBER_HOUR, MEMBER_DAY, SERVER_DAY, BUDGET_DAY_CALLS -> Optional.of(Integer.toString(cap(ceilings)));
        };
    }

    /** Of a setting that is a number. */
    private int cap(Ceilings ceilings) {
        return switch (this) {
            case MEMBER_HOUR, MEMBER_DAY -> ceilings.memberDay();
            case SERVER_DAY -> ceilings.serverDay();
            case BUDGET_DAY_CALLS -> ceilings.serverDayCalls();
            case CHANNELS, REPLIES, THREADS, KNOWLEDGE, BUDGET_DAY_USD -> throw new IllegalStateException(id());
        };
    }

    private Parsed count(String value, int least, Ceilings ceilings) {
        if (value.equals(NONE)) {
            return new Parsed.Value(NONE);
        }
        if (!COUNT.matcher(value).matches() || Integer.parseInt(value) < least) {
            return new Parsed.Wrong("Write a whole number from " + least + ", or none.");
        }
        int number = Integer.parseInt(value);
        return number <= cap(ceilings) ? new Parsed.Value(Integer.toString(number)) : above(ceilings);
    }

    private Parsed money(String value, Usd most) {
        if (value.equals(NONE)) {
            return new Parsed.Value(NONE);
        }
        try {
            String plain = value.startsWith("$") ? value.substring(1) : value;
            return Usd.parse(plain).compareTo(most) <= 0
                    ? new Parsed.Value(plain)
                    : new Parsed.Wrong(tooMuch(most.toString()));
        } catch (IllegalArgumentException e) {
            return new Parsed.Wrong("Write an amount of US dollars such as 0.25, or none.");
        }
    }

    private Parsed above(Ceilings ceilings) {
        return new Parsed.Wrong(tooMuch(Integer.toString(cap(ceilings))));
    }

    private static String tooMuch(String most) {
        return "Whoever runs me allows at most " + most + ". A server can set less, not more.";
    }

    private Parsed oneOf(String value) {
        return choices().contains(value)
                ? new Parsed.Value(value)
                : new Parsed.Wrong("It can be " + String.join(", ", choices()) + ".");
    }

    private static Parsed channels(String typed) {
        if (typed.strip().equalsIgnoreCase("all")) {
            return new Parsed.Value("all");
        }
        Matcher channel = CHANNEL.matcher(typed);
        List<String> ids = channel.results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                .distinct()
                .toList();
        if (ids.isEmpty() || ids.size() > MOST_CHANNELS) {
            return new Parsed.Wrong("Name one to " + MOST_CHANNELS + " channels, such as #general, or write all.");
        }
        return new Parsed.Value(String.join(" ", ids));
    }
}
