package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Discord's documented limits of registered commands. */
final class CommandLimits {
    private static final Pattern SLASH_NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
    private static final int SLASH_COMMANDS = 100;
    private static final int CONTEXT_COMMANDS = 15;
    private static final int NAME = 32;
    private static final int DESCRIPTION = 100;
    private static final int OPTIONS = 25;
    private static final int CHARACTERS = 8000;

    private final FormFaults faults = new FormFaults();

    private CommandLimits() {}

    static List<FormFaults.Fault> check(JsonNode commands) {
        CommandLimits limits = new CommandLimits();
        List<ObjectNode> all = Json.objects(commands);
        for (CommandCatalog.Type type : CommandCatalog.Type.values()) {
            int most = type == CommandCatalog.Type.SLASH ? SLASH_COMMANDS : CONTEXT_COMMANDS;
            long count = all.stream().filter(type::fits).count();
            limits.faults.require(count <= most, "commands", "At most " + most + " commands of type " + type + ".");
        }
        for (int i = 0; i < all.size(); i++) {
            limits.command(all.get(i), Integer.toString(i));
        }
        return limits.faults.all();
    }

    private void command(ObjectNode command, String path) {
        faults.unique(
                "Command", command.path("type").asInt(1) + command.path("name").asText(), path + ".name");
        if (CommandCatalog.Type.SLASH.fits(command)) {
            named(command, path);
            faults.require(
                    characters(command) <= CHARACTERS, path, "A command has at most " + CHARACTERS + " characters.");
        } else {
            faults.text(command, "name", NAME, path);
            faults.require(command.path("description").asText("").isEmpty(), path + ".description", "Must be empty.");
        }
    }

    private void named(ObjectNode named, String path) {
        String name = named.path("name").asText();
        boolean fitting = SLASH_NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT));
        faults.require(fitting, path + ".name", "String value did not match the name pattern: " + name);
        faults.text(named, "description", DESCRIPTION, path);
        new ChoiceLimits(faults).check(named.path("choices"), path + ".choices");
        List<ObjectNode> options = Json.objects(named.path("options"));
        faults.count(options.size(), 0, OPTIONS, path + ".options");
        boolean optional = false;
        for (int i = 0; i < options.size(); i++) {
            ObjectNode option = options.get(i);
            String at = path + ".options." + i;
            boolean required = option.path("required").asBoolean();
            faults.require(!required || !optional, at, "Required options must be placed before non-required options.");
            optional |= !required;
            faults.unique("Option of " + path, option.path("name").asText(), at + ".name");
            named(option, at);
        }
    }

    private static int characters(JsonNode named) {
        int own = Json.length(named.path("name").asText())
                + Json.length(named.path("description").asText());
        int choices = Json.objects(named.path("choices")).stream()
                .mapToInt(choice -> Json.length(choice.path("name").asText())
                        + Json.length(choice.path("value").asText()))
                .sum();
        int options = Json.objects(named.path("options")).stream()
                .mapToInt(CommandLimits::characters)
                .sum();
        return own + choices + options;
    }
}
