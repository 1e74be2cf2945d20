package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private final Path folder;

    DataFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void it_is_created_where_it_is_missing_and_left_empty() throws Exception {
        Path data = folder.resolve("a").resolve("b");

        assertThat(DataFolder.open(data).path()).isEqualTo(data);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_place_that_is_no_folder_is_said_in_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(OperatorException.class)
                .hasMessage("data-dir: %s is a file; name a folder", file);
        assertThatThrownBy(() -> DataFolder.open(file.resolve("below")))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("cannot be written to; change its permissions or set data-dir");
    }

    @Test
    void a_second_program_of_the_same_kind_is_refused_until_the_first_lets_go() throws Exception {
        DataFolder data = DataFolder.open(folder);
        DataFolder.Lock first = data.lock("discord");

        assertThatThrownBy(() -> data.lock("discord"))
                .isInstanceOf(OperatorException.class)
                .hasMessage("another Rolewise (discord) is using %s: stop it or set data-dir", folder);
        data.lock("chat").close();
        first.close();
        data.lock("discord").close();
    }
}
