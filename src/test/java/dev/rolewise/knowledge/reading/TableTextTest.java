package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {
    private final TableText table = new TableText();

    @Test
    void the_name_of_the_second_of_two_columns_is_kept() {
        table.row(List.of("Room", "Opens"), true);
        table.row(List.of("Lab", "9 am"), false);

        assertThat(lines()).containsExactly("Lab – Opens: 9 am");
    }

    @Test
    void two_columns_without_names_are_a_name_and_what_it_says() {
        table.row(List.of("Lab", "9 am"), false);

        assertThat(lines()).containsExactly("Lab: 9 am");
    }

    @Test
    void a_title_across_the_table_names_no_column() {
        table.row(List.of("When we meet"), true);
        table.row(List.of("What", "Day"), true);
        table.row(List.of("Lab", "Monday"), false);

        assertThat(lines()).containsExactly("When we meet", "Lab – Day: Monday");
    }

    @Test
    void rows_of_words_alone_have_no_names_unless_they_are_marked() {
        table.row(List.of("Mia", "Owner", "Berlin"), false);
        table.row(List.of("Yusuf", "Moderator", "Cairo"), false);

        assertThat(lines()).containsExactly("Mia – Owner; Berlin", "Yusuf – Moderator; Cairo");
    }

    @Test
    void the_first_row_above_numbers_is_taken_for_names() {
        table.row(List.of("Event", "Day", "Starts"), false);
        table.row(List.of("Lab", "Monday", "9 am"), false);

        assertThat(lines()).containsExactly("Lab – Day: Monday; Starts: 9 am");
    }

    private List<String> lines() {
        TextBuilder text = new TextBuilder(1_000);
        table.into(text);
        return text.build("HTML", 0).sections().get(0).text().lines().toList();
    }
}
