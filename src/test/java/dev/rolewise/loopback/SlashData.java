package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The {@code data} of a slash command, used or still being typed. */
final class SlashData {
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int NUMBER = 10;

    private final CommandChoice choice;
    private final ObjectNode data;
    private final ArrayNode options;

    private SlashData(CommandChoice choice) {
        this.choice = choice;
        this.data = choice.data();
        ArrayNode at = data.putArray("options");
        for (ObjectNode subcommand : choice.subcommands()) {
            ObjectNode step = at.addObject()
                    .put("name", subcommand.path("name").asText())
                    .put("type", subcommand.path("type").asInt());
            at = step.putArray("options");
        }
        this.options = at;
    }

    static ObjectNode complete(CommandChoice choice, List<Input> inputs) {
        for (ObjectNode option : choice.options()) {
            String name = option.path("name").asText();
            boolean given = inputs.stream().anyMatch(input -> input.name().equals(name));
            Member.require(given || !option.path("required").asBoolean(), "the option \"" + name + "\" is required");
        }
        SlashData slash = new SlashData(choice);
        inputs.forEach(slash::put);
        return slash.data;
    }

    static ObjectNode typing(CommandChoice choice, Input typed, List<Input> others) {
        ObjectNode option = choice.option(typed.name());
        Member.require(option.path("autocomplete").asBoolean(), "\"" + typed.name() + "\" suggests no choices");
        SlashData slash = new SlashData(choice);
        others.forEach(slash::put);
        slash.options
                .addObject()
                .put("name", typed.name())
                .put("type", option.path("type").asInt())
                .put("value", typed.value().toString())
                .put("focused", true);
        return slash.data;
    }

    private void put(Input input) {
        ObjectNode option = choice.option(input.name());
        int type = option.path("type").asInt();
        ObjectNode filled = options.addObject().put("name", input.name()).put("type", type);
        String text = input.value().toString();
        if (input.value() instanceof Member member) {
            filled.put("value", member.id());
            member.resolveInto(data);
        } else if (input.value() instanceof Upload upload) {
            filled.put("value", Sending.attach(choice.world(), data, upload));
        } else {
            switch (type) {
                case INTEGER -> filled.put("value", Long.parseLong(text));
                case NUMBER -> filled.put("value", Double.parseDouble(text));
                case BOOLEAN -> filled.put("value", Boolean.parseBoolean(text));
                default -> filled.put("value", text);
            }
            checkText(option, type, text);
        }
    }

    private static void checkText(ObjectNode option, int type, String text) {
        List<String> choices = Json.objects(option.path("choices")).stream()
                .map(choice -> choice.path("value").asText())
                .toList();
        Member.require(choices.isEmpty() || choices.contains(text), "\"" + text + "\" is none of " + choices);
        int length = Json.length(text);
        boolean fitting = length >= option.path("min_length").asInt(0)
                && length <= option.path("max_length").asInt(Integer.MAX_VALUE);
        Member.require(type != STRING || fitting, "\"" + text + "\" has not the length that " + option + " asks for");
    }
}
