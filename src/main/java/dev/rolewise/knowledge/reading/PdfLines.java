package dev.rolewise.knowledge.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.TextPosition;

/**
 * The lines of a PDF as they are drawn. A PDF knows no headings: a short line that is larger than the rest, or bold where the
 * rest is not, is taken for one. Not thread-safe.
 */
final class PdfLines {
    /** How much larger than the usual a heading is. */
    private static final double LARGER = 1.12;

    private static final int BOLD_WEIGHT = 600;
    private static final int LOWEST_LEVEL = 6;

    /** Lines at the top and at the foot of a page among which running titles and page numbers are looked for. */
    private static final int AT_EDGE = 2;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Says nothing else; a cover may not be counted. */
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:page|seite) \\d{1,4}(?: ?(?:of|von|/) ?\\d{1,4})?", Pattern.CASE_INSENSITIVE);

    private final List<Line> all = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private double from;
    private double to;
    private double firstWord;
    private double points;
    private int letters;
    private int boldLetters;
    private int page;
    private boolean starts = true;

    /**
     * @param from where it begins, in points from the left
     * @param to where it ends
     * @param firstWord how wide its first word is
     * @param points size of its letters, rounded to halves
     * @param bold all of it
     * @param starts whether a gap or an indent stands before it
     */
    private record Line(
            int page,
            String words,
            double from,
            double to,
            double firstWord,
            double points,
            boolean bold,
            boolean starts) {
        /** As it is, and without the number of its page: one of them is the same at the edge of many pages. */
        Stream<String> forms() {
            String own = PAGE_NUMBER.matcher(words).matches()
                    ? "#"
                    : DIGITS.matcher(words)
                            .replaceAll(digits -> digits.group().equals(Integer.toString(page)) ? "#" : digits.group());
            return Stream.of(words, own).distinct();
        }
    }

    void page(int number) {
        page = number;
        starts = true;
    }

    void word(String word, List<TextPosition> positions) {
        if (!positions.isEmpty()) {
            TextPosition last = positions.get(positions.size() - 1);
            to = last.getXDirAdj() + last.getWidthDirAdj();
            if (words.length() == 0) {
                from = positions.get(0).getXDirAdj();
                firstWord = to - from;
            }
        }
        words.append(word);
        for (TextPosition position : positions) {
            letters++;
            points += Math.max(position.getFontSizeInPt(), position.getYScale());
            boldLetters += isBold(position) ? 1 : 0;
        }
    }

    void blank() {
        words.append(' ');
    }

    /** Ends a line. */
    void end() {
        String line = words.toString().strip();
        if (!line.isEmpty() && letters > 0) {
            all.add(new Line(
                    page,
                    line,
                    from,
                    to,
                    firstWord,
                    Math.round(2 * points / letters) / 2.0,
                    boldLetters == letters,
                    starts));
            starts = false;
        }
        words.setLength(0);
        points = 0;
        letters = 0;
        boldLetters = 0;
    }

    /** Ends a line; the next begins a paragraph. */
    void paragraph() {
        end();
        starts = true;
    }

    /** Writes them as headings and paragraphs. */
    void into(TextBuilder text) {
        all.removeIf(furniture()::contains);
        double usual = usual();
        boolean allBold = all.stream().allMatch(Line::bold);
        List<Double> larger = all.stream()
                .map(Line::points)
                .filter(size -> size >= LARGER * usual)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        Map<Integer, Double> edges = all.stream().collect(Collectors.toMap(Line::page, Line::to, Math::max));
        int at = 0;
        int onPage = 0;
        while (at < all.size()) {
            Line first = all.get(at);
            if (first.page() != onPage) {
                onPage = first.page();
                text.page(onPage);
            }
            boolean large = larger.contains(first.points());
            boolean heads =
                    (large || (first.bold() && !allBold && first.starts())) && WrappedLines.isHeading(first.words());
            List<Line> together = new ArrayList<>();
            do {
                together.add(all.get(at++));
            } while (at < all.size() && belongs(first, all.get(at), heads));
            List<String> words = together.stream().map(Line::words).toList();
            if (heads) {
                int level = large ? larger.indexOf(first.points()) + 1 : larger.size() + 1;
                text.heading(Math.min(level, LOWEST_LEVEL), String.join(" ", words));
            } else {
                double edge = edges.getOrDefault(onPage, 0.0);
                WrappedLines.paragraphs(words, number -> ended(together.get(number), together.get(number + 1), edge))
                        .forEach(text::paragraph);
            }
        }
    }

    private static boolean belongs(Line first, Line next, boolean heads) {
        return next.page() == first.page()
                && !next.starts()
                && next.points() == first.points()
                && (!heads || next.bold() == first.bold());
    }

    /** Whether the next word would still have stood on that line. */
    private static boolean ended(Line line, Line next, double edge) {
        return line.to() + next.firstWord() + line.points() / 2 < edge;
    }

    /** What stands at the top or the foot of most pages, as large as the rest: running titles, page numbers, dates of printing. */
    private Set<Line> furniture() {
        Map<Integer, List<Line>> pages = all.stream().collect(Collectors.groupingBy(Line::page));
        List<Line> edges = pages.values().stream()
                .filter(lines -> lines.size() > 2 * AT_EDGE)
                .flatMap(lines -> Stream.concat(
                        lines.stream().limit(AT_EDGE), lines.stream().skip(Math.max(AT_EDGE, lines.size() - AT_EDGE))))
                .toList();
        Map<String, Set<Integer>> on = new HashMap<>();
        edges.forEach(line -> line.forms().forEach(form -> on.computeIfAbsent(form, any -> new HashSet<>())
                .add(line.page())));
        double usual = usual();
        return edges.stream()
                .filter(line -> line.points() < LARGER * usual)
                .filter(line -> line.forms()
                        .mapToInt(form -> on.getOrDefault(form, Set.of()).size())
                        .anyMatch(count -> count > 1 && 2 * count > pages.size()))
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    /** The size of most letters. */
    private double usual() {
        Map<Double, Integer> letters = new TreeMap<>();
        all.forEach(line -> letters.merge(line.points(), line.words().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    private static boolean isBold(TextPosition position) {
        PDFontDescriptor font = position.getFont().getFontDescriptor();
        String name = String.valueOf(position.getFont().getName()).toLowerCase(Locale.ROOT);
        return name.contains("bold") || (font != null && (font.isForceBold() || font.getFontWeight() >= BOLD_WEIGHT));
    }
}
