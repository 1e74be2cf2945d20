package dev.rolewise.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a question that say what it is about, in their order. */
final class Gist {
    private static final int MOST_WORDS = 24;
    private static final Set<String> SMALL = Set.of(
            ("a an the and or but so ok okay then also what whats what's which who whos who's whom whose how when where why is are was were be been"
                            + " do does did can could should would will may might must am im i'm i u you me my your we our us it its it's this that these"
                            + " those they them their he she his her him there here pls plz please explain describe define tell give show list name"
                            + " about any some actually really just even too either neither hey hi lol hm thanks btw oh ah got get gets if"
                            + " lot number between of for in on at with by as into onto diff difference stand stands happens much many has have had go goes going mean means one ones exactly per anyway again need")
                    .split(" "));

    private static final Set<String> DIRECTIONS = Set.of("from", "to");
    private static final Pattern MOVES = Pattern.compile("\\bfrom\\b.*\\bto\\b", Pattern.CASE_INSENSITIVE);

    private static final String WORDS =
            "(?:an? |the )?(?<thing>(?!.*\\b(?:is|are|do|does|did|i|you|we|they|it|that|which|who)\\b)[\\p{L}\\p{N}$'.%@+-]+(?: [\\p{L}\\p{N}$'.%@+-]+){0,3}?)";
    private static final Pattern ABOUT = Pattern.compile(
            "(?:(?:can you |could you |please |pls )?(?:explain|define|describe|tell me about)(?: me)?(?: what)?|what(?:'s|s| is| are| does| do)|who(?:'s|s| is) (?:responsible for|in charge of)|who (?:does|do|uses|handles|builds|makes|owns|(?:works?|deals?) with)) "
                    + WORDS
                    + "(?: (?:is|means?|stands? for|about|for|exactly|again|pls|please|to me|anyway|used for|then))*[\\s?.!]*",
            Pattern.CASE_INSENSITIVE);

    private Gist() {}

    /** Those words; empty where there are none. */
    static String of(String question) {
        boolean moves = MOVES.matcher(question).find();
        return Stream.of(question.replace('’', '\'').split("[^\\p{L}\\p{N}'$%@/.+#-]+"))
                .map(word -> word.replaceAll("^[.'/-]+|[.'/-]+$", ""))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word.toLowerCase(Locale.ROOT)))
                .filter(word -> moves || !DIRECTIONS.contains(word.toLowerCase(Locale.ROOT)))
                .limit(MOST_WORDS)
                .collect(Collectors.joining(" "));
    }

    /** The one thing that a question is about: "explain X", "what does X mean", "who works with X". */
    static Optional<String> thing(String question) {
        Matcher about = ABOUT.matcher(question.replace('’', '\''));
        return about.matches() ? Optional.of(about.group("thing").strip()) : Optional.empty();
    }

    /** How many words of a text say what it is about. */
    static int size(String text) {
        String gist = of(text);
        return gist.isEmpty() ? 0 : gist.split(" ").length;
    }
}
