package dev.rolewise.cascade.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Makes LangChain4j's models and requests as the settings say. None of them tries anything twice. */
final class ChatModels {
    /**
     * Ollama cuts longer prompts silently, at 2,048 or 4,096 tokens unless told otherwise. Another number can be given
     * in the extra body, under {@code options}.
     */
    private static final int OLLAMA_CONTEXT = 8_192;

    private static final ResponseFormat CLAIMS = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(
                    JsonSchema.builder().name("claims").rootElement(schema()).build())
            .build();

    private ChatModels() {}

    static ChatModel of(TierSettings settings, HttpClientBuilder http) {
        String url = settings.address().toString().replaceAll("/+$", "");
        String key = settings.apiKey().map(Secret::reveal).orElse("");
        return switch (settings.kind()) {
            case OPENAI -> openAi(settings, http, url, key);
            case ANTHROPIC ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url + "/")
                        .apiKey(key)
                        .modelName(settings.model())
                        .maxRetries(0)
                        .customHeaders(settings.headers())
                        .build();
            case GOOGLE ->
                GoogleAiGeminiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(settings.model())
                        .customHeaders(settings.headers())
                        .maxRetries(0)
                        .build();
            case OLLAMA ->
                OllamaChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .modelName(settings.model())
                        .customHeaders(withKey(settings.headers(), key))
                        .maxRetries(0)
                        .build();
        };
    }

    /** LangChain4j sends Ollama no key; one behind a proxy, or in the cloud, wants it. */
    private static Map<String, String> withKey(Map<String, String> headers, String key) {
        if (key.isEmpty()) {
            return headers;
        }
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + key);
        return all;
    }

    static ChatRequest request(TierSettings settings, ModelRequest asked) {
        int tokens = Math.min(asked.maxOutputTokens(), settings.maxOutputTokens());
        DefaultChatRequestParameters.Builder<?> parameters =
                switch (settings.kind()) {
                    case OPENAI -> openAiTokens(settings, tokens);
                    case OLLAMA ->
                        OllamaChatRequestParameters.builder()
                                .numCtx(OLLAMA_CONTEXT)
                                .maxOutputTokens(tokens);
                    default -> DefaultChatRequestParameters.builder().maxOutputTokens(tokens);
                };
        if (settings.jsonSchema()) {
            parameters.responseFormat(CLAIMS);
        }
        return ChatRequest.builder()
                .messages(SystemMessage.from(asked.system()), UserMessage.from(asked.user()))
                .parameters(parameters.build())
                .build();
    }

    private static ChatModel openAi(TierSettings settings, HttpClientBuilder http, String url, String key) {
        OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url)
                .modelName(settings.model())
                .strictJsonSchema(settings.jsonSchema())
                .customHeaders(settings.headers())
                .maxRetries(0);
        return key.isEmpty() ? builder.build() : builder.apiKey(key).build();
    }

    /** OpenAI's newer models take only the new name of the limit, other servers often only the old one. */
    private static OpenAiChatRequestParameters.Builder openAiTokens(TierSettings settings, int tokens) {
        String host = settings.address().getHost().toLowerCase(Locale.ROOT);
        boolean openAiItself = host.endsWith(".openai.com") || host.endsWith(".openai.azure.com");
        OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
        return openAiItself ? parameters.maxCompletionTokens(tokens) : parameters.maxOutputTokens(tokens);
    }

    private static JsonObjectSchema schema() {
        JsonObjectSchema claim = JsonObjectSchema.builder()
                .addStringProperty("text", "one sentence that the passages carry")
                .addProperty(
                        "passages",
                        JsonArraySchema.builder()
                                .description("numbers of the passages that carry it")
                                .items(new JsonIntegerSchema())
                                .build())
                .required("text", "passages")
                .additionalProperties(false)
                .build();
        return JsonObjectSchema.builder()
                .addProperty("claims", JsonArraySchema.builder().items(claim).build())
                .addBooleanProperty("covered", "whether the passages answer the question")
                .required("claims", "covered")
                .additionalProperties(false)
                .build();
    }
}
