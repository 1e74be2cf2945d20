package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a REST request is answered with, in Discord's shapes. */
record Answer(int status, JsonNode body, Map<String, String> headers) {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final double MILLIS = 1000;

    static Answer ok(JsonNode body) {
        return new Answer(200, body, Map.of());
    }

    static Answer noContent() {
        return new Answer(204, Json.object(), Map.of());
    }

    static Answer refused(int status, int code, String message) {
        return new Answer(status, Json.object().put("message", message).put("code", code), Map.of());
    }

    static Answer unauthorized() {
        return refused(UNAUTHORIZED, 0, "401: Unauthorized");
    }

    /** Discord's "Invalid Form Body", with every fault under the path that it was found at. */
    static Answer invalidForm(List<FormFaults.Fault> faults) {
        ObjectNode errors = Json.object();
        for (FormFaults.Fault fault : faults) {
            ObjectNode at = errors;
            for (String step : fault.path().split("\\.")) {
                at = at.withObjectProperty(step);
            }
            at.withArrayProperty("_errors")
                    .addObject()
                    .put("code", "BASE_TYPE_INVALID")
                    .put("message", fault.detail());
        }
        ObjectNode body = Json.object().put("message", "Invalid Form Body").put("code", 50035);
        body.set("errors", errors);
        return new Answer(400, body, Map.of());
    }

    /** A rate limit of Discord's own, told from Cloudflare's by the {@code via} header. */
    static Answer rateLimited(Duration retryAfter) {
        double seconds = retryAfter.toMillis() / MILLIS;
        ObjectNode body = Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", seconds)
                .put("global", false);
        return new Answer(
                TOO_MANY_REQUESTS,
                body,
                Map.of(
                        "Retry-After", Long.toString((long) Math.ceil(seconds)),
                        "X-RateLimit-Scope", "user",
                        "X-RateLimit-Limit", "1",
                        "X-RateLimit-Remaining", "0",
                        "X-RateLimit-Reset-After", Double.toString(seconds),
                        "via", "1.1 loopback"));
    }

    static Answer failed(int status) {
        return refused(status, 0, status + ": injected by the test");
    }
}
