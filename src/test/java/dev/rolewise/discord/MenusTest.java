package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MenusTest {
    @Test
    void what_a_forger_says_was_chosen_is_no_more_and_no_longer_than_a_menu_has() {
        List<String> many = IntStream.range(0, 60).mapToObj(i -> "v" + i).toList();

        assertThat(Menus.chosen(many)).hasSize(25);
        assertThat(Menus.chosen(List.of("x".repeat(101), "a"))).containsExactly("a");
    }
}
