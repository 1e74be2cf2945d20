package dev.rolewise.cascade.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.rolewise.cascade.model.ModelReply.Finish;
import dev.rolewise.cascade.model.ModelReply.Usage;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Takes LangChain4j's response apart. */
final class ReplyReader {
    private ReplyReader() {}

    static ModelReply.Text text(ChatResponse response) {
        @Nullable String text = response.aiMessage().text();
        return new ModelReply.Text(
                text == null ? "" : text, usage(response.tokenUsage()), finish(response.finishReason()));
    }

    private static Finish finish(@Nullable FinishReason reason) {
        if (reason == null) {
            return Finish.OTHER;
        }
        return switch (reason) {
            case STOP -> Finish.STOP;
            case LENGTH -> Finish.LENGTH;
            case CONTENT_FILTER -> Finish.FILTER;
            case TOOL_EXECUTION, OTHER -> Finish.OTHER;
        };
    }

    private static Usage usage(@Nullable TokenUsage usage) {
        return usage == null
                ? Usage.UNKNOWN
                : new Usage(
                        sensible(usage.inputTokenCount()),
                        out(usage.inputTokenCount(), usage.outputTokenCount(), usage.totalTokenCount()));
    }

    /** Hidden thinking costs as much as text; where it is not in the output it is in the total. */
    private static OptionalInt out(@Nullable Integer in, @Nullable Integer out, @Nullable Integer total) {
        OptionalInt said = sensible(out);
        if (said.isPresent() && in != null && total != null && in >= 0 && total - in > said.getAsInt()) {
            return OptionalInt.of(total - in);
        }
        return said;
    }

    private static OptionalInt sensible(@Nullable Integer count) {
        return count == null || count < 0 ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
