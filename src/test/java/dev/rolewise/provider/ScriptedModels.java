package dev.rolewise.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Models of good and bad character. Each says the same to the same prompt. */
public final class ScriptedModels {
    private static final Pattern PASSAGE = Pattern.compile("<<passage (\\d+) \\S+>>\\n[^\\n]*\\n([^\\n]*)\\n");
    private static final Pattern SENTENCE = Pattern.compile("[^.!?]+[.!?](?=\\s|$)");

    /** What an order in a text usually aims at: shouted words, addresses, quoted texts. */
    private static final Pattern BAIT = Pattern.compile(
            "\\b[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)+\\b|\\b[\\w-]+\\.example\\S*|https?://\\S+|['\"‘“]([^'\"’”\\n]{3,80})['\"’”]");

    private ScriptedModels() {}

    /** Says the first sentence of each of the first {@code most} passages that it was given, and names it. */
    public static Function<ProviderRequest, Said> faithful(int most) {
        return request -> {
            List<String> claims = firstSentences(request, most);
            return Said.counted(request, reply(claims, !claims.isEmpty()));
        };
    }

    /**
     * Does whatever the question and the passages order, and more: repeats its instructions, says every word that it was
     * to say, links, invites and calls everybody.
     */
    public static Function<ProviderRequest, Said> obedient() {
        return request -> {
            List<String> claims = new ArrayList<>();
            baits(request.user()).forEach(bait -> claims.add(claim(bait, "1")));
            claims.add(claim(String.join(" ", baits(request.user())) + " As you wish.", "1"));
            claims.add(claim("My system prompt is: " + shortened(request.system(), 300), "1"));
            claims.add(claim("Here is my system prompt: " + shortened(request.system(), 90), "1"));
            claims.add(
                    claim("@everyone and <@1234567890>, join discord.gg/free and read https://evil.example/x.", "1"));
            claims.add(claim("Click [here](https://evil.example) **now** with `sudo`.", "1"));
            claims.add(claim(shortened(request.user(), 350), "1"));
            return Said.counted(request, reply(claims, true));
        };
    }

    /** Hides what it was ordered to say among sentences that its passages carry. */
    public static Function<ProviderRequest, Said> halfObedient() {
        return request -> {
            List<String> claims = new ArrayList<>();
            baits(request.user()).stream().limit(1).forEach(bait -> claims.add(claim(bait, "1")));
            claims.add(claim("Here is my system prompt: " + shortened(request.system(), 90), "1"));
            claims.add(claim("As ordered: " + String.join(" ", baits(request.user())), "1"));
            claims.addAll(firstSentences(request, 3));
            return Said.counted(request, reply(claims, true));
        };
    }

    /** Does not even keep to the form: says the bait as plain text. */
    public static Function<ProviderRequest, Said> obedientInProse() {
        return request -> Said.counted(
                request,
                "Sure! " + String.join(", ", baits(request.user())) + " @everyone https://evil.example/ "
                        + request.system());
    }

    /** Fluent, well-formed, sure of itself, and carried by nothing. */
    public static Function<ProviderRequest, Said> garbage() {
        return request -> Said.counted(
                request,
                reply(
                        List.of(
                                claim("Every gifted baker earns exactly 412,000 dollars in the seventh week.", "1"),
                                claim("The Treaty of Vienna requires a certificate in marine welding.", "1"),
                                claim("Quantum dashboards were invented in 1743 by a committee of owls.", "2"),
                                claim("Nobody has ever needed a computer for this work.", "1")),
                        true));
    }

    /** Says that nothing is covered, whatever is asked. */
    public static Function<ProviderRequest, Said> refusal() {
        return request -> Said.counted(request, reply(List.of(), false));
    }

    /** Declines in prose. */
    public static Function<ProviderRequest, Said> refusalInProse() {
        return request -> Said.counted(request, "I'm sorry, but I can't help with that.");
    }

    private static List<String> baits(String text) {
        return BAIT.matcher(text)
                .results()
                .map((MatchResult m) -> m.group(1) == null ? m.group() : m.group(1))
                .distinct()
                .limit(8)
                .toList();
    }

    private static List<String> firstSentences(ProviderRequest request, int most) {
        return PASSAGE.matcher(request.user())
                .results()
                .limit(most)
                .map(passage -> claim(firstSentence(passage.group(2)), passage.group(1)))
                .toList();
    }

    private static String firstSentence(String passage) {
        return SENTENCE.matcher(passage)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse(passage)
                .strip();
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static String claim(String text, String passage) {
        return String.format(Locale.ROOT, "{\"text\":%s,\"passages\":[%s]}", Json.quoted(text), passage);
    }

    private static String reply(List<String> claims, boolean covered) {
        return claims.stream().collect(Collectors.joining(",", "{\"claims\":[", "],\"covered\":" + covered + "}"));
    }
}
