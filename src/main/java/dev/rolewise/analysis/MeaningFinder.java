package dev.rolewise.analysis;

import dev.rolewise.analysis.Lexicon.Entry;
import dev.rolewise.analysis.Lexicon.Found;
import dev.rolewise.analysis.RoleWords.Token;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Meaning;
import dev.rolewise.question.Meaning.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a question word by word and notes what each says: which phrase of the {@link Lexicon} it is, what negates or marks
 * it, what moves where. What no list knows says itself. Thread-safe; takes some ten microseconds.
 */
final class MeaningFinder {
    private static final Set<String> HAVE = Set.of("has", "have");
    /** Ask for something where they open a clause, and say something elsewhere. */
    private static final Set<String> DEMANDS = Set.of(
            "name",
            "names",
            "list",
            "lists",
            "show",
            "give",
            "say",
            "describe",
            "explain",
            "outline",
            "provide",
            "let");

    private static final Set<String> DO = Set.of("do", "does", "did", "doing", "done");
    private static final Set<String> DOERS = Set.of(
            "i", "you", "we", "they", "people", "one", "he", "she", "someone", "can", "should", "will", "must", "to",
            "would");
    private static final Set<String> BE =
            Set.of("is", "are", "am", "was", "were", "be", "been", "being", "get", "gets", "getting", "got");
    private static final Set<String> SUBJECTS = Set.of("i", "you", "we", "they", "it", "an", "a", "the");
    private static final Set<String> PRONOUNS = Set.of("i", "you", "we", "they", "it", "people");
    private static final Set<String> OBJECTS = Set.of("me", "us", "him", "them");
    private static final Set<String> IRREGULAR =
            Set.of("taught", "led", "sent", "paid", "shown", "given", "chosen", "driven", "sold", "told");
    private static final Set<String> MOVES = Set.of("go", "switch", "enter", "become");
    private static final Set<String> ABLE = Set.of("can", "should", "possible", "future", "go", "hard", "easy");
    private static final Set<String> OPENS = Set.of(
            "so", "ok", "okay", "please", "pls", "plz", "hey", "hi", "hello", "and", "actually", "basically", "just");
    private static final Set<String> ARRIVES = Set.of("to", "into", "for", "towards");
    private static final Set<String> PLACES = Set.of("for", "as", "at", "in", "when");
    private static final Set<String> WITHIN = Set.of("of", "the", "a", "an");
    private static final Set<String> JOINTS = Set.of("and", "or", "&", "plus");
    private static final Set<Lexicon.Role> NAMES = Set.of(Lexicon.Role.THING, Lexicon.Role.DOER, Lexicon.Role.FILLER);
    private static final int LONGEST = 1_500;
    private static final int LONGEST_NAME = 6;
    private static final String FROM = "from";

    private final Lexicon lexicon = Lexicon.english();
    private final Clauses clauses = new Clauses(lexicon);
    private final Spelling spelling;
    private final RoleWords roles;

    MeaningFinder(Pack pack, RoleFinder finder, Predicate<String> isWord) {
        this.roles = new RoleWords(pack, finder, lexicon);
        this.spelling = new Spelling(
                pack, lexicon.words(), isWord.or(word -> lexicon.compared(word).isPresent()));
    }

    /** Of a word; what no phrase has for a name of a role and the end of a clause. */
    static String stem(Token token) {
        return token.isWord() ? WordForms.stem(token.text()) : "\u0000";
    }

    /** What the text asks; nothing is said of a text beyond {@value #LONGEST} characters: {@code inherited} roles are those that it is about where it names none. */
    Meaning of(String text, List<String> inherited) {
        if (text.length() > LONGEST) {
            return Meaning.NONE;
        }
        List<Token> tokens = clauses.ordered(roles.tokens(WordForms.than(spelling.mended(WordForms.plain(text)))));
        List<String> stems = tokens.stream().map(MeaningFinder::stem).toList();
        return new Reading(tokens, stems).read().meaning(lexicon.rules(), inherited, roles.all());
    }

    /** One pass over one text. */
    private final class Reading {
        private final List<Token> tokens;
        private final List<String> stems;
        private final MeaningDraft draft = new MeaningDraft();
        private final List<String> marks = new ArrayList<>();
        private boolean begins = true;
        private boolean suffers;
        private boolean leaves;
        private boolean joins;
        private boolean helped;
        private int clause;
        private int clauseStart;
        private int thingEnd = -1;

        Reading(List<Token> tokens, List<String> stems) {
            this.tokens = tokens;
            this.stems = stems;
        }

        MeaningDraft read() {
            for (int i = 0; i < tokens.size(); ) {
                i += step(i);
            }
            endClause();
            return draft;
        }

        private int step(int i) {
            Token token = tokens.get(i);
            if (token.isBreak()) {
                endClause();
                clauseStart = i + 1;
                return 1;
            }
            if (!token.roles().isEmpty()) {
                leaves |= i == clauseStart && startsMove(i);
                role(token);
                return 1;
            }
            String word = token.text();
            if (Clauses.QUESTION_WORDS.contains(word)
                    && i > 0
                    && tokens.get(i - 1).isWord()
                    && JOINTS.contains(tokens.get(i - 1).text())) {
                draft.add("?also", Part.WAY);
            }
            Optional<Found> found =
                    lexicon.at(stems, i).filter(f -> begins || f.words() > 1 || !DEMANDS.contains(word));
            if (begins && asks(word, found)) {
                draft.add("?whether", Part.WAY);
                begins = false;
            }
            if (HAVE.contains(word) && i + 1 < tokens.size() && isSomebody(tokens.get(i + 1))) {
                say("past", Part.ASPECT, MeaningDraft.Place.FREE);
            }
            if (isLast(i) && word.equals("for")) {
                say("purpose", Part.ASPECT, MeaningDraft.Place.FREE);
                return 1;
            }
            if (word.equals("like")
                    && (isLast(i) || PLACES.contains(tokens.get(i + 1).text()))) {
                return 1;
            }
            if (DO.contains(word) && found.map(Found::words).orElse(1) == 1) {
                if (isDeed(i)) {
                    say("do", Part.ASPECT, MeaningDraft.Place.FREE);
                }
                if (word.equals("did")) {
                    say("past", Part.ASPECT, MeaningDraft.Place.FREE);
                }
                helped = true;
                return 1;
            }
            if (towards(i)) {
                draft.moving();
            }
            leaves = leaves ? !ARRIVES.contains(word) : i == clauseStart && startsMove(i);
            int read = 1;
            if (found.isPresent()) {
                read = phrase(i, found.get());
            } else {
                unknown(word);
            }
            joins |= JOINTS.contains(word);
            suffers = BE.contains(word) || (suffers && (SUBJECTS.contains(word) || word.endsWith("ly")));
            return read;
        }

        private boolean isDoer(Token token) {
            return DOERS.contains(token.text()) || !token.roles().isEmpty();
        }

        private boolean isSomebody(Token token) {
            return PRONOUNS.contains(token.text()) || !token.roles().isEmpty();
        }

        private boolean isLast(int i) {
            return i > clauseStart
                    && (i + 1 == tokens.size() || tokens.get(i + 1).isBreak());
        }

        /** Whether two words make one thing: "model monitoring", "monitoring of the model". */
        private boolean makesOne(int from, int to) {
            return from >= 0
                    && tokens.subList(from, to).stream().allMatch(t -> t.isWord() && WITHIN.contains(t.text()));
        }

        /** Whether "to" stands before somebody or something rather than before a deed. */
        private boolean towards(int i) {
            if (!Set.of("to", "into", "over").contains(tokens.get(i).text()) || i + 1 >= tokens.size()) {
                return false;
            }
            boolean name = !tokens.get(i + 1).roles().isEmpty()
                    || lexicon.at(stems, i + 1)
                            .map(f -> f.entry().role() == Lexicon.Role.THING
                                    || f.entry().role() == Lexicon.Role.DOER)
                            .orElse(false);
            return name && !draft.isMoved();
        }

        /** "Web developer to gardener": a clause that begins with two names and "to" between them. */
        private boolean startsMove(int i) {
            for (int at = i; at < Math.min(tokens.size() - 1, i + LONGEST_NAME); at++) {
                Token token = tokens.get(at);
                if (token.text().equals("to") && at > i) {
                    return !tokens.get(at + 1).roles().isEmpty();
                }
                boolean name = !token.roles().isEmpty()
                        || (token.isWord()
                                && lexicon.at(stems, at)
                                        .map(f -> NAMES.contains(f.entry().role()))
                                        .orElse(false));
                if (!name) {
                    return false;
                }
            }
            return false;
        }

        private boolean asks(String word, Optional<Found> found) {
            boolean asker = found.isPresent()
                    && found.get().words() > 1
                    && found.get().entry().role() != Lexicon.Role.KIND;
            return Clauses.ASKING_VERBS.contains(word) && !asker;
        }

        /** Whether "do" is what is done rather than what asks: "what does a gardener do". */
        private boolean isDeed(int i) {
            boolean doer = i > 0 && (isDoer(tokens.get(i - 1)) || helped || isLast(i));
            boolean denied = i + 1 < tokens.size() && tokens.get(i + 1).text().equals("not");
            return doer && !denied;
        }

        private int phrase(int i, Found found) {
            Entry entry = found.entry();
            switch (entry.role()) {
                case FILLER ->
                    begins &= found.words() > 1 || OPENS.contains(tokens.get(i).text());
                case KIND -> draft.add(entry.concept(), Part.WAY);
                case MARK -> mark(entry.concept());
                case ALL -> {
                    draft.pair(roles.all(), "both");
                    say(MeaningDraft.ALL, Part.ROLE, MeaningDraft.Place.FREE);
                }
                case FREE, DEGREE -> say(entry.concept(), Part.ASPECT, MeaningDraft.Place.FREE);
                case TIME -> say(entry.concept(), Part.TIME, MeaningDraft.Place.FREE);
                case DOER -> say(entry.concept(), Part.OTHER, MeaningDraft.Place.DOER);
                case AUDIENCE -> say(entry.concept(), Part.AUDIENCE, MeaningDraft.Place.DOER);
                case THING -> {
                    joins |= makesOne(thingEnd, i);
                    say(entry.concept(), Part.OTHER, MeaningDraft.Place.THING);
                    thingEnd = i + found.words();
                }
                case VERB -> verb(entry.concept(), tokens.get(i).text());
            }
            if (entry.role() != Lexicon.Role.FILLER) {
                begins = false;
            }
            return found.words();
        }

        private void mark(String concept) {
            if (concept.equals(FROM) && draft.has("differ")) {
                return;
            }
            marks.add(concept);
            leaves = concept.equals(FROM);
        }

        private void verb(String concept, String word) {
            if (leaves && MOVES.contains(concept)) {
                return;
            }
            leaves = false;
            if (MOVES.contains(concept)) {
                draft.moverFrom(clause, ABLE);
            }
            say(concept + passive(word), Part.OTHER, MeaningDraft.Place.DEED);
        }

        private void unknown(String word) {
            begins = false;
            if (OBJECTS.contains(word)) {
                say("me", Part.OTHER, MeaningDraft.Place.DEED);
                return;
            }
            String number = WordForms.number(word);
            if (!number.isEmpty()) {
                say(number, Part.QUANTITY, MeaningDraft.Place.AMOUNT);
                return;
            }
            Optional<List<Entry>> compared = lexicon.compared(word);
            if (compared.isPresent()) {
                compared.get().forEach(e -> say(e.concept(), Part.ASPECT, MeaningDraft.Place.FREE));
                return;
            }
            say(WordForms.stem(word) + passive(word), Part.OTHER, MeaningDraft.Place.DEED);
        }

        private String passive(String word) {
            return suffers && (word.endsWith("ed") || IRREGULAR.contains(word)) ? "~" : "";
        }

        private void role(Token token) {
            begins = false;
            if (token.roles().size() > 1) {
                draft.pair(token.roles(), token.text());
            }
            String concept = token.roles().size() == 1
                    ? MeaningDraft.role(token.roles().get(0))
                    : MeaningDraft.role(
                            String.join("+", token.roles().stream().sorted().toList()));
            say(
                    token.roles().size() > 1
                                    && token.roles().size() == roles.all().size()
                            ? MeaningDraft.ALL
                            : concept,
                    Part.ROLE,
                    MeaningDraft.Place.DOER);
        }

        private void say(String concept, Part part, MeaningDraft.Place place) {
            begins = false;
            if (leaves && place != MeaningDraft.Place.FREE) {
                draft.marked(List.of(FROM), concept);
                marks.remove(FROM);
            } else if (marks.isEmpty()) {
                draft.add(concept, part, place, joins);
            } else {
                draft.marked(marks, concept);
                marks.clear();
            }
            joins = false;
        }

        private void endClause() {
            marks.forEach(mark -> draft.marked(List.of(mark), ""));
            marks.clear();
            begins = true;
            suffers = false;
            helped = false;
            leaves = false;
            clause = draft.size();
        }
    }
}
