package dev.rolewise.cascade.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;

/**
 * The way of a request to a provider: HTTP/1.1 without an offer of more (some servers lose the body over it), no
 * redirects, JSON alone, and at most {@link #MAX_BODY} bytes of it. Whatever goes wrong is a {@link WireException}.
 * Thread-safe; {@link Thread#interrupt} ends a request at once.
 */
final class BoundedHttp implements HttpClient {
    /** Bytes of an answer: a thousand times a usual one. */
    static final int MAX_BODY = 1 << 20;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final java.net.http.HttpClient client;
    private final Faults faults;
    private final Map<String, Object> extraBody;
    private final Clock clock;

    BoundedHttp(Faults faults, Map<String, Object> extraBody, Clock clock, Executor threads) {
        this.client = java.net.http.HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(threads)
                .build();
        this.faults = faults;
        this.extraBody = extraBody;
        this.clock = clock;
    }

    /** For LangChain4j's models, which want to build their client. Their timeouts are not used: the caller has one. */
    HttpClientBuilder asBuilder() {
        return new GivenClient(this);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<LimitedBody.Taken> response = send(wire(request));
        String body = response.body().text();
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            throw new WireException(faults.status(status, retryAfter(response), body));
        }
        if (response.body().cut()) {
            throw new WireException(faults.tooLarge());
        }
        if (!isJson(response.headers().firstValue("Content-Type"))) {
            throw new WireException(faults.wrongType());
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are checked whole, so none is streamed");
    }

    private HttpResponse<LimitedBody.Taken> send(java.net.http.HttpRequest request) {
        try {
            return client.send(request, LimitedBody.handler(MAX_BODY));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new WireException(faults.noConnection());
        } catch (SSLException e) {
            throw new WireException(faults.noTrust());
        } catch (ProtocolException e) {
            throw new WireException(faults.unreadable());
        } catch (IOException e) {
            throw new WireException(faults.broken());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException(faults.interrupted(true));
        }
    }

    private java.net.http.HttpRequest wire(HttpRequest request) {
        String body = request.body();
        java.net.http.HttpRequest.Builder wire = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(
                        request.method().name(),
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(ExtraJson.merged(body, extraBody)));
        request.headers().forEach((name, values) -> values.forEach(value -> wire.header(name, value)));
        return wire.build();
    }

    private Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(value -> RetryAfter.parse(value, clock));
    }

    /** A missing type is let through: the body has to be JSON anyway. */
    private static boolean isJson(Optional<String> contentType) {
        String type = contentType.orElse("application/json").toLowerCase(Locale.ROOT);
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).strip();
        return bare.equals("application/json") || bare.endsWith("+json");
    }
}
