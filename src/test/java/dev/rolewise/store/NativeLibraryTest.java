package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    @Test
    void what_killed_processes_have_left_is_cleaned_up_and_nothing_else(@TempDir Path folder) throws IOException {
        Path fresh = Files.writeString(folder.resolve("sqlite-3-b-lib.so"), "x");
        Path other = Files.writeString(folder.resolve("other"), "x");
        FileTime longAgo =
                FileTime.from(Files.getLastModifiedTime(fresh).toInstant().minus(Duration.ofHours(1)));
        Files.setLastModifiedTime(other, longAgo);
        for (String name : new String[] {"sqlite-3-a-lib.so", "sqlite-3-a-lib.so.lck"}) {
            Files.setLastModifiedTime(Files.writeString(folder.resolve(name), "x"), longAgo);
        }

        NativeLibrary.clean(folder);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(fresh, other);
        }
    }
}
