package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Discord's numbers for the kinds of components. */
final class ComponentType {
    static final int ACTION_ROW = 1;
    static final int BUTTON = 2;
    static final int STRING_SELECT = 3;
    static final int TEXT_INPUT = 4;
    static final int SECTION = 9;
    static final int TEXT_DISPLAY = 10;
    static final int MEDIA_GALLERY = 12;
    static final int FILE = 13;
    static final int SEPARATOR = 14;
    static final int CONTAINER = 17;
    static final int LABEL = 18;
    static final int FILE_UPLOAD = 19;
    static final int CHECKBOX_GROUP = 22;

    /** What may stand at the top of a Components V2 message; a container holds the same but no container. */
    static final Set<Integer> TOP_LEVEL =
            Set.of(ACTION_ROW, SECTION, TEXT_DISPLAY, MEDIA_GALLERY, FILE, SEPARATOR, CONTAINER);

    private static final Set<Integer> ENTITY_SELECTS = Set.of(5, 6, 7, 8);

    private ComponentType() {}

    static int of(JsonNode component) {
        return component.path("type").asInt();
    }

    static boolean isSelect(int type) {
        return type == STRING_SELECT || ENTITY_SELECTS.contains(type);
    }

    /** Whether a modal field of this kind is answered with a list of values. */
    static boolean takesValues(int type) {
        return isSelect(type) || type == FILE_UPLOAD || type == CHECKBOX_GROUP;
    }
}
