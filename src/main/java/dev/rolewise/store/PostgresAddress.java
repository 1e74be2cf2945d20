package dev.rolewise.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a PostgreSQL database, as {@code jdbc:postgresql://host:5432/name?user=…&password=…}. What is secret in it
 * is taken out of the URL at once, so that whatever names the URL names no secret; {@link #toString()} may be shown to
 * anybody.
 */
public final class PostgresAddress {
    private static final Pattern FORM = Pattern.compile("(jdbc:postgresql:)(?://([^/?]*)/?)?([^/?]*)(?:\\?(.*))?");
    private static final List<String> APART = List.of("user", "password", "sslpassword");

    private final String url;
    private final String place;
    private final Map<String, String> login;

    private PostgresAddress(String url, String place, Map<String, String> login) {
        this.url = url;
        this.place = place;
        this.login = Map.copyOf(login);
    }

    /**
     * Reads the value of {@code database.url}.
     *
     * @throws IllegalArgumentException where it is none; the message is for the operator and repeats nothing of it
     */
    public static PostgresAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw wrong("it has to begin with jdbc:postgresql:");
        }
        String hosts = Optional.ofNullable(form.group(2)).orElse("");
        String name = form.group(3);
        if ((hosts + name).contains("@")) {
            throw wrong("the user and the password stand behind a question mark");
        }
        Map<String, String> login = new HashMap<>();
        List<String> rest = new ArrayList<>();
        for (String parameter : Optional.ofNullable(form.group(4)).orElse("").split("&")) {
            String[] pair = parameter.split("=", 2);
            if (APART.contains(pair[0]) && pair.length == 2) {
                login.put(pair[0], decoded(pair[1]));
            } else if (!parameter.isEmpty()) {
                rest.add(parameter);
            }
        }
        String base = form.group(1) + "//" + hosts + "/" + name;
        return new PostgresAddress(
                rest.isEmpty() ? base : base + "?" + String.join("&", rest),
                (hosts.isEmpty() ? "localhost" : hosts) + (name.isEmpty() ? "" : "/" + name),
                login);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong("a per cent sign in the user or the password is written %25");
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("database.url: " + what
                + ", for example jdbc:postgresql://localhost:5432/rolewise?user=rolewise&password=…");
    }

    /** The URL for the driver, with nothing secret in it. */
    String url() {
        return url;
    }

    /** What the driver is given besides the URL: user and passwords, where there are any. */
    Map<String, String> login() {
        return login;
    }

    @Override
    public String toString() {
        return "PostgreSQL at " + place;
    }
}
