package dev.rolewise.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a message into the questions that it asks. */
final class PartSplitter {
    /** More parts than this are one broad question. */
    private static final int MAX_PARTS = 4;

    private static final int MIN_WORDS = 3;

    private static final Pattern NUMBERED =
            Pattern.compile("(?:^|\\s)(?:\\(?(?:[1-9]|[a-h])\\)|[1-9]\\.(?=\\s)|[•-](?=\\s))\\s*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[?!])\\s+|(?<=[.])\\s+(?=[\\p{L}])|\\n+");
    private static final Pattern CLAUSE = Pattern.compile(
            "(?:,\\s*|\\s+)(?:and|also|plus|but)\\s+(?=(?:what|which|how|who|whom|where|when|why|is|are|do|does|can|should|would"
                    + "|was|were|did)\\b)|,\\s*(?=(?:what|which|how|who|where|why)\\b)");
    private static final Pattern ASKS = Pattern.compile(
            "\\?|^(?:and |so |or |but |ok |then )*(?:what|whats|which|wich|how|who|whom|where|when|why|is|are|do|does|can|could|should"
                    + "|would|will|did|explain|list|give|tell|compare|name|define|describe)\\b");

    private PartSplitter() {}

    /** The questions in order; one element where there is one. What is told before a question stays with it. */
    static List<String> split(String text) {
        List<String> numbered = numbered(text);
        if (numbered.size() > 1) {
            return bounded(numbered, text);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder told = new StringBuilder();
        for (String sentence : SENTENCE_END.split(text)) {
            for (String clause : clauses(sentence)) {
                told.append(told.isEmpty() ? "" : " ").append(clause.strip());
                if (asks(clause)) {
                    parts.add(told.toString());
                    told.setLength(0);
                }
            }
        }
        if (!told.isEmpty()) {
            join(parts, told.toString());
        }
        return bounded(mergeShort(parts), text);
    }

    private static List<String> numbered(String text) {
        List<String> items = new ArrayList<>();
        for (String item : NUMBERED.split(text)) {
            if (words(item) >= MIN_WORDS) {
                items.add(item.strip());
            }
        }
        boolean introduced = !NUMBERED.matcher(text).lookingAt() && items.size() > 1 && !asks(items.get(0));
        return introduced ? items.subList(1, items.size()) : items;
    }

    private static List<String> clauses(String sentence) {
        List<String> clauses = new ArrayList<>();
        for (String clause : CLAUSE.split(sentence)) {
            if (!clauses.isEmpty() && (words(clause) < MIN_WORDS || !asks(clauses.get(clauses.size() - 1)))) {
                join(clauses, clause);
            } else {
                clauses.add(clause);
            }
        }
        return clauses;
    }

    private static List<String> mergeShort(List<String> parts) {
        List<String> merged = new ArrayList<>();
        for (String part : parts) {
            if (words(part) < MIN_WORDS && !merged.isEmpty()) {
                join(merged, part);
            } else {
                merged.add(part);
            }
        }
        return merged;
    }

    private static void join(List<String> parts, String text) {
        if (parts.isEmpty()) {
            parts.add(text);
        } else {
            parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " " + text.strip());
        }
    }

    private static List<String> bounded(List<String> parts, String text) {
        return parts.isEmpty() || parts.size() > MAX_PARTS ? List.of(text) : List.copyOf(parts);
    }

    private static boolean asks(String clause) {
        return ASKS.matcher(clause.strip().toLowerCase(Locale.ROOT)).find();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
