package dev.rolewise.discord;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where attachments are fetched from: Discord's two hosts for them over https, and the address of a test server on this
 * machine. No redirect is followed, no more is read than asked for, and it ends after {@link #LIMIT} whatever the other
 * side does. Thread-safe.
 */
final class AttachmentHosts {
    private static final Set<String> DISCORDS = Set.of("cdn.discordapp.com", "media.discordapp.net");
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final Optional<URI> testServer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private AttachmentHosts(Optional<URI> testServer) {
        this.testServer = testServer;
    }

    /** Discord's; and where the REST interface is on this machine, that one too. */
    static AttachmentHosts of(DiscordSettings settings) {
        return new AttachmentHosts(settings.restUrl().filter(AttachmentHosts::isThisMachine));
    }

    /**
     * Fetches an attachment.
     *
     * @param most how many bytes are taken at most
     * @throws IOException where it may not or cannot be had, or is longer; the message is fit for who sent it
     */
    byte[] fetch(String url, int most) throws IOException {
        URI from =
                allowed(url).orElseThrow(() -> new IOException("That file is not an attachment that Discord holds."));
        CompletableFuture<HttpResponse<InputStream>> asked =
                client.sendAsync(HttpRequest.newBuilder(from).timeout(LIMIT).build(), BodyHandlers.ofInputStream());
        CompletableFuture<byte[]> read = asked.thenApplyAsync(response -> body(response, most));
        try {
            return read.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            closeOnceThere(asked);
            throw new IOException("Discord was too slow in handing over that file. Please try again.", e);
        } catch (ExecutionException e) {
            throw new IOException(reason(e), e);
        } catch (InterruptedException e) {
            closeOnceThere(asked);
            Thread.currentThread().interrupt();
            throw new IOException("I'm restarting. Please send the file again in a minute.", e);
        }
    }

    /** The address, where attachments may be fetched from it. */
    Optional<URI> allowed(String url) {
        try {
            URI from = URI.create(url);
            boolean discords = "https".equals(from.getScheme())
                    && from.getHost() != null
                    && DISCORDS.contains(from.getHost().toLowerCase(Locale.ROOT))
                    && from.getPort() == -1;
            boolean tests = testServer
                    .filter(test -> from.getAuthority() != null
                            && from.getAuthority().equals(test.getAuthority())
                            && test.getScheme().equals(from.getScheme()))
                    .isPresent();
            return (discords || tests) && from.getUserInfo() == null ? Optional.of(from) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] body(HttpResponse<InputStream> response, int most) {
        try (InputStream in = response.body()) {
            if (response.statusCode() != OK) {
                throw new Refused("Discord did not hand over that file. Please send it again.");
            }
            byte[] read = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new Refused(
                        String.format(Locale.ROOT, "The file is too long: %,d bytes are the most I take.", most));
            }
            return read;
        } catch (IOException e) {
            throw new Refused("The file broke off on its way. Please send it again.");
        }
    }

    private static void closeOnceThere(CompletableFuture<HttpResponse<InputStream>> asked) {
        var unused = asked.thenAccept(AttachmentHosts::close);
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            // it is given up in any case
        }
    }

    private static String reason(ExecutionException failure) {
        return failure.getCause() instanceof Refused refused
                ? String.valueOf(refused.getMessage())
                : "Discord's file server could not be reached. Please try again.";
    }

    private static boolean isThisMachine(URI base) {
        try {
            return InetAddress.getByName(base.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Carries a message for the member out of the reading thread. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
