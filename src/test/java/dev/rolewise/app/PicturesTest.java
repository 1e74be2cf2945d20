package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Block;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private final Pictures pictures = Pictures.open();

    private Optional<?> painted(String cell, List<String> sources) {
        Block.Table table = new Block.Table(List.of("", "A", "B"), List.of(List.of("Row", cell, "Cell")));
        return pictures.comparisons().paint("Title", table, sources);
    }

    @Test
    void a_table_is_drawn_once_however_many_want_it() {
        Optional<?> first = painted("Cell", List.of("[1] Source"));

        assertThat(first).isPresent();
        assertThat(painted("Cell", List.of("[1] Source"))).isSameAs(first);
        assertThat(painted("Other", List.of("[1] Source"))).isNotEqualTo(first);
    }

    @Test
    void what_has_no_room_in_a_picture_is_left_to_the_text() {
        assertThat(painted("long ".repeat(100), List.of())).isEmpty();
        assertThat(painted("Cell", List.of("many sources ".repeat(40)))).isPresent();
    }

    @Test
    void where_nothing_is_drawn_that_can_be_told() {
        assertThat(pictures.possible()).isTrue();
        assertThat(Pictures.NONE.possible()).isFalse();
    }
}
