package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code data} of a submitted modal: its components in the shape they were shown in, labels or action rows, with values. */
final class ModalData {
    private final World world;
    private final ObjectNode data = Json.object();
    private final List<Input> inputs;

    private ModalData(World world, List<Input> inputs) {
        this.world = world;
        this.inputs = new ArrayList<>(inputs);
    }

    static ObjectNode of(World world, Modal modal, List<Input> inputs) {
        ModalData submitted = new ModalData(world, inputs);
        submitted.data.put("custom_id", modal.customId());
        ArrayNode components = submitted.data.putArray("components");
        Json.objects(modal.components()).forEach(shown -> components.add(submitted.answered(shown)));
        Member.require(submitted.inputs.isEmpty(), "the modal has no such fields: " + submitted.inputs);
        return submitted.data;
    }

    private ObjectNode answered(ObjectNode shown) {
        ObjectNode answer = Json.object()
                .put("type", ComponentType.of(shown))
                .put("id", shown.path("id").asInt());
        if (shown.path("component") instanceof ObjectNode field) {
            answer.set("component", answered(field));
        } else if (shown.path("components") instanceof ArrayNode fields) {
            ArrayNode answers = answer.putArray("components");
            Json.objects(fields).forEach(field -> answers.add(answered(field)));
        } else if (Json.has(shown, "custom_id")) {
            fill(answer.put("custom_id", shown.path("custom_id").asText()), shown);
        }
        return answer;
    }

    private void fill(ObjectNode answer, ObjectNode shown) {
        Optional<Input> given = inputs.stream()
                .filter(input -> input.name().equals(shown.path("custom_id").asText()))
                .findFirst();
        given.ifPresent(inputs::remove);
        int type = ComponentType.of(shown);
        if (ComponentType.takesValues(type)) {
            ArrayNode values = answer.putArray("values");
            given.ifPresent(input -> values(input.value()).forEach(values::add));
            Member.require(!values.isEmpty() || !shown.path("required").asBoolean(true), "required: " + shown);
        } else if (type == ComponentType.TEXT_INPUT) {
            String text = given.map(input -> input.value().toString())
                    .orElse(shown.path("value").asText(""));
            checkLength(shown, text);
            answer.put("value", text);
        } else {
            given.ifPresentOrElse(
                    input -> answer.set("value", Json.MAPPER.valueToTree(input.value())),
                    () -> answer.putNull("value"));
        }
    }

    private List<String> values(Object value) {
        if (value instanceof Upload upload) {
            return List.of(Sending.attach(world, data, upload));
        }
        return value instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }

    private static void checkLength(ObjectNode shown, String text) {
        int length = Json.length(text);
        boolean required = shown.path("required").asBoolean(true);
        boolean fitting = length == 0
                ? !required
                : length >= shown.path("min_length").asInt(0)
                        && length <= shown.path("max_length").asInt(4000);
        Member.require(fitting, "the client does not let \"" + text + "\" be submitted for " + shown);
    }
}
