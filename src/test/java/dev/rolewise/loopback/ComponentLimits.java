package dev.rolewise.loopback;

import static dev.rolewise.loopback.ComponentType.ACTION_ROW;
import static dev.rolewise.loopback.ComponentType.BUTTON;
import static dev.rolewise.loopback.ComponentType.CONTAINER;
import static dev.rolewise.loopback.ComponentType.MEDIA_GALLERY;
import static dev.rolewise.loopback.ComponentType.SECTION;
import static dev.rolewise.loopback.ComponentType.STRING_SELECT;
import static dev.rolewise.loopback.ComponentType.TEXT_DISPLAY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Discord's documented limits of the components of a message. */
final class ComponentLimits {
    private static final int ROWS = 5;
    private static final int ROW_BUTTONS = 5;
    private static final int V2_COMPONENTS = 40;
    private static final int V2_CHARACTERS = 4000;
    private static final int BUTTON_LABEL = 80;
    private static final int BUTTON_URL = 512;
    private static final int CUSTOM_ID = 100;
    private static final int GALLERY_ITEMS = 10;
    private static final int ALT_TEXT = 1024;
    private static final int SECTION_TEXTS = 3;
    private static final int LINK = 5;
    private static final int PREMIUM = 6;

    private final FormFaults faults;

    ComponentLimits(FormFaults faults) {
        this.faults = faults;
    }

    void check(JsonNode components, boolean v2, String path) {
        List<ObjectNode> top = Json.objects(components);
        for (int i = 0; i < top.size(); i++) {
            int type = ComponentType.of(top.get(i));
            boolean allowed = v2 ? ComponentType.TOP_LEVEL.contains(type) : type == ACTION_ROW;
            faults.require(allowed, path + "." + i + ".type", "Component type " + type + " cannot be used here.");
            component(top.get(i), path + "." + i);
        }
        if (v2) {
            total(ComponentTree.flatten(components), path);
        } else {
            faults.count(top.size(), 0, ROWS, path);
        }
    }

    private void total(List<ObjectNode> all, String path) {
        faults.count(all.size(), 1, V2_COMPONENTS, path);
        int characters = all.stream()
                .filter(component -> ComponentType.of(component) == TEXT_DISPLAY)
                .mapToInt(component -> Json.length(component.path("content").asText()))
                .sum();
        faults.require(
                characters <= V2_CHARACTERS,
                path,
                "The displayable text of all components must not be over " + V2_CHARACTERS + ", is " + characters
                        + ".");
    }

    private void component(ObjectNode component, String path) {
        if (Json.has(component, "custom_id")) {
            faults.atMost(component, "custom_id", CUSTOM_ID, path);
            faults.unique("Component custom id", component.path("custom_id").asText(), path + ".custom_id");
        }
        int type = ComponentType.of(component);
        switch (type) {
            case ACTION_ROW -> row(component, path);
            case BUTTON -> button(component, path);
            case STRING_SELECT -> new SelectLimits(faults).check(component, path);
            case TEXT_DISPLAY -> faults.text(component, "content", V2_CHARACTERS, path);
            case SECTION -> section(component, path);
            case MEDIA_GALLERY -> gallery(component, path);
            case CONTAINER -> container(component, path);
            default -> {}
        }
        List<ObjectNode> children = Json.objects(component.path("components"));
        for (int i = 0; i < children.size(); i++) {
            component(children.get(i), path + ".components." + i);
        }
        if (component.path("accessory") instanceof ObjectNode accessory) {
            component(accessory, path + ".accessory");
        }
    }

    private void row(ObjectNode row, String path) {
        List<ObjectNode> children = Json.objects(row.path("components"));
        boolean select = children.stream().anyMatch(child -> ComponentType.isSelect(ComponentType.of(child)));
        faults.count(children.size(), 1, select ? 1 : ROW_BUTTONS, path + ".components");
        boolean fitting = children.stream()
                .map(ComponentType::of)
                .allMatch(type -> type == BUTTON || ComponentType.isSelect(type));
        faults.require(fitting, path + ".components", "An action row holds buttons or one select menu.");
    }

    private void button(ObjectNode button, String path) {
        faults.atMost(button, "label", BUTTON_LABEL, path);
        int style = button.path("style").asInt();
        if (style != PREMIUM) {
            boolean visible = !button.path("label").asText("").isEmpty() || Json.has(button, "emoji");
            faults.require(visible, path + ".label", "A button must have a label or an emoji.");
        }
        if (style == LINK) {
            faults.text(button, "url", BUTTON_URL, path);
            faults.require(!Json.has(button, "custom_id"), path + ".custom_id", "A link button has no custom id.");
        } else if (style != PREMIUM) {
            faults.text(button, "custom_id", CUSTOM_ID, path);
            faults.require(!Json.has(button, "url"), path + ".url", "Only a link button has a url.");
        }
    }

    private void section(ObjectNode section, String path) {
        faults.count(section.path("components").size(), 1, SECTION_TEXTS, path + ".components");
        faults.require(Json.has(section, "accessory"), path + ".accessory", "This field is required.");
    }

    private void gallery(ObjectNode gallery, String path) {
        List<ObjectNode> items = Json.objects(gallery.path("items"));
        faults.count(items.size(), 1, GALLERY_ITEMS, path + ".items");
        for (int i = 0; i < items.size(); i++) {
            faults.atMost(items.get(i), "description", ALT_TEXT, path + ".items." + i);
        }
    }

    private void container(ObjectNode container, String path) {
        List<ObjectNode> children = Json.objects(container.path("components"));
        faults.count(children.size(), 1, V2_COMPONENTS, path + ".components");
        boolean nested = children.stream().anyMatch(child -> ComponentType.of(child) == CONTAINER);
        faults.require(!nested, path + ".components", "A container cannot hold a container.");
    }
}
