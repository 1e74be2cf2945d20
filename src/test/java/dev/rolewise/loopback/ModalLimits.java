package dev.rolewise.loopback;

import static dev.rolewise.loopback.ComponentType.ACTION_ROW;
import static dev.rolewise.loopback.ComponentType.LABEL;
import static dev.rolewise.loopback.ComponentType.STRING_SELECT;
import static dev.rolewise.loopback.ComponentType.TEXT_DISPLAY;
import static dev.rolewise.loopback.ComponentType.TEXT_INPUT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Discord's documented limits of a modal. */
final class ModalLimits {
    private static final int TITLE = 45;
    private static final int CUSTOM_ID = 100;
    private static final int COMPONENTS = 5;
    private static final int LABEL_TEXT = 45;
    private static final int LABEL_DESCRIPTION = 100;
    private static final int PLACEHOLDER = 100;
    private static final int INPUT = 4000;

    private final FormFaults faults = new FormFaults();

    private ModalLimits() {}

    static List<FormFaults.Fault> check(JsonNode modal) {
        ModalLimits limits = new ModalLimits();
        limits.modal(modal, "data");
        return limits.faults.all();
    }

    private void modal(JsonNode modal, String path) {
        faults.text(modal, "title", TITLE, path);
        faults.text(modal, "custom_id", CUSTOM_ID, path);
        List<ObjectNode> top = Json.objects(modal.path("components"));
        faults.count(top.size(), 1, COMPONENTS, path + ".components");
        for (int i = 0; i < top.size(); i++) {
            String at = path + ".components." + i;
            int type = ComponentType.of(top.get(i));
            boolean allowed = type == ACTION_ROW || type == LABEL || type == TEXT_DISPLAY;
            faults.require(allowed, at + ".type", "Component type " + type + " cannot stand at the top of a modal.");
        }
        ComponentTree.flatten(modal.path("components")).forEach(component -> component(component, path));
    }

    private void component(ObjectNode component, String path) {
        if (Json.has(component, "custom_id")) {
            faults.atMost(component, "custom_id", CUSTOM_ID, path);
            faults.unique("Component custom id", component.path("custom_id").asText(), path);
        }
        switch (ComponentType.of(component)) {
            case LABEL -> {
                faults.text(component, "label", LABEL_TEXT, path);
                faults.atMost(component, "description", LABEL_DESCRIPTION, path);
            }
            case TEXT_INPUT -> textInput(component, path);
            case STRING_SELECT -> new SelectLimits(faults).check(component, path);
            default -> {}
        }
    }

    private void textInput(ObjectNode input, String path) {
        faults.text(input, "custom_id", CUSTOM_ID, path);
        faults.atMost(input, "label", LABEL_TEXT, path);
        faults.atMost(input, "placeholder", PLACEHOLDER, path);
        int most = input.path("max_length").asInt(INPUT);
        faults.require(most >= 1 && most <= INPUT, path + ".max_length", "Must be between 1 and " + INPUT + ".");
        faults.require(input.path("min_length").asInt() <= most, path + ".min_length", "Must not be over max_length.");
        faults.atMost(input, "value", most, path);
    }
}
