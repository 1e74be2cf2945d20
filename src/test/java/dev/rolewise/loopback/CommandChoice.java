package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A command that a member has picked among those the client offers them, with the path down to the subcommand. */
record CommandChoice(World world, ObjectNode command, List<ObjectNode> subcommands) {
    private static final long ADMINISTRATOR = 1L << 3;
    private static final int SUBCOMMAND = 1;
    private static final int SUBCOMMAND_GROUP = 2;

    static CommandChoice of(World world, Member member, CommandCatalog.Type type, String words, boolean overriding) {
        boolean slash = type == CommandCatalog.Type.SLASH;
        List<String> path = slash ? List.of(words.split(" ")) : List.of(words);
        ObjectNode command = world.catalog
                .find(type, path.get(0), member.place())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Discord offers no " + type + " command \"" + path.get(0) + "\" to " + member));
        Member.require(
                overriding || allows(command, member),
                member + " lacks the permissions for " + command.path("name").asText());
        List<ObjectNode> subcommands = new ArrayList<>();
        ObjectNode at = command;
        for (String step : path.subList(1, path.size())) {
            at = option(at, step);
            subcommands.add(at);
        }
        boolean whole = Json.objects(at.path("options")).stream().noneMatch(CommandChoice::isSubcommand);
        Member.require(whole, "\"" + words + "\" needs a subcommand");
        return new CommandChoice(world, command, List.copyOf(subcommands));
    }

    private static boolean allows(ObjectNode command, Member member) {
        if (!Json.has(command, "default_member_permissions") || member.place() instanceof Place.Direct) {
            return true;
        }
        long needed = command.path("default_member_permissions").asLong();
        boolean granted = needed != 0 && (member.permissions() & needed) == needed;
        return granted || (member.permissions() & ADMINISTRATOR) != 0;
    }

    private static boolean isSubcommand(ObjectNode option) {
        int type = option.path("type").asInt();
        return type == SUBCOMMAND || type == SUBCOMMAND_GROUP;
    }

    private static ObjectNode option(ObjectNode owner, String name) {
        return Json.objects(owner.path("options")).stream()
                .filter(option -> option.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + owner.path("name").asText() + "\" has no option \"" + name + "\""));
    }

    /** The option of this name, as registered. */
    ObjectNode option(String name) {
        return option(leaf(), name);
    }

    List<ObjectNode> options() {
        return Json.objects(leaf().path("options"));
    }

    private ObjectNode leaf() {
        return subcommands.isEmpty() ? command : subcommands.get(subcommands.size() - 1);
    }

    /** The interaction's {@code data}, still without options. */
    ObjectNode data() {
        ObjectNode data = Json.object()
                .put("id", command.path("id").asText())
                .put("name", command.path("name").asText())
                .put("type", command.path("type").asInt(1));
        if (Json.has(command, "guild_id")) {
            data.put("guild_id", command.path("guild_id").asText());
        }
        return data;
    }
}
