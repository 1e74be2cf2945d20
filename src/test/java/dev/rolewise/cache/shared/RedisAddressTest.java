package dev.rolewise.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider.ImmediateRedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "redis://host redis://host:6379",
                "redis://host:7000/ redis://host:7000",
                "redis://:secret@host/3 redis://host:6379/3",
                "rediss://admin:secret@db.example.org:6380 rediss://db.example.org:6380",
                "redis://secret@10.0.0.1 redis://10.0.0.1:6379",
                "redis://[::1]:7000 redis://[::1]:7000",
                "redis-sentinel://:secret@a,b:26380,c#main redis-sentinel://a:26379,b:26380,c:26379#main",
                "rediss-sentinel://a/2#main rediss-sentinel://a:26379/2#main",
                "redis-cluster://u:secret@a:7000,b:7001 redis-cluster://a:7000,b:7001",
                "rediss-cluster://a rediss-cluster://a:6379"
            })
    void every_form_is_read_and_shown_without_user_and_password(String url, String shown) {
        assertThat(RedisAddress.parse(url)).hasToString(shown);
    }

    @Test
    void user_password_database_and_tls_reach_the_client() {
        RedisURI uri = target("rediss://admin:p%40ss+%3A%2F@host:6380/3");

        assertThat(uri.getHost()).isEqualTo("host");
        assertThat(uri.getPort()).isEqualTo(6380);
        assertThat(uri.getDatabase()).isEqualTo(3);
        assertThat(uri.isSsl()).isTrue();
        assertThat(uri.getVerifyMode()).isEqualTo(SslVerifyMode.FULL);
        assertThat(uri.getTimeout()).isEqualTo(SECOND);
        assertThat(credentials(uri).getUsername()).isEqualTo("admin");
        assertThat(credentials(uri).getPassword()).containsExactly("p@ss+:/".toCharArray());
    }

    @Test
    void a_password_may_hold_a_colon_and_stand_alone() {
        assertThat(credentials(target("redis://:a:b@host")).getPassword()).containsExactly("a:b".toCharArray());
        assertThat(credentials(target("redis://a@host")).getPassword()).containsExactly("a".toCharArray());
        assertThat(credentials(target("redis://a@host")).hasUsername()).isFalse();
        assertThat(hasPassword(target("redis://host"))).isFalse();
    }

    @Test
    void sentinels_are_asked_for_the_master_and_not_given_its_password() {
        RedisURI uri = target("rediss-sentinel://:secret@a,b:26380/2#main");

        assertThat(uri.getSentinelMasterId()).isEqualTo("main");
        assertThat(uri.getDatabase()).isEqualTo(2);
        assertThat(credentials(uri).getPassword()).containsExactly("secret".toCharArray());
        assertThat(uri.getSentinels()).extracting(RedisURI::getPort).containsExactly(26_379, 26_380);
        assertThat(uri.getSentinels()).allSatisfy(sentinel -> {
            assertThat(sentinel.isSsl()).isTrue();
            assertThat(hasPassword(sentinel)).isFalse();
        });
    }

    @Test
    void each_named_node_of_a_cluster_is_a_way_in() {
        List<RedisURI> targets =
                RedisAddress.parse("redis-cluster://:secret@a:7000,b").targets(SECOND);

        assertThat(targets).extracting(RedisURI::getHost).containsExactly("a", "b");
        assertThat(targets).extracting(RedisURI::getPort).containsExactly(7000, 6379);
        assertThat(targets).allSatisfy(t -> assertThat(hasPassword(t)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host:6379",
                "http://:sesame@host",
                "redis://",
                "redis://:sesame@",
                "redis://:sesame@host:0",
                "redis://:sesame@host:65536",
                "redis://:sesame@host:port",
                "redis://:ses#ame@host",
                "redis://:ses/ame@host",
                "redis://:sesame%@host",
                "redis://:sesame%zz@host",
                "redis://:sesame@a,b",
                "redis://:sesame@a,",
                "redis://:sesame@host/12345",
                "redis://:sesame@host/x",
                "redis://:sesame@host?timeout=1s",
                "redis://:sesame@host#main",
                "redis-sentinel://:sesame@a,b",
                "redis-cluster://:sesame@a,b/1",
                "redis-cluster://:sesame@a#main",
                "redis-socket:///sesame"
            })
    void anything_else_is_refused_without_being_shown(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisAddress.parse(url))
                .withMessageNotContaining("ses")
                .withNoCause();
    }

    private static RedisURI target(String url) {
        return RedisAddress.parse(url).targets(SECOND).get(0);
    }

    private static boolean hasPassword(RedisURI uri) {
        return credentials(uri).hasPassword();
    }

    private static RedisCredentials credentials(RedisURI uri) {
        return uri.getCredentialsProvider() instanceof ImmediateRedisCredentialsProvider given
                ? given.resolveCredentialsNow()
                : RedisCredentials.just(null, (CharSequence) null);
    }
}
