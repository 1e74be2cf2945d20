package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Discord's documented limits of the choices of an option, whether registered or suggested while a member types. */
final class ChoiceLimits {
    private static final int CHOICES = 25;
    private static final int TEXT = 100;

    private final FormFaults faults;

    ChoiceLimits(FormFaults faults) {
        this.faults = faults;
    }

    static List<FormFaults.Fault> check(JsonNode data) {
        FormFaults faults = new FormFaults();
        new ChoiceLimits(faults).check(data.path("choices"), "data.choices");
        return faults.all();
    }

    void check(JsonNode choices, String path) {
        List<ObjectNode> all = Json.objects(choices);
        faults.count(all.size(), 0, CHOICES, path);
        for (int i = 0; i < all.size(); i++) {
            faults.text(all.get(i), "name", TEXT, path + "." + i);
            if (all.get(i).path("value").isTextual()) {
                faults.text(all.get(i), "value", TEXT, path + "." + i);
            }
        }
    }
}
