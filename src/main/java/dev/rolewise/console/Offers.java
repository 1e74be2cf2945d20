package dev.rolewise.console;

import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be chosen by its number below a reply: buttons, and the choices of menus. Immutable. */
final class Offers {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(?:[,\\s]+\\d{1,9})*,?");
    private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");

    private final List<Offer> offers;

    /** @param most how many of its kind may be chosen at once; 0 for a button */
    private record Offer(ActionId id, String value, int most) {}

    /** What a person picked. */
    sealed interface Pick {
        /** A button. */
        record Press(ActionId id) implements Pick {}

        /** Choices of one menu. */
        record Choices(ActionId id, List<String> values) implements Pick {}

        /** Something that is not on offer. */
        record Refused(String why) implements Pick {}
    }

    private Offers(List<Offer> offers) {
        this.offers = List.copyOf(offers);
    }

    static Offers none() {
        return new Offers(List.of());
    }

    /** In the order in which they are shown. */
    static Offers of(Reply reply) {
        List<Offer> offers = new ArrayList<>();
        for (Block block : reply.blocks()) {
            if (block instanceof Block.Actions actions) {
                actions.actions().forEach(action -> offers.add(new Offer(action.id(), "", 0)));
            } else if (block instanceof Block.Menu menu) {
                int most = Math.max(1, menu.most());
                menu.choices().forEach(choice -> offers.add(new Offer(menu.id(), choice.value(), most)));
            }
        }
        return new Offers(offers);
    }

    boolean isEmpty() {
        return offers.isEmpty();
    }

    /** Whether the line picks something: a number, or several parted by commas or spaces. */
    boolean meant(String typed) {
        return !isEmpty() && NUMBERS.matcher(typed).matches();
    }

    /** What a line that {@link #meant} one picks. */
    Pick pick(String typed) {
        Set<Offer> picked = new LinkedHashSet<>();
        for (String number : BETWEEN.split(typed)) {
            int at = Integer.parseInt(number);
            if (at < 1 || at > offers.size()) {
                return new Pick.Refused("There is no choice " + at + "; they go from 1 to " + offers.size() + ".");
            }
            picked.add(offers.get(at - 1));
        }
        Offer first = picked.iterator().next();
        if (picked.size() > 1 && picked.stream().anyMatch(o -> o.most() < 2 || !o.id().equals(first.id()))) {
            return new Pick.Refused("These cannot be chosen together: please type one number at a time.");
        }
        if (first.most() == 0) {
            return new Pick.Press(first.id());
        }
        if (picked.size() > first.most()) {
            return new Pick.Refused("At most " + first.most() + " of these can be chosen at once.");
        }
        return new Pick.Choices(first.id(), picked.stream().map(Offer::value).toList());
    }
}
