package dev.rolewise.cascade.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.nio.charset.StandardCharsets;

/**
 * How long a request is before any text is in it, as its provider's interface writes it: the schema of the answer, what the
 * operator adds, the form around it. Measured on a request that goes nowhere; used once, by one thread.
 */
final class RequestSize implements HttpClient {
    private static final ModelRequest LEAST = new ModelRequest(".", ".", 1);

    private String body = "";

    private RequestSize() {}

    /** In bytes of UTF-8; a little more than a model reads of it. */
    static int bytes(TierSettings settings) {
        RequestSize size = new RequestSize();
        try {
            ChatModels.of(settings, new GivenClient(size)).chat(ChatModels.request(settings, LEAST));
        } catch (Measured e) {
            return ExtraJson.merged(size.body, settings.extraBody()).getBytes(StandardCharsets.UTF_8).length;
        } catch (RuntimeException e) {
            // No such request can be made, and the first call says so.
            return 0;
        }
        throw new IllegalStateException("a request went out that was not to");
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        body = String.valueOf(request.body());
        throw new Measured();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are checked whole, so none is streamed");
    }

    private static final class Measured extends RuntimeException {
        private static final long serialVersionUID = 1;

        Measured() {
            super("measured", null, false, false);
        }
    }
}
