package dev.rolewise.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The interface that a request came through, known by its path. */
public enum Dialect {
    /** OpenAI's chat completions. */
    OPENAI("/v1") {
        @Override
        boolean owns(String path) {
            return path.endsWith("/chat/completions");
        }

        @Override
        String system(JsonNode body) {
            return messages(body.path("messages"), "system", "content");
        }

        @Override
        String user(JsonNode body) {
            return messages(body.path("messages"), "user", "content");
        }

        @Override
        ObjectNode answer(Said said, String model) {
            ObjectNode answer = Json.object().put("id", "chatcmpl-1").put("object", "chat.completion");
            answer.put("created", 1_700_000_000).put("model", model);
            ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
            choice.putObject("message").put("role", "assistant").put("content", said.text());
            choice.put("finish_reason", said.finish());
            if (said.in().isPresent() && said.out().isPresent()) {
                int in = said.in().getAsInt();
                int out = said.out().getAsInt();
                answer.putObject("usage")
                        .put("prompt_tokens", in)
                        .put("completion_tokens", out)
                        .put("total_tokens", in + out);
            }
            return answer;
        }
    },
    ANTHROPIC("/v1") {
        @Override
        boolean owns(String path) {
            return path.endsWith("/messages");
        }

        @Override
        String system(JsonNode body) {
            return text(body.path("system"), "text");
        }

        @Override
        String user(JsonNode body) {
            return messages(body.path("messages"), "user", "text");
        }

        @Override
        ObjectNode answer(Said said, String model) {
            ObjectNode answer =
                    Json.object().put("id", "msg_1").put("type", "message").put("role", "assistant");
            answer.put("model", model);
            answer.putArray("content").addObject().put("type", "text").put("text", said.text());
            answer.put(
                    "stop_reason",
                    switch (said.finish()) {
                        case "stop" -> "end_turn";
                        case "length" -> "max_tokens";
                        default -> "refusal";
                    });
            ObjectNode usage = answer.putObject("usage");
            said.in().ifPresent(in -> usage.put("input_tokens", in));
            said.out().ifPresent(out -> usage.put("output_tokens", out));
            return answer;
        }
    },
    GOOGLE("/v1beta") {
        @Override
        boolean owns(String path) {
            return path.endsWith(":generateContent");
        }

        @Override
        String system(JsonNode body) {
            return text(body.path("systemInstruction").path("parts"), "text");
        }

        @Override
        String user(JsonNode body) {
            return StreamSupport.stream(body.path("contents").spliterator(), false)
                    .map(content -> text(content.path("parts"), "text"))
                    .collect(Collectors.joining("\n"));
        }

        @Override
        ObjectNode answer(Said said, String model) {
            ObjectNode answer = Json.object().put("modelVersion", model).put("responseId", "r1");
            ObjectNode candidate = answer.putArray("candidates").addObject().put("index", 0);
            ObjectNode content = candidate.putObject("content").put("role", "model");
            content.putArray("parts").addObject().put("text", said.text());
            candidate.put(
                    "finishReason",
                    switch (said.finish()) {
                        case "stop" -> "STOP";
                        case "length" -> "MAX_TOKENS";
                        default -> "SAFETY";
                    });
            if (said.in().isPresent() && said.out().isPresent()) {
                int in = said.in().getAsInt();
                int out = said.out().getAsInt();
                answer.putObject("usageMetadata")
                        .put("promptTokenCount", in)
                        .put("candidatesTokenCount", out)
                        .put("totalTokenCount", in + out);
            }
            return answer;
        }
    },
    OLLAMA("") {
        @Override
        boolean owns(String path) {
            return path.endsWith("/api/chat");
        }

        @Override
        String system(JsonNode body) {
            return messages(body.path("messages"), "system", "content");
        }

        @Override
        String user(JsonNode body) {
            return messages(body.path("messages"), "user", "content");
        }

        @Override
        ObjectNode answer(Said said, String model) {
            ObjectNode answer = Json.object().put("model", model).put("created_at", "2026-01-01T00:00:00Z");
            answer.putObject("message").put("role", "assistant").put("content", said.text());
            answer.put("done", true).put("done_reason", said.finish());
            said.in().ifPresent(in -> answer.put("prompt_eval_count", in));
            said.out().ifPresent(out -> answer.put("eval_count", out));
            return answer;
        }
    };

    private final String base;

    Dialect(String base) {
        this.base = base;
    }

    /** The path of its base address. */
    String base() {
        return base;
    }

    abstract boolean owns(String path);

    /** The system prompt of a request. */
    abstract String system(JsonNode body);

    /** What the user says in a request. */
    abstract String user(JsonNode body);

    /** The body of a good answer. */
    abstract ObjectNode answer(Said said, String model);

    /** The one of a request; OpenAI's where it is of none. */
    static Dialect of(String path) {
        String bare = path.replaceAll("\\?.*", "");
        return Arrays.stream(values()).filter(d -> d.owns(bare)).findFirst().orElse(OPENAI);
    }

    static String messages(JsonNode messages, String role, String field) {
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(m -> m.path("role").asText().equals(role))
                .map(m -> text(m.path("content"), field.equals("content") ? "text" : field))
                .collect(Collectors.joining("\n"));
    }

    /** A text, or the texts of a list of parts. */
    static String text(JsonNode node, String field) {
        return node.isTextual()
                ? node.asText()
                : StreamSupport.stream(node.spliterator(), false)
                        .map(part -> part.path(field).asText())
                        .collect(Collectors.joining("\n"));
    }
}
