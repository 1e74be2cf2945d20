package dev.rolewise.cascade;

import dev.rolewise.question.TermExtractor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts an English text into clauses and says of each which roles it is about and whether it is denied. Knows no grammar:
 * it goes from mark to mark (names of roles, "not", "but", "before", commas). Thread-safe.
 */
final class ClauseReader {
    /** "Not only" denies nothing. */
    private static final Pattern NOT_ONLY = Pattern.compile("\\bnot (?:only|just|merely|simply)\\b");

    private static final String AUXILIARY =
            "(?:do|does|did|is|are|was|were|has|have|had|can|could|would|should|must|need|will|may|might)";

    /** Denies what stands before it in its clause, too: "a PhD is not needed". */
    private static final String VERB_NOT = AUXILIARY + "(?:\\s?n['o]?t)\\b|" + AUXILIARY
            + "(?: \\w+)? not\\b|cannot|can't|cant|won't|never|hardly|rarely|seldom|unnecessary|optional|impossible|no longer";

    /** Denies what follows. */
    private static final String BARE_NOT =
            "not|no|none of|without|rather than|instead of|unlike|except|nor|neither|lacks?|lacking|avoids?|refuses? to|fails? to|far from";

    private static final String BREAK =
            "[.;:!?](?=\\s|$)|\\n|\\s[–—-]\\s|\\b(?:but|while|whereas|although|though|because(?! of)|which|who|that|when"
                    + "|if|yet|however|so that|since|unless|until)\\b";

    private static final Pattern MARK = Pattern.compile(
            "(?<verb>\\b(?:" + VERB_NOT + ")\\b)|(?<bare>\\b(?:" + BARE_NOT + ")\\b)|(?<break>" + BREAK
                    + ")|(?<time>\\b(?:before|after|prior to|precedes?|follows|following|ahead of)\\b)|(?<comma>,(?!\\d{3}))|(?<and>\\b(?:and|or)\\b|\\s/\\s)");

    private static final Pattern NEW_SUBJECT = Pattern.compile(
            "^\\s*(?:and |so |then )?(?:they|it|he|she|you|we|i|the|this|these|those|there|most|some|in|for|on|to)\\b");

    private static final Pattern OBJECT = Pattern.compile(
            "\\b(?:than|unlike|not|rather than|instead of|as opposed to|like|from)\\s+(?:an?\\s+|the\\s+|for\\s+|of\\s+|that of\\s+)?$");
    /** "… is the task of A": what stands before belongs to the role that ends it. */
    private static final Pattern CLOSING = Pattern.compile("\\b(?:for|of|by|to|from|into|on)\\s+(?:an?\\s+|the\\s+)?$");

    private static final Pattern LAST = Pattern.compile("^\\s*(?:[,.;:!?)]|$|and\\b|or\\b|but\\b)");
    private static final Pattern THAN = Pattern.compile("\\bthan\\b");
    private static final Pattern JOINED = Pattern.compile("^[\\s,]*(?:and|or|nor|&|/)?[\\s,]*(?:an?|the)?\\s*$");

    private final RoleMentions roles;
    private final TermExtractor terms;

    ClauseReader(RoleMentions roles, TermExtractor terms) {
        this.roles = roles;
        this.terms = terms;
    }

    /** The clauses that hold any content word, number or direction, in order. */
    List<Clause> read(String text) {
        return walk(text).clauses();
    }

    /** The clauses, and each comparison a second time from its other side: "A is easier than B" says that B is harder. */
    List<Clause> readBothWays(String text) {
        Walk walk = walk(text);
        List<Clause> clauses = new ArrayList<>(walk.clauses());
        clauses.addAll(walk.otherSides());
        return clauses;
    }

    private Walk walk(String text) {
        return new Walk(NOT_ONLY.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .replaceAll("  "));
    }

    private record Mark(String kind, int start, int end, Set<String> roles) {}

    private static final class Open {
        final int start;
        final int end;
        Set<String> roles;
        final int sentence;
        final String order;
        boolean denied;
        Set<String> against = Set.of();

        Open(int start, int end, Set<String> roles, int sentence, String order, boolean denied) {
            this.start = start;
            this.end = end;
            this.roles = roles;
            this.sentence = sentence;
            this.order = order;
            this.denied = denied;
        }
    }

    private final class Walk {
        private final String text;
        private final List<Open> pieces = new ArrayList<>();
        private Set<String> owner = Set.of();
        private boolean denied;
        private boolean aside;
        private String order = "";
        private int from;
        private int sentence;
        private int phraseFrom;

        Walk(String text) {
            this.text = text;
        }

        List<Clause> clauses() {
            int lastRoleEnd = -1;
            for (Mark mark : marks()) {
                if (mark.start() < from) {
                    continue;
                }
                switch (mark.kind()) {
                    case "role" -> lastRoleEnd = role(mark, lastRoleEnd);
                    case "break" -> breakAt(mark);
                    case "comma" -> comma(mark);
                    case "and" -> {
                        close(mark.start());
                        phraseFrom = pieces.size();
                        from = mark.end();
                    }
                    case "time" -> {
                        close(mark.start());
                        order = mark.start() >= 0 && isBefore(mark) ? "before" : "after";
                        from = mark.end();
                    }
                    default -> deny(mark);
                }
            }
            close(text.length());
            return pieces.stream().map(this::clause).filter(ClauseReader::says).toList();
        }

        List<Clause> otherSides() {
            return pieces.stream()
                    .filter(p -> !p.against.isEmpty())
                    .map(p -> {
                        Clause c = clause(p);
                        return new Clause(
                                c.terms(), p.against, c.denied(), c.order(), Directions.opposite(c.directions()));
                    })
                    .filter(ClauseReader::says)
                    .toList();
        }

        private boolean isBefore(Mark mark) {
            char first = text.charAt(mark.start());
            return first == 'b' || first == 'p' || text.startsWith("ahead", mark.start());
        }

        private int role(Mark mark, int lastRoleEnd) {
            boolean joined = lastRoleEnd >= 0
                    && mark.start() >= lastRoleEnd
                    && JOINED.matcher(text.substring(lastRoleEnd, mark.start())).matches();
            String before = text.substring(Math.max(0, mark.start() - 24), mark.start());
            boolean object = OBJECT.matcher(before).find();
            if (joined && !object) {
                Set<String> both = new LinkedHashSet<>(owner);
                both.addAll(mark.roles());
                owner = both;
                from = mark.end();
                return mark.end();
            }
            close(mark.start());
            if (object && THAN.matcher(before).find()) {
                pieces.subList(Math.min(phraseFrom, pieces.size()), pieces.size())
                        .forEach(p -> p.against = mark.roles());
            }
            if (!object
                    && CLOSING.matcher(before).find()
                    && LAST.matcher(text.substring(mark.end())).find()) {
                for (int i = phraseFrom; i < pieces.size(); i++) {
                    pieces.get(i).roles = mark.roles();
                }
                owner = owner.isEmpty() ? mark.roles() : owner;
            } else if (!object) {
                boolean afterJoint = before.stripTrailing().endsWith(" and")
                        || before.stripTrailing().endsWith(",");
                if (afterJoint) {
                    denied = false;
                    order = "";
                }
                owner = mark.roles();
            }
            from = mark.end();
            return object ? lastRoleEnd : mark.end();
        }

        private void breakAt(Mark mark) {
            close(mark.start());
            denied = false;
            aside = false;
            order = "";
            from = mark.end();
            phraseFrom = pieces.size();
            char c = text.charAt(mark.start());
            if (c == '.' || c == ';' || c == '!' || c == '?' || c == '\n') {
                sentence++;
                if (c != ';') {
                    owner = Set.of();
                }
            }
        }

        private void comma(Mark mark) {
            close(mark.start());
            from = mark.end();
            phraseFrom = pieces.size();
            if (aside
                    || NEW_SUBJECT
                            .matcher(text.substring(mark.end(), Math.min(text.length(), mark.end() + 12)))
                            .find()) {
                denied = false;
                aside = false;
                order = "";
            }
        }

        private void deny(Mark mark) {
            boolean afterComma = text.substring(0, mark.start()).stripTrailing().endsWith(",");
            close(mark.start());
            if (mark.kind().equals("verb")) {
                for (int i = phraseFrom; i < pieces.size(); i++) {
                    pieces.get(i).denied = true;
                }
            }
            denied = true;
            aside = afterComma;
            from = mark.end();
        }

        private void close(int end) {
            if (end > from && !text.substring(from, end).isBlank()) {
                pieces.add(new Open(from, end, owner, sentence, order, denied));
            }
        }

        private List<Mark> marks() {
            List<Mark> marks = new ArrayList<>();
            for (RoleMentions.Mention m : roles.in(text)) {
                if (text.startsWith("neither", m.start())) {
                    marks.add(new Mark("bare", m.start(), m.start(), Set.of()));
                }
                marks.add(new Mark("role", m.start(), m.end(), m.roles()));
            }
            Matcher m = MARK.matcher(text);
            while (m.find()) {
                marks.add(new Mark(kind(m), m.start(), m.end(), Set.of()));
            }
            marks.sort(Comparator.comparingInt(Mark::start)
                    .thenComparing(Mark::end)
                    .thenComparing(k -> k.kind().equals("role") ? 0 : 1));
            return marks;
        }

        private Clause clause(Open piece) {
            String words = text.substring(piece.start, piece.end);
            List<String> found = new ArrayList<>();
            for (String term : terms.terms(words)) {
                if (!Numbers.isNumber(term)) {
                    found.add(term);
                }
            }
            Numbers.of(words).forEach(n -> found.add("#" + n));
            return new Clause(found, roles(piece), piece.denied, piece.order, Directions.of(words));
        }

        /** What stands before the first role of its sentence is about that role: "maths is light for …". */
        private Set<String> roles(Open piece) {
            if (!piece.roles.isEmpty()) {
                return piece.roles;
            }
            return pieces.stream()
                    .filter(p -> p.sentence == piece.sentence && p.start >= piece.start && !p.roles.isEmpty())
                    .map(p -> p.roles)
                    .findFirst()
                    .orElse(piece.sentence == sentence ? owner : Set.of());
        }
    }

    private static boolean says(Clause clause) {
        return !clause.terms().isEmpty() || !clause.directions().isEmpty();
    }

    private static String kind(Matcher m) {
        for (String kind : List.of("verb", "bare", "break", "time", "comma", "and")) {
            if (m.group(kind) != null) {
                return kind;
            }
        }
        throw new IllegalStateException("a mark is of one kind");
    }
}
