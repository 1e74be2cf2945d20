package dev.rolewise.cache.shared;

import static dev.rolewise.cache.shared.Kept.NOON;
import static dev.rolewise.cache.shared.Kept.SEAL;
import static dev.rolewise.cache.shared.Kept.WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.cache.CachedAnswer;
import dev.rolewise.cache.ExactKey;
import dev.rolewise.question.Scope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCodecTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int HEADER = 1 + Seal.BYTES;

    private final Name name = Kept.name("what do growers do");
    private final AnswerCodec codec = at(NOON);

    @Test
    void an_answer_comes_back_as_it_was_with_its_parts() {
        CachedAnswer answer = Kept.answer("text");

        assertThat(codec.decode(name, encoded(answer))).contains(answer);
    }

    @Test
    void an_answer_with_nothing_optional_comes_back_as_it_was() {
        assertThat(codec.decode(name, encoded(Kept.plain()))).contains(Kept.plain());
    }

    @Test
    void no_bit_can_be_changed() {
        byte[] value = encoded(Kept.answer("text"));

        for (int i = 0; i < value.length; i++) {
            byte[] changed = value.clone();
            changed[i] ^= 1;
            assertThat(codec.decode(name, changed)).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void no_field_can_be_changed_without_the_key() throws Exception {
        byte[] value = encoded(Kept.answer("text"));
        ObjectNode text = (ObjectNode) JSON.readTree(text(value));
        for (JsonNode changed : eachFieldChanged(text)) {
            byte[] forged = Arrays.copyOf(value, HEADER);
            assertThat(codec.decode(name, joined(forged, changed.toString().getBytes(StandardCharsets.UTF_8))))
                    .as(changed.toString())
                    .isEmpty();
        }
    }

    @Test
    void a_value_is_bound_to_its_key() {
        byte[] value = encoded(Kept.answer("text"));
        ExactKey elsewhere = new ExactKey("what do growers do", "-", new Scope(Optional.of("1")));

        assertThat(codec.decode(Kept.name("what do planners do"), value)).isEmpty();
        assertThat(codec.decode(Name.of(elsewhere, SEAL).orElseThrow(), value)).isEmpty();
    }

    @Test
    void a_value_of_another_installation_is_none() {
        Seal other = Seal.of(new byte[32]);

        byte[] value = new AnswerCodec(other, WEEK, Clock.fixed(NOON, ZoneOffset.UTC))
                .encode(name, Kept.answer("text"))
                .orElseThrow();

        assertThat(codec.decode(name, value)).isEmpty();
    }

    @Test
    void a_value_of_another_version_is_none_even_if_it_is_sealed() {
        byte[] text = text(encoded(Kept.answer("text")));
        byte[] version = {AnswerCodec.VERSION + 1};
        byte[] sealed = joined(version, SEAL.sign("answer", name.bytes(), version, text));

        assertThat(codec.decode(name, joined(sealed, text))).isEmpty();
    }

    @Test
    void a_cut_value_is_none() {
        byte[] value = encoded(Kept.answer("text"));

        for (int length = 0; length < value.length; length++) {
            assertThat(codec.decode(name, Arrays.copyOf(value, length))).isEmpty();
        }
        assertThat(codec.decode(name, Arrays.copyOf(value, value.length + 1))).isEmpty();
    }

    @Test
    void an_answer_that_is_too_large_is_neither_written_nor_read() {
        byte[] fits = encoded(Kept.answer("x".repeat(20_000)));
        CachedAnswer large = Kept.answer("x".repeat(AnswerCodec.MAX_VALUE_BYTES));
        byte[] blanks = " ".repeat(AnswerCodec.MAX_VALUE_BYTES).getBytes(StandardCharsets.UTF_8);

        assertThat(codec.decode(name, fits)).isPresent();
        assertThat(codec.encode(name, large)).isEmpty();
        assertThat(codec.decode(name, sealed(joined(text(fits), blanks)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"answer\":null,\"made_at\":\"2026-11-21T12:00:00Z\",\"generation\":\"\",\"cited\":{}}",
                "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void what_is_sealed_but_no_answer_is_none(String text) {
        assertThat(codec.decode(name, sealed(text.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void an_unknown_missing_or_doubled_field_makes_it_unreadable() throws Exception {
        String text = new String(text(encoded(Kept.answer("text"))), StandardCharsets.UTF_8);
        ObjectNode more = ((ObjectNode) JSON.readTree(text)).put("withdrawn", true);
        ObjectNode deep = (ObjectNode) JSON.readTree(text);
        ((ObjectNode) deep.at("/answer/profile/parts/1")).put("withdrawn", true);
        ObjectNode less = (ObjectNode) JSON.readTree(text);
        less.remove("generation");

        assertThat(codec.decode(name, sealed(bytes(text)))).isPresent();
        assertThat(codec.decode(name, sealed(bytes(more.toString())))).isEmpty();
        assertThat(codec.decode(name, sealed(bytes(deep.toString())))).isEmpty();
        assertThat(codec.decode(name, sealed(bytes(less.toString())))).isEmpty();
        assertThat(codec.decode(name, sealed(bytes("{\"generation\":\"2\"," + text.substring(1)))))
                .isEmpty();
        assertThat(codec.decode(name, sealed(bytes(text + "{}")))).isEmpty();
    }

    @Test
    void each_field_has_its_type() throws Exception {
        ObjectNode text = (ObjectNode) JSON.readTree(text(encoded(Kept.answer("text"))));

        assertThat(codec.decode(name, sealed(bytes(text.toString())))).isPresent();
        for (String at :
                List.of("/answer/status", "/answer/receipt/served_by", "/answer/profile/embedding", "/made_at")) {
            ObjectNode other = text.deepCopy();
            int slash = at.lastIndexOf('/');
            ((ObjectNode) other.at(at.substring(0, slash))).put(at.substring(slash + 1), "no such thing");
            assertThat(codec.decode(name, sealed(bytes(other.toString()))))
                    .as(at)
                    .isEmpty();
        }
    }

    @Test
    void an_old_answer_is_none_and_one_from_the_future_too() {
        byte[] value = encoded(Kept.answer("text"));

        assertThat(at(NOON.plus(WEEK).minusMillis(1)).decode(name, value)).isPresent();
        assertThat(at(NOON.plus(WEEK)).decode(name, value)).isEmpty();
        assertThat(at(NOON.minus(Duration.ofMinutes(5))).decode(name, value)).isPresent();
        assertThat(at(NOON.minus(Duration.ofMinutes(6))).decode(name, value)).isEmpty();
    }

    @Test
    void the_server_is_told_to_forget_it_when_its_time_is_up() {
        assertThat(at(NOON.plus(Duration.ofDays(6))).timeLeft(Kept.answer("text")))
                .isEqualTo(Duration.ofDays(1));
        assertThat(at(NOON.minus(Duration.ofMinutes(1))).timeLeft(Kept.answer("text")))
                .isEqualTo(WEEK);
    }

    @Test
    void a_name_tells_nothing_of_the_question_and_is_another_for_another_installation() {
        assertThat(name.redisKey()).matches("rolewise:1:answer:[0-9a-f]{64}");
        assertThat(Name.of(Kept.key("what do growers do"), Seal.of(new byte[32]))
                        .orElseThrow()
                        .redisKey())
                .isNotEqualTo(name.redisKey());
    }

    @Test
    void a_key_that_is_too_long_or_no_text_has_no_name() {
        assertThat(Name.of(Kept.key("x".repeat(Name.MAX_KEY_BYTES)), SEAL)).isEmpty();
        assertThat(Name.of(new ExactKey("half a sign \uD83D", "-", Scope.INSTALLATION), SEAL))
                .isEmpty();
    }

    @Test
    void a_seal_does_not_show_its_key_and_needs_one() {
        assertThat(SEAL).hasToString("***");
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException().isThrownBy(() -> Seal.of(new byte[31]));
    }

    @Test
    void parts_that_are_joined_otherwise_have_another_signature() {
        assertThat(SEAL.sign("a", bytes("bc"), bytes("d"))).isNotEqualTo(SEAL.sign("a", bytes("b"), bytes("cd")));
        assertThat(SEAL.sign("ab", bytes("c"))).isNotEqualTo(SEAL.sign("a", bytes("bc")));
    }

    private static AnswerCodec at(Instant now) {
        return new AnswerCodec(SEAL, WEEK, Clock.fixed(now, ZoneOffset.UTC));
    }

    private byte[] encoded(CachedAnswer answer) {
        return codec.encode(name, answer).orElseThrow();
    }

    private byte[] sealed(byte[] text) {
        byte[] version = {AnswerCodec.VERSION};
        return joined(joined(version, SEAL.sign("answer", name.bytes(), version, text)), text);
    }

    private static byte[] text(byte[] value) {
        return Arrays.copyOfRange(value, HEADER, value.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] a, byte[] b) {
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
    }

    /** As many objects as there are fields at the top and in the answer, each with one of them replaced. */
    private static List<JsonNode> eachFieldChanged(ObjectNode text) {
        List<JsonNode> changed = new ArrayList<>();
        for (String parent : List.of("", "/answer", "/answer/profile", "/answer/receipt", "/answer/citations/0")) {
            text.at(parent).fieldNames().forEachRemaining(field -> {
                ObjectNode copy = text.deepCopy();
                ((ObjectNode) copy.at(parent)).put(field, "other");
                changed.add(copy);
            });
        }
        return changed;
    }
}
