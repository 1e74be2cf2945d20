package dev.rolewise.knowledge.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Reading} on its way from one process to the other.
 *
 * @param text what was read, or null
 * @param reason why nothing was, or null
 */
record ReadingJson(@Nullable ReadText text, @Nullable String reason) {
    private static final int LONGEST_REASON = 300;

    static ReadingJson of(Reading reading) {
        return reading instanceof ReadText text
                ? new ReadingJson(text, null)
                : new ReadingJson(null, ((Unreadable) reading).reason());
    }

    /** What the other process wrote, which is not trusted. */
    static Reading decode(byte[] json, ReadingLimits limits) throws IOException {
        JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(20)
                                .maxStringLength(limits.characters() + 1)
                                .build())
                        .build())
                .build();
        ReadingJson read = mapper.readValue(json, ReadingJson.class);
        if (read.text() != null && read.text().characters() <= limits.characters()) {
            return read.text();
        }
        String reason = read.reason() == null ? "the answer of its reader makes no sense." : read.reason();
        return new Unreadable(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
    }
}
