package dev.rolewise.analysis;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.TermExtractor;
import dev.rolewise.question.Turn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills what a question leaves out from the turn before it, and leaves a new topic alone. Thread-safe.
 *
 * <p>What was asked before comes first where the message only bends it ("even in 10 years?", "why not?"); where the message
 * asks something of its own, that comes first, and what it points to stands behind it in brackets.
 */
final class FollowUpResolver {
    private static final Pattern NEW_TOPIC = Pattern.compile(
            "^(?:(?!\\b(?:what|which|how|who|when|where|why|is|are|do|does)\\b).){0,60}?\\b(?:different (?:topic|question)|new (?:topic|question)|another (?:topic|question)|something else|forget (?:that|what i asked)"
                    + "|changing (?:the )?(?:topic|subject))\\b(?:[^:,.]{0,30}[:,.])?\\s*",
            Pattern.CASE_INSENSITIVE);
    /** What stands in brackets behind a question that was resolved. */
    private static final Pattern CONTEXT = Pattern.compile("\\s*\\([^()]*\\)\\s*$");

    /** Characters of an earlier question that are carried on: a long talk must not grow without end. */
    private static final int LONGEST_BASE = 300;

    /** Words; a longer piece of a sentence is not a piece of the question before. */
    private static final int LONGEST_PIECE = 3;

    private static final Pattern WHOLE = Pattern.compile(
            "^(?:who|what|when|where|which|how|is|are|do|does|did|can|could|may|must|should|will)\\b(?! about\\b)(?: \\S+){2,}",
            Pattern.CASE_INSENSITIVE);

    private final RoleReplacer roles;
    private final Circumstances circumstances;
    private final TermExtractor terms;
    private final Set<String> known;

    FollowUpResolver(Pack pack, RoleFinder roles, TermExtractor terms) {
        this.terms = terms;
        this.known = Stream.concat(
                        pack.passages().stream()
                                .flatMap(passage -> passage.statements().stream())
                                .map(Statement::text),
                        pack.aspects().stream().flatMap(aspect -> aspect.words().stream()))
                .flatMap(text -> terms.terms(text).stream())
                .collect(Collectors.toUnmodifiableSet());
        this.roles = new RoleReplacer(pack, roles);
        this.circumstances = new Circumstances(pack, terms);
    }

    /** The question so that it stands alone. What was turned away before is not taken up again. */
    String resolve(String text, List<Turn> conversation) {
        var fresh = NEW_TOPIC.matcher(text);
        if (fresh.find() && fresh.end() < text.length()) {
            return text.substring(fresh.end());
        }
        if (conversation.isEmpty() || FollowUp.of(text).isChat()) {
            return text;
        }
        Turn last = conversation.get(conversation.size() - 1);
        boolean mute = last.profile().isEmpty() || FollowUp.of(last.question()).isChat();
        return mute ? text : resolve(text, last.question());
    }

    /** The question so that it stands alone, with what it points to in an earlier one. */
    String resolve(String text, String earlier) {
        if (FormWish.isAll(text)) {
            return Asides.wanting(earlier, text);
        }
        String base = bare(Asides.cut(Asides.body(earlier), LONGEST_BASE));
        Opening opening = Opening.of(text);
        FollowUp rest = FollowUp.of(roles.pointed(opening.rest(), base));
        Optional<String> filled = roles.exchanged(opening.rest(), base);
        if (filled.isEmpty() && opening.corrects()) {
            filled = corrected(rest, base);
        }
        if (filled.isEmpty()) {
            FollowUp bare = rest.withoutTag();
            filled = bare.asks() ? asked(bare, opening.continues(), base) : stated(bare, opening.continues(), base);
        }
        return filled.map(question -> question + Asides.told(earlier)).orElse(rest.text());
    }

    /** "I meant the models": a question of its own, or what the one before was to be about. */
    private Optional<String> corrected(FollowUp rest, String base) {
        if (!rest.asks()) {
            return Optional.of(base + ": " + rest.text());
        }
        if (rest.pointsToThings() || rest.pointsToPeople()) {
            return Optional.empty();
        }
        boolean inherits = !roles.names(rest.text()) && roles.names(base) && !rest.asksWho();
        return Optional.of(inherits ? behind(rest, false, base) : rest.text());
    }

    private Optional<String> asked(FollowUp rest, boolean continues, String base) {
        boolean names = roles.names(rest.text());
        boolean things = rest.pointsToThings();
        boolean half = rest.measures();
        boolean points = things || rest.pointsToPeople();
        int enough = names || isOfItsOwn(rest, continues) ? 1 : 2;
        if (!points && !half && rest.size() >= enough) {
            return standing(rest, continues, base);
        }
        boolean about = rest.size() > 0 || rest.asksWho();
        boolean nameable = things || !roles.names(base);
        Optional<String> named = about && nameable && !rest.asksWhy()
                ? Gist.thing(base).flatMap(thing -> References.named(rest.text(), thing))
                : Optional.empty();
        if (named.isPresent()) {
            return named;
        }
        boolean bends = rest.asksWho() ? rest.size() == 0 && !roles.names(base) : rest.size() <= 1;
        return Optional.of(
                bends && !names
                        ? base + " — " + rest.text()
                        : behind(rest, things || half || !rest.pointsToPeople(), base));
    }

    /** Whether it asks about something that the pack has never heard of, as members do about their server. */
    private boolean isOfItsOwn(FollowUp rest, boolean continues) {
        return !continues
                && WHOLE.matcher(rest.text()).find()
                && terms.terms(rest.text()).stream().anyMatch(term -> !known.contains(term));
    }

    /** A whole question: what it goes on from gives it the roles at most. */
    private Optional<String> standing(FollowUp rest, boolean continues, String base) {
        if (roles.names(rest.text()) || rest.asksWho()) {
            return Optional.empty();
        }
        if (rest.asksWhich() && roles.isAboutAll(base)) {
            return Optional.of(bare(rest.text()) + " (" + roles.all() + ")?");
        }
        return (continues || rest.relates()) && roles.names(base)
                ? Optional.of(behind(rest, false, base))
                : Optional.empty();
    }

    /** What is not put as a question: a circumstance, something told, or a piece of a question. */
    private Optional<String> stated(FollowUp rest, boolean continues, String base) {
        if (rest.supposition().isPresent()) {
            return rest.supposition().map(supposed -> circumstances.added(base, supposed));
        }
        if (Circumstances.is(rest.lower())) {
            String circumstance = Circumstances.bare(rest.text());
            return Parallel.place(circumstance, base).or(() -> Optional.of(circumstances.added(base, circumstance)));
        }
        if (rest.tells()) {
            return !continues && roles.names(rest.text())
                    ? Optional.empty()
                    : Optional.of(circumstances.told(base, rest.text()));
        }
        if (rest.size() == 0) {
            return Optional.of(base + " — " + rest.text());
        }
        Optional<String> parallel = continues ? Parallel.put(rest.text(), base, roles::names) : Optional.empty();
        if (parallel.isPresent()) {
            return parallel;
        }
        return continues || rest.size() <= LONGEST_PIECE
                ? Optional.of(behind(rest, rest.picks() || !continues, base))
                : Optional.empty();
    }

    /** The message with what it points to behind it. */
    private String behind(FollowUp rest, boolean things, String base) {
        boolean several = several(rest, base);
        String of = things || several || !roles.names(base) ? topic(rest, several, base) : roles.namesIn(base);
        String who = several ? roles.all() : "";
        String context = who + (who.isEmpty() || of.isEmpty() ? "" : ", ") + of;
        return context.isEmpty() ? rest.text() : bare(rest.text()) + " (" + context + ")?";
    }

    /** What the question before is about, without its roles where the message names its own or asks for one. */
    private String topic(FollowUp rest, boolean several, String base) {
        boolean names = roles.names(rest.text());
        boolean dropped = several || rest.asksWho() || (names && !rest.alike());
        String outer = CONTEXT.matcher(base).replaceFirst("");
        String said = rest.chooses() || References.toMany(rest.lower()) || Gist.size(outer) == 0 ? base : outer;
        String topic = Gist.of(dropped ? roles.without(said) : said);
        return topic.isEmpty() && !several && !names ? Gist.of(said) : topic;
    }

    private boolean several(FollowUp rest, String base) {
        boolean chosen = rest.chooses() && (roles.names(rest.text()) || roles.namesSeveral(base));
        return chosen || References.toSeveral(rest.lower());
    }

    private static String bare(String question) {
        return question.replaceFirst("[\\s?.!]+$", "");
    }
}
