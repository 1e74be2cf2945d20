package dev.rolewise.cascade.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hands out one client, for LangChain4j's models, which want to build theirs. */
final class GivenClient implements HttpClientBuilder {
    private final HttpClient client;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration readTimeout;

    GivenClient(HttpClient client) {
        this.client = client;
    }

    @Override
    public @Nullable Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(@Nullable Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
        return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(@Nullable Duration timeout) {
        readTimeout = timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        return client;
    }
}
