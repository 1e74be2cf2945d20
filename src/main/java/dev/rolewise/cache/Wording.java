package dev.rolewise.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a question about a community's matters asks, the same for everyday ways to ask it.
 *
 * @param asks how it is asked, such as {@code ?when}
 * @param words what it says besides; a word that no list knows says itself
 * @param order the words in their order, who does something first
 * @param loose those in phrases that may stand anywhere: "for the cup"
 * @param persons those of the words who do something to each other, in their order
 * @param joints two words each and what comes to what: {@code gold>gem}
 * @param pairs words side by side, written alike: {@code senior>ladder}
 */
public record Wording(
        String asks,
        Set<String> words,
        List<String> order,
        Set<String> loose,
        List<String> persons,
        Set<String> joints,
        Set<String> pairs) {
    private static final int NEAR = 2;
    /** Ways to ask that may leave out what is done. */
    private static final Set<String> BRIEF = Set.of("?allowed", "?needed", "?fragment");

    /** Nothing is said. */
    static final Wording NONE = new Wording("", Set.of(), List.of(), Set.of(), List.of(), Set.of(), Set.of());

    public Wording {
        words = Set.copyOf(words);
        order = List.copyOf(order);
        loose = Set.copyOf(loose);
        persons = List.copyOf(persons);
        joints = Set.copyOf(joints);
        pairs = Set.copyOf(pairs);
    }

    private static final WordingReader READER = new WordingReader();

    /** That of a question. */
    public static Wording of(String question) {
        return READER.read(question);
    }

    /** Whether the answer to it is one to the other. */
    boolean answers(Wording asked) {
        return says()
                && asked.says()
                && Math.abs(words.size() - asked.words.size()) <= 1
                && READER.list().serves(asks, asked.asks)
                && saysTheSame(asked);
    }

    /**
     * Whether it may yet ask what the other asks: not where they ask for different things, such as a time and a place, nor
     * where they name different things of one kind, such as two days, nor where all is the same but for one word.
     */
    public boolean mayAsk(Wording other) {
        boolean ways = READER.list().mayAsk(asks, other.asks);
        List<String> mine = without(words, other);
        List<String> others = without(other.words, this);
        boolean kinds = mine.stream()
                .anyMatch(word -> others.stream().anyMatch(o -> READER.list().areOfOneKind(word, o)));
        boolean swapped = mine.size() == 1 && others.size() == 1 && words.size() > 2 && isPlain(other);
        return ways && !kinds && !swapped && !isTurned(other);
    }

    /** Whether all words but one stand in the same places. */
    private boolean isPlain(Wording other) {
        if (order.size() != other.order.size()) {
            return false;
        }
        return IntStream.range(0, order.size())
                        .filter(i -> !order.get(i).equals(other.order.get(i)))
                        .count()
                == 1;
    }

    /** Whether it says what is asked about. */
    boolean says() {
        return words.size() > (asks.equals("?fragment") ? 1 : 0);
    }

    /** Whether nothing that the two say tells them apart, but for slips of the keyboard; how they ask is not looked at. */
    boolean saysTheSame(Wording other) {
        List<String> mine = without(words, other);
        List<String> others = without(other.words, this);
        return (paired(mine, others) || leavesOut(mine, other, others) || other.leavesOut(others, this, mine))
                && (persons.size() < 2 || persons.equals(other.persons))
                && joints.stream().map(Wording::turned).noneMatch(other.joints::contains)
                && pairs.stream().noneMatch(pair -> other.gives(pair, pairs))
                && !isTurned(other);
    }

    /**
     * Whether three words stand in it that stand the other way round in the other, or a person and a word: "bots use dice" and
     * "dice use bots", "ban a member" and "members ban".
     */
    private boolean isTurned(Wording other) {
        List<String> common = order.stream()
                .filter(word -> other.order.contains(word) && !loose.contains(word) && !other.loose.contains(word))
                .toList();
        for (int i = 0; i < common.size(); i++) {
            int length = persons.contains(common.get(i)) ? 2 : 1;
            int place = other.order.indexOf(common.get(i));
            for (String next : common.subList(i + 1, common.size())) {
                int at = other.order.indexOf(next);
                if (at < place) {
                    place = at;
                    length += persons.contains(next) ? 2 : 1;
                }
            }
            if (length > 2) {
                return true;
            }
        }
        return false;
    }

    /** Whether what the other leaves out is only what is done, as "are dogs allowed" does. */
    private boolean leavesOut(List<String> mine, Wording other, List<String> others) {
        return BRIEF.contains(other.asks)
                && !BRIEF.contains(asks)
                && others.isEmpty()
                && mine.size() == 1
                && READER.list().isDeed(mine.get(0));
    }

    /** Whether the second word of that pair stands beside another word here: a senior ladder as against a junior one. */
    private boolean gives(String pair, Set<String> others) {
        String first = pair.substring(0, pair.indexOf('>'));
        String second = pair.substring(first.length());
        return pairs.stream()
                .filter(mine -> mine.endsWith(second) && !mine.equals(pair))
                .map(mine -> mine.substring(0, mine.indexOf('>')))
                .anyMatch(mine -> !pairs.contains(first + ">" + mine)
                        && !others.contains(mine + ">" + first)
                        && !pairs.contains(pair)
                        && words.contains(first));
    }

    /** Whether each says something that the other does not, and not only in another spelling, or one something weighty. */
    boolean partsFrom(Wording other) {
        List<String> mine = without(words, other);
        List<String> others = without(other.words, this);
        return Stream.concat(mine.stream(), others.stream()).anyMatch(READER.list()::isWeighty)
                || (!others.isEmpty()
                        && mine.stream().anyMatch(word -> others.stream().noneMatch(o -> isNear(word, o))));
    }

    /** Whether two words are at most two letters apart. */
    private static boolean isNear(String a, String b) {
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return a.charAt(0) == b.charAt(0) && row[b.length()] <= NEAR;
    }

    /** Each left over is a slip of one of the others, or they are one word written as several. */
    private static boolean paired(List<String> some, List<String> others) {
        if (some.isEmpty() && others.isEmpty()) {
            return true;
        }
        List<String> left = new ArrayList<>(others);
        boolean slips = some.size() == others.size()
                && some.stream().allMatch(word -> left.stream()
                        .filter(o -> Slips.isSlip(word, o))
                        .findFirst()
                        .map(left::remove)
                        .orElse(false));
        return slips || isCompound(some, others) || isCompound(others, some);
    }

    private static boolean isCompound(List<String> one, List<String> two) {
        return one.size() == 1
                && two.size() == 2
                && (one.get(0).equals(two.get(0) + two.get(1)) || one.get(0).equals(two.get(1) + two.get(0)));
    }

    private static List<String> without(Set<String> words, Wording other) {
        Set<String> left = new TreeSet<>(words);
        left.removeAll(other.words);
        return List.copyOf(left);
    }

    private static String turned(String joint) {
        int at = joint.indexOf('>');
        return joint.substring(at + 1) + ">" + joint.substring(0, at);
    }
}
