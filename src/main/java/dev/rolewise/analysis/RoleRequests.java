package dev.rolewise.analysis;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds requests for a role, sentence by sentence and clause by clause. Thread-safe; takes microseconds. */
final class RoleRequests {
    private static final int LONGEST = 1_500;
    private static final int LEAST_TOLD = 3;

    /** Words; who tells so much may ask in words of their own. */
    private static final int TOLD_WELL = 6;

    private static final int OWN_WORDS = 3;

    /** Characters before the word that asks: "so, and". */
    private static final int OPENING = 8;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!;:])\\s+|\\n+|\\s[-–—]\\s");
    private static final Pattern COMMA = Pattern.compile(",\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Of what asks for a role and nothing else. */
    private static final Set<String> ASKING = Set.of("""
            2 a actually ad am an and anyway are as at be best both bring build builds call can case could do
            does else employ exactly find first fit fits fix fixes for from get guys handle have here hire
            hiring i in instead is it job jobs kind look looking missing my need needed needs next now of on one
            ones open or our own owns people person please pls position post problem project rather really
            recruit recruiting right role roles s search searching sense makes should so solve solves somebody
            someone sort suit suits team that the them then there these thing think this title titles to two
            type u up us versus vs want we what which wich who whom whose will work would you your""".split("\\s+"));

    private static final Pattern WHICH = Pattern.compile(
            "\\b(?:which|wich|who|whom|whose|what (?:kind|sort|type|role|title|person|people|hire|job))\\b");
    private static final Set<String> NEEDING = Set.of("""
            2 ad both bring call employ find fit fits fix fixes get handle hire hiring job jobs look looking
            missing need needed needs one owns person position post recruit recruiting right role roles search
            searching solve solves suit suits that this title two work""".split("\\s+"));

    private static final Pattern FOR_WHAT = Pattern.compile(
            "\\b(?:hire|hiring|recruit|employ|need|needs|find|get|bring in|look for|looking for)\\b[^,]*?\\s(?:to|for|who|that|if|when|since|because)\\s+"
                    + "(?!(?:learn|study|become|know)\\b)");

    /** Asks about the asker, or compares the roles, whatever is told before. */
    private static final Pattern NO_PROJECT = Pattern.compile(
            "\\b(?:me|myself|should i be|am i(?! (?:looking|searching|hiring|recruiting))|(?:fits?|suits?|for) (?:him|her)"
                    + "|(?:he|she) (?:go|take|be|apply)|learn|study|become|choose|pick"
                    + "|difference|harder|easier|same|more|most|less|start|worth|like)\\b");

    /** Says that it is work that is asked about, not what suits the asker. */
    private static final Pattern WORK = Pattern.compile(
            "\\b(?:hire|hiring|recruit|need|needs|ad|titles?|position|post|person|people|who|whom|whose|that|this|it)\\b");

    /** Tells that the asker has lost their work: who says so asks for a role for themselves. */
    private static final Pattern LOST_WORK = Pattern.compile(
            "\\b(?:fired me|laid me off|lost my job"
                    + "|(?:i am|i'm|im|i was|i got|i've been|i have been) (?:just )?(?:fired|laid off|sacked|made redundant|unemployed|jobless|out of work))\\b");

    private static final Pattern OF_SEVERAL = Pattern.compile("\\b(?:we|our|us|clients?|boss|company|team)\\b");

    private static final Pattern ASKS_ELSE = Pattern.compile(
            "\\?\\W*$|^(?:(?:and|so|but|ok|okay|hey|hi|well|please|pls) )*(?:what|which|who|whom|whose|how|why"
                    + "|compare|explain|tell|name|list|give|show|describe|define)\\b");

    private final RoleFinder roles;
    private final AspectFinder aspects;
    private final int all;
    private final Set<String> asking = new HashSet<>(ASKING);
    private final Set<String> needing = new HashSet<>(NEEDING);

    RoleRequests(Pack pack, RoleFinder roles, AspectFinder aspects) {
        this.roles = roles;
        this.aspects = aspects;
        this.all = pack.roles().size();
        for (Role role : pack.roles()) {
            Stream.concat(Stream.of(role.name(), role.plural()), role.aliases().stream())
                    .map(name -> lower(name).replaceFirst("^.*[\\s-]", ""))
                    .forEach(last -> {
                        asking.add(last);
                        needing.add(last);
                    });
        }
    }

    /** The request in a text, if it is one. */
    Optional<RoleRequest> in(String text) {
        if (text.length() > LONGEST || LOST_WORK.matcher(lower(text)).find()) {
            return Optional.empty();
        }
        List<String> sentences = List.of(SENTENCE_END.split(text));
        return told(sentences, false)
                .filter(request -> request.ours() || toldWell(request))
                .or(() -> told(sentences, true)
                        .filter(request -> request.ours() && toldWell(request) && !Cues.personal(request.told())));
    }

    private static boolean toldWell(RoleRequest request) {
        return words(request.told()).size() >= TOLD_WELL;
    }

    private Optional<RoleRequest> told(List<String> sentences, boolean freely) {
        List<String> told = new ArrayList<>();
        StringBuilder asked = new StringBuilder();
        for (String sentence : sentences) {
            if (asks(sentence, freely)) {
                asked.append(lower(sentence)).append(' ');
                continue;
            }
            for (String clause : COMMA.split(sentence)) {
                String rest = afterAsking(clause, freely);
                asked.append(lower(clause), 0, clause.length() - rest.length()).append(' ');
                if (!rest.isBlank()) {
                    told.add(rest.strip());
                }
            }
        }
        boolean more = told.stream()
                .anyMatch(clause -> ASKS_ELSE.matcher(lower(clause)).find());
        String tale = String.join(", ", told);
        boolean work =
                WORK.matcher(asked).find() || OF_SEVERAL.matcher(lower(tale)).find() || !Cues.personal(tale);
        return !asked.toString().isBlank() && work && !more && words(tale).size() >= LEAST_TOLD
                ? Optional.of(RoleRequest.in(String.join(" ", sentences), tale))
                : Optional.empty();
    }

    /** What a clause tells: all of it where it does not ask, and nothing where it only asks. */
    private String afterAsking(String clause, boolean freely) {
        if (asks(clause, freely)) {
            return "";
        }
        Matcher purpose = FOR_WHAT.matcher(lower(clause));
        if (purpose.find() && asks(clause.substring(0, purpose.end()), false)) {
            String rest = clause.substring(purpose.end());
            return roles.named(rest).isEmpty() ? rest.replaceFirst("\\?\\W*$", "") : clause;
        }
        return clause;
    }

    /** Whether it asks which role, between all of them, and nothing else; {@code freely} with some words of its own. */
    private boolean asks(String clause, boolean freely) {
        List<RoleFinder.Mention> named = roles.named(clause);
        long different =
                named.stream().map(RoleFinder.Mention::roleId).distinct().count();
        if ((different > 0 && different < all)
                || NO_PROJECT.matcher(lower(clause)).find()) {
            return false;
        }
        List<String> words = words(without(named, clause));
        Matcher which = WHICH.matcher(lower(clause));
        boolean needs = which.find() && words.stream().anyMatch(needing::contains);
        List<String> own = words.stream().filter(word -> !asking.contains(word)).toList();
        if (own.isEmpty()) {
            return needs || different == all;
        }
        return freely
                && needs
                && which.start() < OPENING
                && own.size() <= OWN_WORDS
                && aspects.find(String.join(" ", own), List.of()).isEmpty();
    }

    private static String without(List<RoleFinder.Mention> named, String clause) {
        StringBuilder rest = new StringBuilder(clause);
        for (int i = named.size() - 1; i >= 0; i--) {
            rest.replace(named.get(i).start(), named.get(i).end(), " ");
        }
        return rest.toString();
    }

    private static List<String> words(String text) {
        return WORD.matcher(lower(text)).results().map(MatchResult::group).toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
