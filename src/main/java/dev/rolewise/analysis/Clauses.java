package dev.rolewise.analysis;

import dev.rolewise.analysis.Lexicon.Found;
import dev.rolewise.analysis.RoleWords.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The clauses of a message in one order: what asks first, circumstances behind it, talk around it left out. "In production,
 * what breaks?" and "hey, what breaks in production" become the same. Thread-safe.
 */
final class Clauses {
    static final Set<String> ASKING_VERBS = Set.of(
            "is", "are", "am", "was", "were", "do", "does", "did", "can", "could", "will", "would", "should", "must",
            "may", "has", "have", "shall");
    static final Set<String> QUESTION_WORDS =
            Set.of("what", "which", "how", "why", "who", "whom", "whose", "when", "where");
    private static final Set<String> PLACED = Set.of(
            "in", "on", "at", "for", "with", "without", "as", "before", "after", "during", "under", "within", "inside",
            "outside", "since", "until", "if", "to", "by", "from", "of", "given", "beyond", "besides");
    private static final Set<String> SUBJECTS =
            Set.of("it", "there", "i", "you", "we", "they", "a", "an", "the", "this");
    private static final Set<String> POINTERS = Set.of("it", "this", "that", "them", "those", "these", "one");
    private static final Set<String> TELLERS = Set.of("i", "my", "me", "im");
    /** What tells of the asker's state, and so may matter. */
    private static final Set<String> STATES = Set.of(
            "am",
            "im",
            "have",
            "had",
            "work",
            "worked",
            "study",
            "studied",
            "know",
            "live",
            "living",
            "lived",
            "earn",
            "quit",
            "got",
            "get",
            "lost",
            "need",
            "want",
            "wanted",
            "plan",
            "planning",
            "hate",
            "love",
            "like",
            "come",
            "moved",
            "born",
            "speak",
            "own",
            "run",
            "lead",
            "manage",
            "teach",
            "only",
            "cannot",
            "not",
            "never",
            "no",
            "without",
            "if",
            "since",
            "because",
            "years",
            "old",
            "visa",
            "passed",
            "failed",
            "graduated",
            "degree",
            "job",
            "fired",
            "hired",
            "laid",
            "retired",
            "switched",
            "learned",
            "learnt",
            "learning",
            "used",
            "use",
            "using",
            "trained",
            "built",
            "building");

    private static final int MOST_FRONTED = 6;

    private final Lexicon lexicon;

    Clauses(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** {@code talk}: it does not matter; {@code story}: it holds words that nobody knows. */
    private record Clause(List<Token> tokens, boolean asks, boolean talk, boolean story) {
        Clause(List<Token> tokens, boolean asks) {
            this(tokens, asks, false, false);
        }
    }

    /** The tokens in that order, clauses ending with a break. */
    List<Token> ordered(List<Token> tokens) {
        List<Clause> clauses = clauses(tokens);
        boolean alone = clauses.stream().anyMatch(c -> c.asks() && !c.talk() && !pointsBack(c));
        List<Token> ordered = new ArrayList<>();
        clauses.stream().filter(c -> c.asks() && !c.talk()).forEach(c -> add(ordered, c));
        clauses.stream()
                .filter(c -> !c.asks() && !(c.talk() && (alone || !c.story())))
                .forEach(c -> add(ordered, c));
        return ordered;
    }

    private static void add(List<Token> ordered, Clause clause) {
        ordered.addAll(clause.tokens());
        boolean opens = clause.tokens().size() == 1
                && QUESTION_WORDS.contains(clause.tokens().get(0).text());
        if (!opens) {
            ordered.add(RoleWords.BREAK);
        }
    }

    private List<Clause> clauses(List<Token> tokens) {
        List<Clause> clauses = new ArrayList<>();
        List<Token> clause = new ArrayList<>();
        for (Token token : tokens) {
            if (!token.isBreak()) {
                clause.add(token);
            } else if (!clause.isEmpty()) {
                clauses.add(clause(clause));
                clause = new ArrayList<>();
            }
        }
        if (!clause.isEmpty()) {
            clauses.add(clause(clause));
        }
        return clauses;
    }

    private Clause clause(List<Token> tokens) {
        if (isTalk(tokens, false)) {
            return new Clause(tokens, false, true, false);
        }
        List<String> stems = stems(tokens);
        int question = question(tokens);
        if (question != 0 && isTalk(tokens, true)) {
            return new Clause(tokens, false, true, true);
        }
        if (question > 0
                && PLACED.contains(tokens.get(question - 1).text())
                && QUESTION_WORDS.contains(tokens.get(question).text())) {
            question--;
        }
        if (question == 0) {
            return new Clause(tokens, true);
        }
        int talk = talkBefore(stems, question < 0 ? tokens.size() : question);
        if (question > 0 && talk >= question) {
            return new Clause(tokens.subList(question, tokens.size()), true);
        }
        if (question > 1
                && question <= MOST_FRONTED
                && PLACED.contains(tokens.get(0).text())
                && asksSomebody(tokens, question)) {
            List<Token> turned = new ArrayList<>(tokens.subList(question, tokens.size()));
            turned.addAll(tokens.subList(0, question));
            return new Clause(turned, true);
        }
        return new Clause(
                tokens, question >= 0 && asksThing(tokens.get(question).text()));
    }

    /** Where the first question word or asking verb stands; -1 where none does. */
    private static int question(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).text();
            if (tokens.get(i).roles().isEmpty()
                    && ((QUESTION_WORDS.contains(word) && !circumstance(tokens, i))
                            || (ASKING_VERBS.contains(word) && !told(tokens, i)))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it ends with a word for what was said before, or says too little without it. */
    private boolean pointsBack(Clause clause) {
        List<Token> tokens = clause.tokens();
        List<String> stems = stems(tokens);
        long telling = IntStream.range(0, tokens.size())
                .filter(i -> !tokens.get(i).isWord()
                        || lexicon.at(stems, i)
                                .map(f -> f.entry().role() != Lexicon.Role.FILLER
                                        && f.entry().role() != Lexicon.Role.KIND)
                                .orElse(true))
                .count();
        return POINTERS.contains(tokens.get(tokens.size() - 1).text()) || telling < 2;
    }

    /** "When hiring" is no question, "when do" is. */
    private static boolean circumstance(List<Token> tokens, int at) {
        boolean asking = at + 1 < tokens.size()
                && ASKING_VERBS.contains(tokens.get(at + 1).text());
        return Set.of("when", "where").contains(tokens.get(at).text()) && !asking && at + 2 < tokens.size();
    }

    /** "For cooks is it" asks, "in town cooks are" tells. */
    private static boolean asksSomebody(List<Token> tokens, int at) {
        return tokens.get(at - 1).roles().isEmpty()
                || (at + 1 < tokens.size()
                        && (SUBJECTS.contains(tokens.get(at + 1).text())
                                || !tokens.get(at + 1).roles().isEmpty()))
                || asksThing(tokens.get(at).text());
    }

    /** Whether a word begins a question that is no "whether": a question word, or a preposition before one. */
    private static boolean asksThing(String word) {
        return QUESTION_WORDS.contains(word) || PLACED.contains(word);
    }

    /** "I am", "this is": tells and does not ask. */
    private static boolean told(List<Token> tokens, int verb) {
        return verb > 0
                && Set.of("i", "this", "that", "it", "we", "you", "they", "to", "there", "what", "who", "which", "how")
                        .contains(tokens.get(verb - 1).text());
    }

    /** Where talk at the beginning ends; nothing is talk that holds a mark such as "not" by itself. */
    private int talkBefore(List<String> stems, int end) {
        boolean chats = false;
        boolean doubt = false;
        int at = 0;
        while (at < end) {
            Optional<Found> known = lexicon.at(stems, at);
            int talk = lexicon.chatAt(stems, at, end);
            boolean marks = talk < 2
                    && known.filter(f -> f.entry().role() == Lexicon.Role.MARK).isPresent();
            if (talk == 0 || marks) {
                break;
            }
            chats |= known.isEmpty() || talk > 1;
            doubt |= known.filter(f -> f.entry().role() != Lexicon.Role.FILLER).isPresent() && talk < 2;
            at += talk;
        }
        return chats || !doubt ? at : 0;
    }

    /** Whether a clause says nothing that could matter to what is asked. */
    private boolean isTalk(List<Token> tokens, boolean stories) {
        List<String> stems = stems(tokens);
        Set<String> words = tokens.stream().map(Token::text).collect(Collectors.toSet());
        boolean tells = stories
                && TELLERS.stream().anyMatch(words::contains)
                && !PLACED.contains(tokens.get(0).text())
                && STATES.stream().noneMatch(words::contains);
        boolean placed = PLACED.contains(tokens.get(0).text());
        boolean chats = false;
        boolean doubt = placed;
        for (int at = 0; at < stems.size(); ) {
            Optional<Found> known = lexicon.at(stems, at);
            int talk = lexicon.chatAt(stems, at, stems.size());
            int weight = known.map(Found::words).orElse(0);
            boolean filler =
                    known.filter(f -> f.entry().role() == Lexicon.Role.FILLER).isPresent();
            boolean story = tells
                    && known.isEmpty()
                    && tokens.get(at).isWord()
                    && WordForms.number(tokens.get(at).text()).isEmpty();
            if ((weight > Math.max(1, talk) && !filler) || (talk == 0 && !filler && !story)) {
                return false;
            }
            chats |= placed ? talk > 1 : known.isEmpty() || talk > weight;
            doubt |= known.isPresent() && !filler && talk <= weight;
            at += Math.max(1, Math.max(talk, filler ? weight : 0));
        }
        return chats || !doubt;
    }

    private static List<String> stems(List<Token> tokens) {
        return tokens.stream().map(MeaningFinder::stem).toList();
    }
}
