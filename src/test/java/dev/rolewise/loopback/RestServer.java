package dev.rolewise.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** The HTTP server on 127.0.0.1: turns requests into calls, answers into responses, and hands over the gateway's WebSockets. */
final class RestServer implements AutoCloseable {
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());
    private static final byte[] LOCALHOST = {127, 0, 0, 1};
    private static final int BAD_REQUEST = 400;
    private static final int NO_CONTENT = 204;

    private final MockWebServer server = new MockWebServer();

    RestServer(int port) {
        SERVER_LOG.setLevel(Level.WARNING);
        try {
            server.start(InetAddress.getByAddress(LOCALHOST), port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    int port() {
        return server.getPort();
    }

    void serve(World world, RestApi api) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return respond(world, api, request);
            }
        });
    }

    private static MockResponse respond(World world, RestApi api, RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        if (path.get(0).equals("gateway")) {
            boolean compressed = "zlib-stream".equals(request.getUrl().queryParameter("compress"));
            return new MockResponse.Builder()
                    .webSocketUpgrade(world.gateway.connection(compressed))
                    .build();
        }
        if (path.get(0).equals("attachments") && path.size() == 4) {
            Optional<Upload> file = world.changes.read(() -> world.messages.file(path.get(2)));
            if (file.isPresent()) {
                return file(file.get());
            }
        }
        return response(answer(world, api, request));
    }

    private static Answer answer(World world, RestApi api, RecordedRequest request) {
        try {
            return RequestReader.read(request, world.settings.clock().instant())
                    .map(api::answer)
                    .orElseGet(() -> unknown(world, request));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            String reason = String.valueOf(e.getMessage());
            world.violations.add(Violation.Kind.SCHEMA, request.getRequestLine(), reason);
            return Answer.refused(BAD_REQUEST, 50109, "The request body contains invalid JSON.");
        }
    }

    private static Answer unknown(World world, RecordedRequest request) {
        String where = request.getMethod() + " " + request.getUrl().encodedPath();
        world.violations.add(Violation.Kind.UNKNOWN_ROUTE, where, "The loopback Discord has no such route.");
        return Answer.refused(404, 0, "404: Not Found");
    }

    private static MockResponse response(Answer answer) {
        MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.status() != NO_CONTENT) {
            response.body(answer.body().toString()).setHeader("Content-Type", "application/json");
        }
        return response.build();
    }

    private static MockResponse file(Upload file) {
        return new MockResponse.Builder()
                .body(new Buffer().write(file.bytes()))
                .setHeader("Content-Type", file.contentType())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
