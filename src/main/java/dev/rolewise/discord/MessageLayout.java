package dev.rolewise.discord;

import dev.rolewise.command.Action;
import dev.rolewise.command.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;

/** One message being put together within Discord's limits; used once, by one thread. */
final class MessageLayout {
    private static final int BUTTONS_A_ROW = 5;

    /** The last text display, a rule, and a row with the delete button. */
    private static final int COMPONENTS_KEPT = 4;

    private static final String NOTHING = "(nothing to show)";

    private final List<ContainerChildComponent> children = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private int keptForSmall;
    private int charactersLeft = Message.MAX_CONTENT_LENGTH_COMPONENT_V2;
    private int componentsLeft = Message.MAX_COMPONENT_COUNT_IN_COMPONENT_TREE - 1;
    private boolean full;
    private boolean quiet;
    private boolean afterHeading;

    MessageLayout(int keptForSmall) {
        this.keptForSmall = keptForSmall;
    }

    void addText(Block block) {
        boolean small = block instanceof Block.Small;
        if (full && !small) {
            return;
        }
        boolean turns = small != quiet;
        String joint = turns || text.isEmpty() ? "" : BlockMarkup.standsApart(block) && !afterHeading ? "\n\n" : "\n";
        Optional<String> markup = BlockMarkup.of(block, charactersLeft - joint.length() - (small ? 0 : keptForSmall));
        full |= !small && !markup.equals(BlockMarkup.of(block, Integer.MAX_VALUE));
        if (markup.isPresent() && turns) {
            turnTo(small);
        }
        markup.ifPresent(m -> append(joint + m, small));
        afterHeading = block instanceof Block.Heading;
    }

    void addButtons(List<Action> actions) {
        flush();
        List<Button> row = new ArrayList<>();
        for (Action action : actions) {
            boolean room = componentsLeft - COMPONENTS_KEPT >= row.size() + 2;
            if (room && ids.add(action.id().encode())) {
                row.add(Buttons.of(action));
            }
            if (row.size() == BUTTONS_A_ROW) {
                addRow(row);
                row = new ArrayList<>();
            }
        }
        if (!row.isEmpty()) {
            addRow(row);
        }
    }

    Container finish(boolean deletable) {
        flush();
        if (children.isEmpty()) {
            addChild(TextDisplay.of(NOTHING), 1);
        }
        if (deletable) {
            addDelete();
        }
        return Container.of(children);
    }

    private void turnTo(boolean small) {
        flush();
        quiet = small;
        if (small && !children.isEmpty() && componentsLeft > COMPONENTS_KEPT) {
            addChild(Separator.createDivider(Separator.Spacing.SMALL), 1);
        }
    }

    private void append(String markup, boolean small) {
        text.append(markup);
        charactersLeft -= markup.length();
        if (small) {
            keptForSmall = Math.max(0, keptForSmall - markup.length());
        }
    }

    private void flush() {
        if (!text.isEmpty() && componentsLeft > 2) {
            addChild(TextDisplay.of(text.toString()), 1);
        }
        text.setLength(0);
    }

    private void addRow(List<Button> row) {
        addChild(ActionRow.of(row), row.size() + 1);
    }

    private void addChild(ContainerChildComponent child, int components) {
        children.add(child);
        componentsLeft -= components;
    }

    private void addDelete() {
        int last = children.size() - 1;
        if (children.get(last) instanceof ActionRow row && row.getButtons().size() < BUTTONS_A_ROW) {
            List<Button> buttons = new ArrayList<>(row.getButtons());
            buttons.add(DeleteButton.BUTTON);
            children.set(last, ActionRow.of(buttons));
        } else {
            children.add(ActionRow.of(DeleteButton.BUTTON));
        }
    }
}
