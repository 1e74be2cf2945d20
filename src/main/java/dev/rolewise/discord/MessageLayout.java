package dev.rolewise.discord;

import dev.rolewise.command.Action;
import dev.rolewise.command.Attachment;
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
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.FileUpload;

/** One message being put together within Discord's limits; used once, by one thread. */
final class MessageLayout {
    private static final int BUTTONS_A_ROW = 5;

    /** The last text display, a rule, and a row with the delete button. */
    private static final int COMPONENTS_KEPT = 4;

    private static final String NOTHING = "(nothing to show)";

    private final List<ContainerChildComponent> children = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final MessageFiles files = new MessageFiles();
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

    void add(Block block) {
        if (block instanceof Block.Actions actions) {
            addButtons(actions.actions());
        } else if (block instanceof Block.Menu menu) {
            addMenu(menu);
        } else if (block instanceof Block.Picture picture) {
            addPicture(picture);
        } else if (block instanceof Block.Download download) {
            addDownload(download.file());
        } else {
            addText(block);
        }
    }

    private void addText(Block block) {
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

    private void addButtons(List<Action> actions) {
        List<Button> row = new ArrayList<>();
        for (Action action : actions) {
            if (hasRoom(row.size() + 2) && ids.add(action.id().encode())) {
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

    private void addMenu(Block.Menu menu) {
        if (hasRoom(2)) {
            Menus.of(menu).filter(shown -> ids.add(menu.id().encode())).ifPresent(shown -> {
                flush();
                addChild(ActionRow.of(shown), 2);
            });
        }
    }

    private void addPicture(Block.Picture picture) {
        Optional<String> obstacle = obstacle(picture.file());
        if (obstacle.isPresent()) {
            leaveOut("The picture " + picture.file().name() + " " + obstacle.get() + ". " + picture.alt());
            return;
        }
        flush();
        FileUpload upload = files.add(picture.file());
        if (!Markdown.isBlank(picture.alt())) {
            upload.setDescription(Excerpt.label(picture.alt(), MediaGalleryItem.MAX_DESCRIPTION_LENGTH));
        }
        addChild(MediaGallery.of(MediaGalleryItem.fromFile(upload)), 1);
    }

    private void addDownload(Attachment file) {
        Optional<String> obstacle = obstacle(file);
        if (obstacle.isPresent()) {
            leaveOut("The file " + file.name() + " " + obstacle.get() + ".");
            return;
        }
        flush();
        addChild(FileDisplay.fromFile(files.add(file)), 1);
    }

    private Optional<String> obstacle(Attachment file) {
        return hasRoom(1) ? files.obstacle(file) : Optional.of("is more than Discord takes in a message");
    }

    private void leaveOut(String why) {
        addText(new Block.Line(false, Optional.empty(), why));
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

    /** Whether so many components fit below the text so far. */
    private boolean hasRoom(int components) {
        int before = text.isEmpty() ? 0 : 1;
        return componentsLeft - COMPONENTS_KEPT >= components + before;
    }

    private void flush() {
        if (!text.isEmpty() && componentsLeft > 2) {
            addChild(TextDisplay.of(text.toString()), 1);
        }
        text.setLength(0);
    }

    private void addRow(List<Button> row) {
        flush();
        addChild(ActionRow.of(row), row.size() + 1);
    }

    private void addChild(ContainerChildComponent child, int components) {
        children.add(child);
        componentsLeft -= components;
    }

    private void addDelete() {
        int last = children.size() - 1;
        if (children.get(last) instanceof ActionRow row
                && row.getButtons().size() == row.getComponents().size()
                && row.getButtons().size() < BUTTONS_A_ROW) {
            List<Button> buttons = new ArrayList<>(row.getButtons());
            buttons.add(DeleteButton.BUTTON);
            children.set(last, ActionRow.of(buttons));
        } else {
            children.add(ActionRow.of(DeleteButton.BUTTON));
        }
    }
}
