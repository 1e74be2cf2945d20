package dev.rolewise.cascade.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How one tier reaches its model ({@code tiers.cheap.…}, {@code tiers.strong.…}). Prints neither the key nor the values
 * of headers and of the extra body.
 *
 * <p>A wrong value is an {@link IllegalArgumentException} whose message begins with the last part of the setting's name
 * and says what to do: put {@code tiers.cheap.} before it.
 *
 * @param provider {@code openai} (any server with its interface), {@code anthropic}, {@code google} or {@code ollama}
 * @param baseUrl where it is; the provider's own address where empty
 * @param model the provider's name of the model
 * @param apiKey none for servers that ask for none
 * @param maxOutputTokens the most that one answer may take, 16 to 32,000
 * @param jsonSchema whether the server can be made to answer by a schema; otherwise it is only asked to
 * @param headers sent with every request besides those of the provider
 * @param extraBody merged into the body of every request: {@code {"temperature": 0}}
 */
public record TierSettings(
        String provider,
        Optional<URI> baseUrl,
        String model,
        Optional<Secret> apiKey,
        int maxOutputTokens,
        boolean jsonSchema,
        Map<String, String> headers,
        Map<String, Object> extraBody) {
    private static final int MIN_TOKENS = 16;
    private static final int MAX_TOKENS = 32_000;
    private static final int MAX_HEADERS = 20;
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,199}");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{0,4096}");

    /** Headers that belong to the connection. */
    private static final Set<String> OURS =
            Set.of("connection", "content-length", "content-type", "expect", "host", "upgrade", "transfer-encoding");

    /** What decides on the model, the money and the form of the answer is not for the extra body, at any depth. */
    private static final Set<String> RESERVED = Set.of(
            "model",
            "messages",
            "contents",
            "system",
            "systeminstruction",
            "stream",
            "n",
            "best_of",
            "candidatecount",
            "max_tokens",
            "max_completion_tokens",
            "maxoutputtokens",
            "num_predict",
            "tools");

    public TierSettings {
        Provider known = Provider.of(provider);
        headers = Map.copyOf(headers);
        extraBody = Map.copyOf(extraBody);
        baseUrl.ifPresent(TierSettings::checkAddress);
        checkModel(model, known);
        if (apiKey.isEmpty() && known.needsKey(baseUrl.isEmpty())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "api-key: %s needs a key; set it by environment, or by …_FILE naming a file",
                    provider));
        }
        if (maxOutputTokens < MIN_TOKENS || maxOutputTokens > MAX_TOKENS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "max-output-tokens: %d is not between %d and %d; 600 is enough for an answer",
                    maxOutputTokens,
                    MIN_TOKENS,
                    MAX_TOKENS));
        }
        checkHeaders(headers);
        checkExtraBody(extraBody);
    }

    /** The headers in a setting's text, a JSON object of texts: {@code {"X-Title": "Rolewise"}}. */
    public static Map<String, String> headersIn(String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        ExtraJson.object("headers", json).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return headers;
    }

    /** The extra body in a setting's text, a JSON object: {@code {"temperature": 0}}. */
    public static Map<String, Object> extraBodyIn(String json) {
        return ExtraJson.object("extra-body", json);
    }

    /** What works and should still be known to the operator; each begins like an error does. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        URI address = address();
        if ("http".equalsIgnoreCase(address.getScheme())
                && !isLoopback(address.getHost())
                && (apiKey.isPresent() || !headers.isEmpty())) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "base-url: the key travels readable to %s; use https, or a server on this machine",
                    address.getHost()));
        }
        return warnings;
    }

    /** Where requests go. */
    URI address() {
        return baseUrl.orElse(kind().home());
    }

    Provider kind() {
        return Provider.of(provider);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "TierSettings[%s %s at %s, key %s, at most %d tokens, %s schema, headers %s, extra body %s]",
                provider,
                model,
                address().getHost(),
                apiKey.map(Secret::toString).orElse("none"),
                maxOutputTokens,
                jsonSchema ? "with" : "without",
                new TreeSet<>(headers.keySet()),
                new TreeSet<>(extraBody.keySet()));
    }

    private static void checkAddress(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "base-url: not an http or https address; write it such as http://localhost:11434/v1");
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("base-url: has a user, a query or a fragment; give the address alone,"
                    + " and the key in api-key or headers");
        }
    }

    private static void checkModel(String model, Provider provider) {
        if (model.isBlank()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "model: none is named; write the name that %s gives it", provider.key()));
        }
        if (!MODEL.matcher(model).matches() || model.contains("..")) {
            throw new IllegalArgumentException("model: has characters that no model's name has; write it as the"
                    + " provider does, without quotes or spaces");
        }
    }

    private static void checkHeaders(Map<String, String> headers) {
        if (headers.size() > MAX_HEADERS) {
            throw new IllegalArgumentException("headers: more than " + MAX_HEADERS + "; leave some out");
        }
        headers.forEach((name, value) -> {
            if (!HEADER_NAME.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "headers: " + ExtraJson.shown(name) + " cannot be set; leave it out");
            }
            if (!HEADER_VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("headers: the value of " + name + " is not one line of plain ASCII");
            }
        });
    }

    private static void checkExtraBody(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                if (RESERVED.contains(String.valueOf(name).toLowerCase(Locale.ROOT))) {
                    throw new IllegalArgumentException("extra-body: " + name + " is set by other means; leave it out");
                }
                checkExtraBody(inner);
            });
        } else if (value instanceof Iterable<?> list) {
            list.forEach(TierSettings::checkExtraBody);
        }
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
