package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/**
 * A person who uses the bot, in a server's channel or in direct messages. A member can do only what Discord's client lets them do:
 * an act that it would not offer (an unknown command, a disabled button, somebody else's ephemeral message, a field left empty that
 * is required) throws {@link IllegalArgumentException}. Immutable; the other places and permissions are copies of the same person.
 */
public final class Member {
    /** Discord's permission bit Manage Server. */
    public static final long MANAGE_SERVER = 1L << 5;

    private static final long VIEW_CHANNEL = 1L << 10;
    private static final long SEND_MESSAGES = 1L << 11;
    private static final long READ_HISTORY = 1L << 16;
    private static final long USE_COMMANDS = 1L << 31;
    /** The permission bits of everyone. */
    static final long ORDINARY = VIEW_CHANNEL | SEND_MESSAGES | READ_HISTORY | USE_COMMANDS;

    private final World world;
    private final User user;
    private final Place place;
    private final long permissions;
    private final boolean overriding;

    private Member(World world, User user, Place place, long permissions, boolean overriding) {
        this.world = world;
        this.user = user;
        this.place = place;
        this.permissions = permissions;
        this.overriding = overriding;
    }

    static Member ordinary(World world, User user, Place place) {
        return new Member(world, user, place, ORDINARY, false);
    }

    public String id() {
        return user.id();
    }

    public String name() {
        return user.name();
    }

    public Member in(Server server) {
        return at(world.channel(server, "general"));
    }

    /** In another channel of the same server. */
    public Member inChannel(String name) {
        if (place instanceof Place.InServer here) {
            return at(world.channel(here.server(), name));
        }
        throw new IllegalArgumentException(user.name() + " is in direct messages, which have no channels");
    }

    /** In the thread that a message has started; waits for the thread. */
    public Member inThread(Message message) {
        return at(world.changes
                .await(world.settings.patience(), () -> world.threadOf(message.id()))
                .orElseThrow(() -> new AssertionError("no thread was started at " + message)));
    }

    /** The name of the thread or channel. */
    public String placeName() {
        return place instanceof Place.InServer here ? here.channelName() : "";
    }

    /** In direct messages with the bot. */
    public Member direct() {
        return at(world.directMessages(user));
    }

    private Member at(Place other) {
        return new Member(world, user, other, permissions, overriding);
    }

    /** With these of Discord's permission bits besides the ordinary ones. */
    public Member withPermissions(long bits) {
        return new Member(world, user, place, ORDINARY | bits, overriding);
    }

    /** Let use commands in spite of {@code default_member_permissions}, as a server's administrators can arrange. */
    public Member overridingCommandPermissions() {
        return new Member(world, user, place, permissions, true);
    }

    /** Uses a slash command; a subcommand is a further word: {@code "documents add"}. */
    public Exchange slash(String command, Input... options) {
        return world.changes.change(() -> {
            CommandChoice choice = choose(CommandCatalog.Type.SLASH, command);
            ObjectNode data = SlashData.complete(choice, List.of(options));
            return send(Interaction.Kind.COMMAND, data, "/" + command + " by " + name());
        });
    }

    /** Types into an option of a slash command that suggests choices. */
    public Exchange autocomplete(String command, String option, String typed, Input... others) {
        return world.changes.change(() -> {
            CommandChoice choice = choose(CommandCatalog.Type.SLASH, command);
            ObjectNode data = SlashData.typing(choice, new Input(option, typed), List.of(others));
            return send(Interaction.Kind.AUTOCOMPLETE, data, "typing \"" + typed + "\" into /" + command);
        });
    }

    /** Uses a command of a message's context menu. */
    public Exchange contextMenu(String command, Message target) {
        return world.changes.change(() -> {
            ObjectNode data = choose(CommandCatalog.Type.MESSAGE, command).data();
            StoredMessage message = seen(target);
            data.put("target_id", message.id());
            data.withObjectProperty("resolved")
                    .withObjectProperty("messages")
                    .set(message.id(), message.json().deepCopy());
            return send(Interaction.Kind.COMMAND, data, "\"" + command + "\" by " + name());
        });
    }

    /** Uses a command of a person's context menu. */
    public Exchange contextMenu(String command, Member target) {
        return world.changes.change(() -> {
            ObjectNode data = choose(CommandCatalog.Type.USER, command).data();
            data.put("target_id", target.id());
            target.resolveInto(data);
            return send(Interaction.Kind.COMMAND, data, "\"" + command + "\" by " + name());
        });
    }

    /** Presses the button with this label or custom id on the message as it stands now. */
    public Exchange press(Message message, String labelOrCustomId) {
        return world.changes.change(() -> {
            StoredMessage stored = seen(message);
            Button button = stored.snapshot().button(labelOrCustomId);
            require(!button.customId().isEmpty() && !button.disabled(), button + " cannot be pressed");
            ObjectNode data =
                    Json.object().put("component_type", ComponentType.BUTTON).put("custom_id", button.customId());
            return Sending.component(world, this, stored, data, "pressing \"" + labelOrCustomId + "\"");
        });
    }

    /** Sends a press with an id that the message has no button for: what no client does, and a forger can. */
    public Exchange forge(Message message, String customId) {
        return world.changes.change(() -> {
            ObjectNode data =
                    Json.object().put("component_type", ComponentType.BUTTON).put("custom_id", customId);
            return Sending.component(world, this, seen(message), data, "forging \"" + customId + "\"");
        });
    }

    /** Sends a choice from a menu that the message does not have: what no client does, and a forger can. */
    public Exchange forgeChoice(Message message, String customId, String... values) {
        return world.changes.change(() -> {
            ObjectNode data = Json.object()
                    .put("component_type", ComponentType.STRING_SELECT)
                    .put("custom_id", customId);
            Arrays.stream(values).forEach(data.putArray("values")::add);
            return Sending.component(world, this, seen(message), data, "forging the choice " + List.of(values));
        });
    }

    /** Sends a form that was never shown, with such an id and such text fields: what no client does, and a forger can. */
    public Exchange forgeForm(Message message, String customId, Input... fields) {
        ObjectNode form = Json.object().put("title", customId).put("custom_id", customId);
        for (Input field : fields) {
            form.withArrayProperty("components")
                    .addObject()
                    .put("type", ComponentType.ACTION_ROW)
                    .putArray("components")
                    .addObject()
                    .put("type", ComponentType.TEXT_INPUT)
                    .put("custom_id", field.name());
        }
        return submit(new Modal(form, message.id()), fields);
    }

    /** Chooses values of a select menu on the message as it stands now. */
    public Exchange select(Message message, String customId, String... values) {
        return world.changes.change(() -> {
            StoredMessage stored = seen(message);
            SelectMenu menu = stored.snapshot().select(customId);
            boolean offered = menu.options().isEmpty()
                    || menu.options().stream()
                            .map(SelectMenu.Option::value)
                            .toList()
                            .containsAll(List.of(values));
            boolean fitting = values.length >= menu.least() && values.length <= menu.most();
            require(offered && fitting && !menu.disabled(), menu + " cannot be set to " + List.of(values));
            ObjectNode data = Json.object().put("component_type", menu.type()).put("custom_id", customId);
            Arrays.stream(values).forEach(data.putArray("values")::add);
            return Sending.component(world, this, stored, data, "selecting " + List.of(values));
        });
    }

    /** Submits a modal with these fields; the others are left as the bot prefilled them. */
    public Exchange submit(Modal modal, Input... fields) {
        return world.changes.change(() -> {
            ObjectNode data = ModalData.of(world, modal, List.of(fields));
            return Sending.modal(world, this, modal, data);
        });
    }

    /** Posts a message; the bot gets no event of it, as it has no intents. */
    public Message says(String text) {
        return world.changes.change(() -> {
            StoredMessage message = world.messages.draft(place.channelId(), user, user.id(), 0);
            message.json().put("content", text);
            world.messages.post(message);
            return message.snapshot();
        });
    }

    /** The messages that the member sees in this place, oldest first. */
    public List<Message> sees() {
        return world.changes.read(() -> world.messages.visible(place.channelId(), user));
    }

    Place place() {
        return place;
    }

    User user() {
        return user;
    }

    long permissions() {
        return permissions;
    }

    /** Puts the person into the {@code resolved} data of a command that names them. */
    void resolveInto(ObjectNode data) {
        ObjectNode resolved = data.withObjectProperty("resolved");
        resolved.withObjectProperty("users").set(user.id(), user.json());
        if (place instanceof Place.InServer) {
            resolved.withObjectProperty("members").set(user.id(), Place.memberWithoutUser(Long.toString(permissions)));
        }
    }

    private CommandChoice choose(CommandCatalog.Type type, String command) {
        return CommandChoice.of(world, this, type, command, overriding);
    }

    private Exchange send(Interaction.Kind kind, ObjectNode data, String act) {
        return Sending.command(world, this, kind, data, act);
    }

    private StoredMessage seen(Message message) {
        return world.messages
                .find(message.id())
                .filter(stored -> stored.visibleTo(user) && stored.channelId().equals(place.channelId()))
                .orElseThrow(() -> new IllegalArgumentException(name() + " does not see the message here: " + message));
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public String toString() {
        return user.name() + " in " + place;
    }
}
