package dev.rolewise.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
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
                    + "|was|were|did)\\b)|,\\s*(?=(?:what|which|who|where|why)\\b|how (?:do|does|did|is|are|can|could|should|would|much|many|long|often|far|hard|to)\\b)");
    private static final Pattern ASKS = Pattern.compile(
            "\\?|^(?:and |so |or |but |ok |then ){0,8}(?:what|whats|which|wich|how|who|whom|where|when(?= (?:is|are|do|does|did|can|could|should|would|will|was|were|has|have|to)\\b)|why"
                    + "|is|are|do|does|can|could|should|would|will|did|explain|list|give|tell|compare|name|define|describe)\\b");

    /** A clause that points back cannot stand alone. */
    private static final Pattern POINTS_BACK =
            Pattern.compile("\\b(?:it|its|that|those|these|this|he|she|there|each one|which one)\\b");

    private static final Pattern BEGINS = Pattern.compile(
            "^(?:and |so |or |but |ok |then |also ){0,8}(?:what|whats|which|wich|how|who|whom|where|when|why|is|are|do|does|can|could|should"
                    + "|would|will|did|explain|list|give|tell|compare|name|define|describe)\\b|^(?:\\S+\\s+){5}");

    private static final Pattern SMALL = Pattern.compile(
            "\\b(?:what|which|how|who|where|when|why|is|are|do|does|did|can|could|should|would|will|i|we|you|me|the|an?|to|in|of|for|and|or|so|exactly|then|else|many|much|often|long|now|too|more|also|they|them|their)\\b|[^\\p{L}\\p{N}\\s]");

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
        Matcher joint = CLAUSE.matcher(sentence);
        int from = 0;
        int enough = 1;
        while (true) {
            boolean more = joint.find();
            String clause = sentence.substring(from, more ? joint.start() : sentence.length());
            boolean alone = clauses.isEmpty()
                    || (stands(clause) && content(clause) >= enough && asks(clauses.get(clauses.size() - 1)));
            if (alone) {
                clauses.add(clause);
            } else {
                clauses.set(clauses.size() - 1, clauses.get(clauses.size() - 1) + ", " + clause.strip());
            }
            if (!more) {
                return clauses;
            }
            from = joint.end();
            enough = joint.group().isBlank() || joint.group().strip().equals(",") ? 2 : 1;
        }
    }

    /** How many words say what a question is about. */
    private static int content(String question) {
        return words(SMALL.matcher(question.toLowerCase(Locale.ROOT)).replaceAll(" "));
    }

    /** Whether a question says what it is about without the one before it. */
    private static boolean stands(String question) {
        String lower = question.toLowerCase(Locale.ROOT);
        return BEGINS.matcher(lower.strip()).find()
                && !POINTS_BACK.matcher(lower).find()
                && content(lower) >= 1;
    }

    private static List<String> mergeShort(List<String> parts) {
        List<String> merged = new ArrayList<>();
        for (String part : parts) {
            if (!merged.isEmpty() && !stands(part)) {
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
