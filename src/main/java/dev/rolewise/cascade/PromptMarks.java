package dev.rolewise.cascade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the form of a prompt gives away about how hard it is. All methods take any text. */
final class PromptMarks {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern OPTION = Pattern.compile("\\n[A-E][.)] ?(.*)");
    private static final Pattern NUMERIC = Pattern.compile("[-$\\d.,%/ ]+");
    private static final Pattern EXCEPTS = Pattern.compile("\\b(?:not|except|false|least)\\b");
    private static final Pattern WHY_HOW = Pattern.compile("how|why");

    private PromptMarks() {}

    static double[] of(String prompt) {
        double length = Math.max(1, prompt.length());
        List<String> words = all(WORD, prompt, 0);
        List<String> options = all(OPTION, prompt, 1);
        int firstOption = prompt.indexOf("\nA.");
        String question = firstOption < 0 ? prompt : prompt.substring(0, firstOption);
        double digits = (double) prompt.chars().filter(Character::isDigit).count();
        return new double[] {
            Math.log(length),
            digits / length,
            Math.log1p(digits),
            prompt.chars().filter(c -> "=+*/^<>".indexOf(c) >= 0).count() / length,
            Math.log(question.length() + 1.0),
            Math.log(options.stream().mapToInt(String::length).average().orElse(0) + 1),
            words.stream().mapToInt(String::length).average().orElse(0),
            prompt.chars().filter(Character::isUpperCase).count() / length,
            prompt.contains("Statement") ? 1 : 0,
            prompt.contains("following") ? 1 : 0,
            prompt.contains("__") ? 1 : 0,
            EXCEPTS.matcher(question.toLowerCase(Locale.ROOT)).find() ? 1 : 0,
            question.chars().filter(c -> c == '.').count(),
            options.stream().allMatch(o -> NUMERIC.matcher(o).matches()) ? 1 : 0,
            new HashSet<>(words).size() / (double) Math.max(1, words.size()),
            WHY_HOW.matcher(question.toLowerCase(Locale.ROOT)).find() ? 1 : 0,
            question.strip().endsWith("?") ? 1 : 0
        };
    }

    private static List<String> all(Pattern pattern, String text, int group) {
        List<String> found = new ArrayList<>();
        for (MatchResult match : pattern.matcher(text).results().toList()) {
            found.add(match.group(group));
        }
        return found;
    }
}
