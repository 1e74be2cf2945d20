package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Discord's documented limits of a string select menu, in a message or a modal. */
final class SelectLimits {
    private static final int OPTIONS = 25;
    private static final int OPTION_TEXT = 100;
    private static final int CUSTOM_ID = 100;
    private static final int PLACEHOLDER = 150;

    private final FormFaults faults;

    SelectLimits(FormFaults faults) {
        this.faults = faults;
    }

    void check(ObjectNode select, String path) {
        faults.text(select, "custom_id", CUSTOM_ID, path);
        faults.atMost(select, "placeholder", PLACEHOLDER, path);
        List<ObjectNode> options = Json.objects(select.path("options"));
        faults.count(options.size(), 1, OPTIONS, path + ".options");
        for (int i = 0; i < options.size(); i++) {
            option(options.get(i), path, path + ".options." + i);
        }
        int least = select.path("min_values").asInt(1);
        int most = select.path("max_values").asInt(1);
        faults.require(least <= most, path + ".min_values", "Must not be over max_values.");
        faults.require(most <= options.size(), path + ".max_values", "Must not be over the number of options.");
    }

    private void option(ObjectNode option, String select, String path) {
        faults.text(option, "label", OPTION_TEXT, path);
        faults.text(option, "value", OPTION_TEXT, path);
        faults.atMost(option, "description", OPTION_TEXT, path);
        faults.unique("Option value of " + select, option.path("value").asText(), path + ".value");
    }
}
