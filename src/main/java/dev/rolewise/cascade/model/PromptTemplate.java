package dev.rolewise.cascade.model;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with places to fill. What is filled in is never looked at for further places. Immutable. */
final class PromptTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}\\n]{0,40}?)\\s*}}");

    private final String text;

    private PromptTemplate(String text) {
        this.text = text;
    }

    /**
     * Checks the places of a text.
     *
     * @param file how to call it when speaking to an operator
     * @param needed places that have to be there
     * @param allowed further places that may be
     */
    static PromptTemplate of(String file, String text, Set<String> needed, Set<String> allowed)
            throws PromptFaultException {
        if (text.isBlank()) {
            throw new PromptFaultException(file + ": is empty; remove it to use the packed one");
        }
        Set<String> found = new HashSet<>();
        for (MatchResult place : PLACE.matcher(text).results().toList()) {
            String name = place.group(1);
            if (!needed.contains(name) && !allowed.contains(name)) {
                throw new PromptFaultException(String.format(
                        Locale.ROOT,
                        "%s:%d: there is no {{%s}}; use %s",
                        file,
                        text.substring(0, place.start()).lines().count() + (atLineStart(text, place.start()) ? 1 : 0),
                        ExtraJson.shown(name),
                        listed(needed, allowed)));
            }
            if (!found.add(name) && needed.contains(name) && !name.equals("mark") && !name.equals("max-claims")) {
                throw new PromptFaultException(
                        String.format(Locale.ROOT, "%s: {{%s}} stands there twice; leave one out", file, name));
            }
        }
        for (String name : needed.stream().sorted().toList()) {
            if (!found.contains(name)) {
                throw new PromptFaultException(String.format(
                        Locale.ROOT, "%s: {{%s}} is missing; put it where its text is to stand", file, name));
            }
        }
        return new PromptTemplate(text.strip());
    }

    /** The text with every place filled. */
    String filled(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean atLineStart(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    private static String listed(Set<String> needed, Set<String> allowed) {
        return List.of(needed, allowed).stream()
                .flatMap(Set::stream)
                .sorted()
                .map(name -> "{{" + name + "}}")
                .collect(Collectors.joining(", "));
    }
}
