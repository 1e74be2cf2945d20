package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tree of components of a message or modal, walked in reading order. */
final class ComponentTree {
    private ComponentTree() {}

    /** Every component, parents before their children. */
    static List<ObjectNode> flatten(JsonNode components) {
        List<ObjectNode> all = new ArrayList<>();
        Json.objects(components).forEach(component -> collect(component, all));
        return all;
    }

    private static void collect(ObjectNode component, List<ObjectNode> all) {
        all.add(component);
        Json.objects(component.path("components")).forEach(child -> collect(child, all));
        for (String only : List.of("component", "accessory")) {
            if (component.path(only) instanceof ObjectNode child) {
                collect(child, all);
            }
        }
    }

    /** A copy in which every component has a number of its own, as Discord gives one to those that were sent without. */
    static ArrayNode numbered(JsonNode components) {
        ArrayNode copy = components.isArray() ? components.deepCopy() : Json.array();
        List<ObjectNode> all = flatten(copy);
        Set<Integer> taken = new HashSet<>();
        all.forEach(component -> taken.add(component.path("id").asInt()));
        int next = 1;
        for (ObjectNode component : all) {
            if (component.path("id").asInt() == 0) {
                while (!taken.add(next)) {
                    next++;
                }
                component.put("id", next);
            }
        }
        return copy;
    }
}
