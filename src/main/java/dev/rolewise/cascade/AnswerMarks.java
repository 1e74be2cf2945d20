package dev.rolewise.cascade;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a weak model's answer gives away about whether it is right: sums that do not come out, figures of the question that
 * it left aside, an end that is missing. All methods take any text.
 */
final class AnswerMarks {
    private static final Pattern SUM = Pattern.compile("<<([^=<>]{1,80})=([^<>=]{1,20})>>");
    private static final Pattern RESULT = Pattern.compile("####\\s*([-$\\d.,]{1,20})");
    private static final Pattern HEDGES = Pattern.compile("[?]|but |however|assum|mistake|wait");
    private static final Pattern SHARES = Pattern.compile("%|percent|half|twice|times|third|fraction|per ");
    private static final int LONG = 700;
    private static final double LARGE = 1e5;

    private AnswerMarks() {}

    static double[] of(String prompt, String answer) {
        Sums sums = new Sums(answer);
        Set<String> asked = new HashSet<>(Numbers.of(prompt));
        Set<String> used = new HashSet<>(sums.operands);
        long unused = asked.stream().filter(n -> !used.contains(n)).count();
        long own = used.stream()
                .filter(n -> !asked.contains(n) && !sums.results.contains(n))
                .count();
        double result = result(answer);
        boolean none = Double.isNaN(result);
        return new double[] {
            sums.wrong > 0 ? 1 : 0,
            Math.min(3, sums.wrong),
            none ? 1 : 0,
            sums.count,
            sums.count == 0 ? 1 : 0,
            !none && result != Math.rint(result) ? 1 : 0,
            !none && result <= 0 ? 1 : 0,
            unused / (double) Math.max(1, asked.size()),
            Math.min(4, unused),
            Math.min(4, own),
            own / (double) Math.max(1, used.size()),
            !none && sums.count > 0 && Math.abs(sums.last - result) > 0.01 ? 1 : 0,
            Math.log(answer.length() + 1.0),
            Math.log(prompt.length() + 1.0),
            asked.size(),
            none ? 0 : Math.log1p(Math.abs(result)),
            !none && Numbers.of(String.valueOf((long) result)).stream().anyMatch(asked::contains) ? 1 : 0,
            HEDGES.matcher(answer.toLowerCase(Locale.ROOT)).find() ? 1 : 0,
            answer.lines().count(),
            sums.fractions ? 1 : 0,
            sums.negative ? 1 : 0,
            prompt.chars().filter(c -> c == '.').count(),
            SHARES.matcher(prompt).find() ? 1 : 0,
            sums.largest > LARGE ? 1 : 0,
            answer.length() > LONG ? 1 : 0
        };
    }

    private static double result(String answer) {
        Matcher result = RESULT.matcher(answer);
        return result.find() ? number(result.group(1)) : Double.NaN;
    }

    private static double number(String text) {
        String digits = text.replaceAll("[$,]", "").replaceAll("\\.$", "");
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The sums that an answer writes out as {@code <<8*5=40>>}. */
    private static final class Sums {
        final Set<String> operands = new HashSet<>();
        final Set<String> results = new HashSet<>();
        int count;
        int wrong;
        double last = Double.NaN;
        double largest;
        boolean fractions;
        boolean negative;

        Sums(String answer) {
            Matcher sum = SUM.matcher(answer);
            while (sum.find()) {
                count++;
                operands.addAll(List.copyOf(Numbers.of(sum.group(1).replaceAll("[^\\d.]", " "))));
                double stated = number(sum.group(2).strip());
                double computed = Arithmetic.value(sum.group(1));
                if (Double.isNaN(computed)
                        || Math.abs(computed - stated) > 0.01 * Math.max(1, Math.abs(computed))
                        || Double.isNaN(stated)) {
                    wrong++;
                }
                if (!Double.isNaN(stated)) {
                    results.addAll(Numbers.of(sum.group(2).strip()));
                    last = stated;
                    largest = Math.max(largest, stated);
                    fractions |= stated != Math.rint(stated);
                    negative |= stated < 0;
                }
            }
        }
    }
}
