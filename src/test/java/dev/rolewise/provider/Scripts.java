package dev.rolewise.provider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Answers and faults. */
public final class Scripts {
    private static final int HUGE = 50 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;
    private static final int PAUSE_MILLIS = 20;

    private Scripts() {}

    /** A good answer. */
    public static Script says(Said said) {
        return model(request -> said);
    }

    /** A good answer whose text is {@code text}. */
    public static Script says(String text, int in, int out) {
        return says(Said.of(text, in, out));
    }

    /** Whatever {@code model} says to the request. */
    public static Script model(Function<ProviderRequest, Said> model) {
        return (request, wire) -> wire.json(
                200,
                request.dialect().answer(model.apply(request), request.model()).toString());
    }

    /** The same, once it may go on. */
    public static Script after(CountDownLatch go, Script then) {
        return (request, wire) -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            then.play(request, wire);
        };
    }

    /** An error with a body such as providers send; it repeats what was sent, as some do. */
    public static Script error(int status, String code) {
        return (request, wire) -> wire.json(status, errorBody(request, code));
    }

    /** An error that says when to come back. */
    public static Script errorWithRetryAfter(int status, String retryAfter) {
        return (request, wire) -> wire.respond(
                status,
                "application/json",
                Map.of("Retry-After", retryAfter),
                errorBody(request, "rate_limit_exceeded"));
    }

    /** Takes the request and never says a word. */
    public static Script silent() {
        return (request, wire) -> wire.hold();
    }

    /** The head and half a body, and then nothing. */
    public static Script stalledBody() {
        return (request, wire) -> {
            wire.raw(Wire.head(200, "application/json") + "Content-Length: 500\r\n\r\n{\"choices\":[{\"ind");
            wire.hold();
        };
    }

    /** A good answer, a byte at a time, for longer than anybody waits. */
    public static Script dribble() {
        return (request, wire) -> {
            String body = request.dialect()
                    .answer(Said.claim("Too slow."), request.model())
                    .toString();
            wire.raw(Wire.head(200, "application/json") + "Content-Length: " + (body.length() + 100_000) + "\r\n\r\n");
            wire.dribble(body + " ".repeat(100_000), PAUSE_MILLIS);
            wire.hangUp();
        };
    }

    /** Hangs up without a word. */
    public static Script hangUp() {
        return (request, wire) -> wire.hangUp();
    }

    /** Hangs up in the middle of the body that it announced. */
    public static Script cutBody() {
        return (request, wire) -> {
            wire.raw(Wire.head(200, "application/json") + "Content-Length: 500\r\n\r\n{\"choices\":[{\"ind");
            wire.hangUp();
        };
    }

    /** No HTTP at all. */
    public static Script noHttp() {
        return (request, wire) -> {
            wire.raw("220 mail.example ESMTP\r\n\r\n");
            wire.hangUp();
        };
    }

    /** A body that is no JSON, said to be JSON. */
    public static Script malformedJson() {
        return (request, wire) -> wire.json(200, "{choices: oops " + request.body());
    }

    /** Whole by its length, and half a JSON. */
    public static Script truncatedJson() {
        return (request, wire) -> {
            String body = request.dialect()
                    .answer(Said.claim("Half of it."), request.model())
                    .toString();
            wire.json(200, body.substring(0, body.length() / 2));
        };
    }

    /** JSON of another form. */
    public static Script otherJson() {
        return (request, wire) -> wire.json(200, "{\"hello\": [\"world\"]}");
    }

    /** Good form, and nobody who speaks. */
    public static Script emptyChoices() {
        return (request, wire) -> wire.json(200, "{\"id\":\"1\",\"choices\":[],\"candidates\":[],\"content\":[]}");
    }

    /** A good answer that says it is something else. */
    public static Script wrongContentType() {
        return (request, wire) -> wire.respond(
                200,
                "text/event-stream",
                Map.of(),
                request.dialect().answer(Said.claim("Fine."), request.model()).toString());
    }

    /** The page of a proxy or a hotel. */
    public static Script htmlPage() {
        return (request, wire) ->
                wire.respond(200, "text/html; charset=utf-8", Map.of(), "<!doctype html><h1>Welcome</h1>");
    }

    /** Sends elsewhere. */
    public static Script redirect(String location) {
        return (request, wire) -> wire.respond(307, "text/plain", Map.of("Location", location), "");
    }

    /** 50 MB, with the length said before or not. */
    public static Script huge(boolean announced) {
        return (request, wire) -> {
            wire.raw(Wire.head(200, "application/json")
                    + (announced ? "Content-Length: " + HUGE : "Connection: close")
                    + "\r\n\r\n{\"choices\":[\"");
            byte[] chunk = "x".repeat(CHUNK).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < HUGE; sent += CHUNK) {
                wire.raw(chunk);
            }
            wire.hangUp();
        };
    }

    private static String errorBody(ProviderRequest request, String code) {
        return String.format(
                Locale.ROOT,
                "{\"error\":{\"code\":%s,\"type\":%1$s,\"message\":%s}}",
                Json.quoted(code),
                Json.quoted("refused: " + request.headers() + request.body()));
    }
}
