package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rolewise.question.Question;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Turn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactKeyTest {
    private static final Scope SERVER = new Scope(Optional.of("100"));

    @Test
    void the_same_question_typed_another_way_has_the_same_key() {
        assertThat(key("What is ML?", Scope.INSTALLATION)).isEqualTo(key("hey bot, what is  ml", Scope.INSTALLATION));
    }

    @Test
    void scope_conversation_and_text_each_make_another_key() {
        Turn tools = turn("which tools", "aaa1111");
        List<ExactKey> keys = List.of(
                key("q", Scope.INSTALLATION),
                key("r", Scope.INSTALLATION),
                key("q", SERVER),
                key("q", new Scope(Optional.of("101"))),
                key("q", new Scope(Optional.of("installation"))),
                key("q", Scope.INSTALLATION, tools),
                key("q", Scope.INSTALLATION, turn("which skills", "aaa1111")),
                key("q", Scope.INSTALLATION, turn("which tools", "bbb2222")),
                key("q", Scope.INSTALLATION, turn("which tools", "aaa1111", "bbb2222")),
                key("q", Scope.INSTALLATION, tools, turn("why", "ccc3333")),
                key("q", Scope.INSTALLATION, turn("why", "ccc3333"), tools));

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys).extracting(ExactKey::encode).doesNotHaveDuplicates();
    }

    @Test
    void texts_that_join_to_the_same_letters_make_other_keys() {
        Stream<ExactKey> keys = Stream.of(
                key("q", Scope.INSTALLATION, turn("a", "b", "c")),
                key("q", Scope.INSTALLATION, turn("a", "bc", "")),
                key("q", Scope.INSTALLATION, turn("a", "b"), turn("c")),
                key("q", Scope.INSTALLATION, turn("ab", "c")));

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void the_encoded_key_reads_scope_conversation_text() {
        assertThat(key("What is ML?", Scope.INSTALLATION).encode()).isEqualTo("installation\n-\nwhat is ml");
        assertThat(key("What is ML?", SERVER).encode()).isEqualTo("server 100\n-\nwhat is ml");
    }

    @Test
    void an_encoded_key_is_read_again() {
        Stream.of(
                        key("What is ML?", Scope.INSTALLATION),
                        key("", SERVER),
                        key("q", SERVER, turn("which tools", "aaa1111")),
                        key("q", new Scope(Optional.of("installation"))))
                .forEach(key -> assertThat(ExactKey.decode(key.encode())).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "installation", "installation\n-", "elsewhere\n-\nq", "server\n-\nq"})
    void what_is_no_key_is_refused(String encoded) {
        assertThatIllegalArgumentException().isThrownBy(() -> ExactKey.decode(encoded));
    }

    @Test
    void a_server_cannot_smuggle_in_a_line() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExactKey("q", "-", new Scope(Optional.of("1\n-"))));
    }

    private static ExactKey key(String text, Scope scope, Turn... conversation) {
        return ExactKey.of(new Question(text, List.of(conversation), scope));
    }

    private static Turn turn(String question, String... statements) {
        return new Turn(question, Optional.empty(), List.of(statements));
    }
}
