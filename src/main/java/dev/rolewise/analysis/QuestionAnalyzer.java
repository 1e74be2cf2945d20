package dev.rolewise.analysis;

import dev.rolewise.knowledge.AnswerForm;
import dev.rolewise.knowledge.Intent;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.TermExtractor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a question and its conversation into a profile. Thread-safe; takes about as long as one embedding a part. */
public final class QuestionAnalyzer {
    private static final Pattern MOVE = Pattern.compile(
            "\\b(?:from|coming from|leaving)\\s+(?<from>.{2,40}?)\\s+(?:to|into|towards?|->|→)\\s+(?<to>.{2,40})|(?<a>.{2,40}?)\\s{0,3}(?:->|→)\\s{0,3}(?<b>.{2,40})");
    private static final Pattern TOWARDS = Pattern.compile(
            "\\b(?:become|becoming|switch(?:ing)? to|move (?:in)?to|get(?:ting)? into|break(?:ing)? into|transition(?:ing)? to)\\s+(?<to>.{2,40})");
    private static final int LONG_QUESTION_WORDS = 30;

    /** Content words; a part with no more is about what stands before it. */
    private static final int BARE_WORDS = 1;

    private final Pack pack;
    private final Embedder embedder;
    private final TermExtractor terms;
    private final RoleFinder roles;
    private final AspectFinder aspects;
    private final IntentClassifier intents;
    private final FollowUpResolver followUps;
    private final MeaningFinder meanings;
    private final Typos typos;
    private final RoleRequests requests;

    public QuestionAnalyzer(Pack pack, Embedder embedder, TermExtractor terms, IntentClassifier intents) {
        this.pack = pack;
        this.embedder = embedder;
        this.terms = terms;
        this.roles = new RoleFinder(pack);
        this.aspects = new AspectFinder(pack);
        this.intents = intents;
        this.meanings = new MeaningFinder(pack, roles, embedder::isWord);
        this.typos = new Typos(pack);
        this.requests = new RoleRequests(pack, roles, aspects);
        this.followUps = new FollowUpResolver(pack, roles, terms);
    }

    /** The question with what it leaves out filled in from its conversation, by rules alone; takes microseconds. */
    public Question standalone(Question question) {
        String text = followUps.resolve(question.text(), question.conversation());
        return new Question(text, List.of(), question.scope());
    }

    /** What is asked, with the conversation filled in. */
    public QuestionProfile analyze(Question question) {
        String text = standalone(question).text();
        List<String> parts = PartSplitter.split(Asides.body(text));
        List<String> named = roles.roles(Asides.body(text));
        return profile(text, List.of(), parts.size() < 2 ? List.of() : profiles(parts, named));
    }

    /** A part that points to people or things of the part before it is filled in from there. */
    private List<QuestionProfile> profiles(List<String> parts, List<String> named) {
        List<QuestionProfile> profiles = new ArrayList<>();
        String before = "";
        for (String part : parts) {
            FollowUp following = FollowUp.of(part);
            boolean points = !before.isEmpty() && (following.pointsToPeople() || following.pointsToThings());
            boolean bare = !before.isEmpty() && isBare(part);
            String filled = points ? followUps.resolve(part, before) : bare ? before + " " + part : part;
            profiles.add(profile(filled, named, List.of()));
            before = part;
        }
        return profiles;
    }

    /** Whether it says too little by itself: "what do I learn?". */
    private boolean isBare(String part) {
        return Gist.size(part) <= BARE_WORDS
                && roles.roles(part).isEmpty()
                && aspects.find(part, List.of()).isEmpty();
    }

    /** What the intents are told apart by. */
    public IntentClassifier intents() {
        return intents;
    }

    /** Ids of the roles that a text names, in order; takes microseconds. */
    public List<String> roles(String text) {
        return roles.roles(text);
    }

    /** What is told of a project before it is asked which role that needs, where nothing else is asked; takes microseconds. */
    public Optional<RoleRequest> roleRequest(String text) {
        return requests.in(text);
    }

    private QuestionProfile profile(String text, List<String> inherited, List<QuestionProfile> parts) {
        String asked = Shorthand.spelledOut(typos.mended(Asides.body(text)));
        Embedding embedding = embedder.question(asked);
        IntentClassifier.Guess intent = intents.classify(asked, embedding);
        List<String> own = roles.roles(asked);
        List<String> named = own.isEmpty() ? inherited : own;
        boolean personal = Cues.personal(asked + Asides.told(text));
        return new QuestionProfile(
                text,
                named,
                moveFrom(asked),
                moveTo(asked),
                aspects.find(asked, usualAspects(intent)),
                intent.id(),
                intent.confidence(),
                Cues.polarity(asked),
                complexity(asked, intent, named, parts, personal),
                personal,
                Cues.presupposes(asked),
                Quantities.of(asked),
                new LinkedHashSet<>(terms.terms(asked)),
                meanings.of(asked, inherited),
                parts,
                embedding);
    }

    private List<String> usualAspects(IntentClassifier.Guess intent) {
        return pack.intent(intent.id()).map(Intent::aspects).orElse(List.of());
    }

    private Complexity complexity(
            String text,
            IntentClassifier.Guess intent,
            List<String> named,
            List<QuestionProfile> parts,
            boolean personal) {
        AnswerForm form = pack.intent(intent.id()).map(Intent::form).orElse(AnswerForm.EXPLANATION);
        boolean weighs = form == AnswerForm.PERSONAL || (form == AnswerForm.COMPARISON && named.size() != 1);
        boolean wide = text.split("\\s+").length > LONG_QUESTION_WORDS;
        return parts.size() > 1 || (weighs && (personal || wide)) || (wide && personal)
                ? Complexity.COMPLEX
                : Complexity.SIMPLE;
    }

    private Optional<String> moveFrom(String text) {
        return move(text, "from", "a");
    }

    private Optional<String> moveTo(String text) {
        Optional<String> to = move(text, "to", "b");
        if (to.isPresent()) {
            return to;
        }
        Matcher towards = TOWARDS.matcher(text.toLowerCase(Locale.ROOT));
        return towards.find() ? roles.roles(towards.group("to")).stream().findFirst() : Optional.empty();
    }

    private Optional<String> move(String text, String group, String arrowGroup) {
        Matcher move = MOVE.matcher(text.toLowerCase(Locale.ROOT));
        if (!move.find()) {
            return Optional.empty();
        }
        String side = move.group(group) != null ? move.group(group) : move.group(arrowGroup);
        return roles.roles(side).stream().findFirst();
    }
}
