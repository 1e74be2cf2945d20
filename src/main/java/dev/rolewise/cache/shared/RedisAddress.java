package dev.rolewise.cache.shared;

import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.StaticCredentialsProvider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the shared Redis or Valkey is: one server, one behind Sentinels, or a Cluster. Prints without user and password.
 * Immutable.
 */
public final class RedisAddress {
    private static final Pattern URL = Pattern.compile("(rediss?)(?:-(sentinel|cluster))?://(?:([^/?#]*)@)?([^/?#@]+)"
            + "(?:/([0-9]{0,4}))?(?:#([A-Za-z0-9._-]{1,100}))?");
    private static final Pattern HOST =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9._-]{1,253}))(?::([0-9]{1,5}))?");
    private static final int MAX_HOSTS = 32;
    private static final int MAX_PORT = 65_535;
    private static final int PORT = 6379;
    private static final int SENTINEL_PORT = 26_379;

    private final Kind kind;
    private final boolean tls;
    private final @Nullable String user;
    private final @Nullable String password;
    private final List<Host> hosts;
    private final int database;
    private final Optional<String> master;

    /** How many servers there are, and who says which one to ask. */
    enum Kind {
        SINGLE,
        SENTINEL,
        CLUSTER
    }

    private record Host(String name, int port) {
        @Override
        public String toString() {
            return (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + port;
        }
    }

    private RedisAddress(Kind kind, Matcher url) {
        this.kind = kind;
        this.tls = url.group(1).equals("rediss");
        String access = url.group(3) == null ? "" : url.group(3);
        int colon = access.indexOf(':');
        this.user = colon <= 0 ? null : decoded(access.substring(0, colon));
        this.password = access.length() == colon + 1 ? null : decoded(access.substring(colon + 1));
        this.hosts = hosts(url.group(4), kind == Kind.SENTINEL ? SENTINEL_PORT : PORT);
        this.database = url.group(5) == null || url.group(5).isEmpty() ? 0 : Integer.parseInt(url.group(5));
        this.master = Optional.ofNullable(url.group(6));
    }

    /**
     * Reads {@code redis://[[user:]password@]host[:6379][/database]}, {@code
     * redis-sentinel://[[user:]password@]host[:26379],host…[/database]#master} or {@code
     * redis-cluster://[[user:]password@]host[:6379],host…}; {@code rediss} instead of {@code redis} means TLS with a
     * certificate that is checked. The password is that of Redis itself, not of the Sentinels.
     *
     * @throws IllegalArgumentException where it is none of them; the message says how to mend it and holds nothing of {@code url}
     */
    public static RedisAddress parse(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("has to look like redis://:password@host:6379; write signs such as"
                    + " @ : / # ? % of a password as %40 %3A %2F %23 %3F %25");
        }
        String form = matcher.group(2);
        Kind kind = form == null ? Kind.SINGLE : form.equals("sentinel") ? Kind.SENTINEL : Kind.CLUSTER;
        return new RedisAddress(kind, matcher).checked();
    }

    private RedisAddress checked() {
        if (kind == Kind.SINGLE && hosts.size() > 1) {
            throw new IllegalArgumentException(
                    "names several hosts: begin it with redis-cluster:// or redis-sentinel://");
        }
        if ((kind == Kind.SENTINEL) != master.isPresent()) {
            throw new IllegalArgumentException(
                    "has to end in # and the name of the master, such as #mymaster, with redis-sentinel:// and only there");
        }
        if (kind == Kind.CLUSTER && database != 0) {
            throw new IllegalArgumentException("names a database, and a Cluster has only number 0: leave it out");
        }
        return this;
    }

    Kind kind() {
        return kind;
    }

    /** What to connect to: the one server, the Sentinels in one, or each known node of a Cluster. */
    List<RedisURI> targets(Duration timeout) {
        if (kind == Kind.SENTINEL) {
            return List.of(throughSentinels(timeout));
        }
        return hosts.stream().map(host -> server(host, timeout)).toList();
    }

    private RedisURI server(Host host, Duration timeout) {
        RedisURI.Builder builder = RedisURI.Builder.redis(host.name(), host.port());
        return dressed(builder, timeout).withDatabase(database).build();
    }

    private RedisURI throughSentinels(Duration timeout) {
        Host first = hosts.get(0);
        RedisURI.Builder builder = RedisURI.Builder.sentinel(first.name(), first.port(), master.orElseThrow());
        RedisURI uri = dressed(builder, timeout).withDatabase(database).build();
        uri.getSentinels().clear();
        hosts.forEach(host -> uri.getSentinels().add(sentinel(host, timeout)));
        return uri;
    }

    private RedisURI sentinel(Host host, Duration timeout) {
        return RedisURI.Builder.redis(host.name(), host.port())
                .withSsl(tls)
                .withVerifyPeer(SslVerifyMode.FULL)
                .withTimeout(timeout)
                .build();
    }

    private RedisURI.Builder dressed(RedisURI.Builder builder, Duration timeout) {
        builder.withSsl(tls).withVerifyPeer(SslVerifyMode.FULL).withTimeout(timeout);
        return password == null
                ? builder
                : builder.withAuthentication(new StaticCredentialsProvider(user, password.toCharArray()));
    }

    private static List<Host> hosts(String text, int port) {
        List<Host> hosts = new ArrayList<>();
        for (String host : text.split(",", -1)) {
            Matcher matcher = HOST.matcher(host);
            int given = matcher.matches() && matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : port;
            if (!matcher.matches() || given < 1 || given > MAX_PORT || hosts.size() == MAX_HOSTS) {
                throw new IllegalArgumentException(
                        "names a host that will not do: write host:port, with commas between up to " + MAX_HOSTS);
            }
            hosts.add(new Host(matcher.group(1) != null ? matcher.group(1) : matcher.group(2), given));
        }
        return List.copyOf(hosts);
    }

    /** Without {@code +} for a blank, which only forms on pages have. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // its message would show a piece of the password
            throw new IllegalArgumentException("has a % in its user or password that no code follows: write it as %25");
        }
    }

    /** As it may be shown to anybody. */
    @Override
    public String toString() {
        String form =
                switch (kind) {
                    case SINGLE -> "://";
                    case SENTINEL -> "-sentinel://";
                    case CLUSTER -> "-cluster://";
                };
        return (tls ? "rediss" : "redis")
                + form
                + hosts.stream().map(Host::toString).collect(Collectors.joining(","))
                + (database == 0 ? "" : "/" + database)
                + master.map(name -> "#" + name).orElse("");
    }
}
