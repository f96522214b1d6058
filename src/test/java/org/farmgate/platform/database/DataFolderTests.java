package org.farmgate.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.farmgate.platform.start.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {
    @TempDir
    Path folder;

    @Test
    void isMadeWithItsParents() {
        try (DataFolder data = DataFolder.open(folder.resolve("a/b"))) {
            assertThat(data.path()).isDirectory().isAbsolute();
        }
    }

    @Test
    void isHeldByOneAtATimeAndFreeAgainAfterwards() {
        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(data.path()).isEqualTo(folder);
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another running Farmgate (process %d)"
                            .formatted(ProcessHandle.current().pid()));
        }
        DataFolder.open(folder).close();
    }

    @Test
    void aSecondProcessIsRefusedInWords() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            Process second = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Opener.class.getName(),
                            data.path().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("in use by another running Farmgate");
            assertThat(second.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("a-file/data cannot be written");
    }

    /// What a second program does.
    static final class Opener {
        public static void main(String[] arguments) {
            DataFolder.open(Path.of(arguments[0])).close();
        }
    }
}
