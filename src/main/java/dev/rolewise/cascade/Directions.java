package dev.rolewise.cascade;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that point one way or the other: more and less, easier and harder, rise and fall. All methods take any text. */
final class Directions {
    private record Way(String name, Pattern forth, Pattern back) {}

    private static final List<Way> WAYS = List.of(
            way(
                    "amount",
                    "more|most|mostly|many|much|higher|highest|greater|greatest|larger|bigger|above|over|at least|heavy|heavier|heavily"
                            + "|extensive|high|deep|deeper|further|grow|grows|growing|grew|rise|rises|rising|rose|increases?|increasing"
                            + "|increased|raise|raises|raising|expand|expands|booming|explosive|explosively|gain|gains",
                    "less|least|fewer|few|lower|lowers|lowest|lowering|smaller|below|under|at most|light|lighter|little|low|shallow"
                            + "|moderate|modest|shrink|shrinks|shrinking|fall|falls|falling|fell|decreases?|decreasing|declines?"
                            + "|declining|drop|drops|dropping|reduces?|reducing|cut|cuts|cutting|lose|loses|vanish|vanishes"),
            way("strength", "strong|stronger|strongly|solid|powerful", "weak|weaker|weakly|feeble|poor"),
            way("order", "before|prior to|precedes?|ahead of", "(?<!sought )after|follows"),
            way(
                    "ease",
                    "easy|easier|easiest|easily|gentle|gentler|simple|simpler|accessible|open|smooth|smoother",
                    "hard|harder|hardest|difficult|tough|tougher|steep|steeper|brutal|inaccessible|closed"),
            way("speed", "fast|faster|fastest|quick|quicker|quickly|rapid|rapidly", "slow|slower|slowest|slowly"),
            way("price", "cheap|cheaper|cheapest|inexpensive", "expensive|costly|dearer|pricier|costlier"),
            way("worth", "better|best|improve|improves|improving", "worse|worst|worsen|worsens|degrade|degrades"),
            way(
                    "need",
                    "required|requires|require|must|necessary|essential|mandatory|needed",
                    "optional|unnecessary|needless|dispensable"),
            way("span", "long|longer|longest|years", "short|shorter|shortest"),
            way("age", "first|start|starts|begin|begins|early|earlier", "last|end|ends|finally|late|later"),
            way("start", "existing|ready-made|pre-trained|off-the-shelf", "from scratch|from the ground up"));

    private static final Pattern BELITTLING = Pattern.compile(
            "\\b(?:less|fewer|few|lower|little|low|weak|weaker|poor|shallow|moderate|modest|slower|slowly|slow|rarely|reduces?|reducing"
                    + "|cut|cuts|cutting|shrinks?|shrinking|smaller|light|declin\\w+|under|below|decreas\\w+|bring down|brings down)\\b");
    private static final Pattern DENIAL = Pattern.compile("\\b(?:not|no|without|never|nor|than)\\b|n't\\b");
    private static final List<Pattern> ABSOLUTES = List.of(
            Pattern.compile("(?<!not )\\b(?:only|solely|exclusively|alone|nothing but|entirely)\\b"),
            Pattern.compile("\\b(?:always|invariably|every time|in every case|all day|never)\\b"));

    private Directions() {}

    /** The ways that a text points: {@code +amount}, {@code -ease}; both signs where it holds both. */
    static Set<String> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> found = new LinkedHashSet<>();
        for (Way way : WAYS) {
            if (way.forth().matcher(lower).find()) {
                found.add("+" + way.name());
            }
            if (way.back().matcher(lower).find()) {
                found.add("-" + way.name());
            }
        }
        return found;
    }

    /** Those that the other turns around: it points the opposite way and not the same. */
    static List<String> turned(Set<String> directions, Set<String> other) {
        List<String> turned = new ArrayList<>();
        for (String direction : directions) {
            String opposite = opposite(Set.of(direction)).iterator().next();
            if (!other.contains(direction) && other.contains(opposite) && !directions.contains(opposite)) {
                turned.add(direction);
            }
        }
        return turned;
    }

    /**
     * Whether a claim belittles or makes absolute what its support does not: "less", "weak", "only", "always". A support
     * that denies anything may mean the same in other words.
     */
    static boolean overdone(String claim, String support) {
        String claimed = claim.toLowerCase(Locale.ROOT);
        String said = support.toLowerCase(Locale.ROOT);
        boolean belittled = BELITTLING.matcher(claimed).find()
                && !BELITTLING.matcher(said).find()
                && !DENIAL.matcher(said).find();
        return belittled
                || ABSOLUTES.stream()
                        .anyMatch(a ->
                                a.matcher(claimed).find() && !a.matcher(said).find());
    }

    /** Each turned around. */
    static Set<String> opposite(Set<String> directions) {
        Set<String> turned = new LinkedHashSet<>();
        directions.forEach(d -> turned.add((d.startsWith("+") ? "-" : "+") + d.substring(1)));
        return turned;
    }

    private static Way way(String name, String forth, String back) {
        return new Way(name, Pattern.compile("\\b(?:" + forth + ")\\b"), Pattern.compile("\\b(?:" + back + ")\\b"));
    }
}
