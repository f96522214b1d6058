package org.farmgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads the source: no statement changes or removes what was posted. Triggers could say the same in the
/// database, but not on a distributed table.
class AppendOnlyTests {
    private static final Pattern CHANGES =
            Pattern.compile("(?i)(update|delete\\s+from|truncate|merge\\s+into)\\s+(table\\s+)?(only\\s+)?"
                    + "ledger\\.(transfer|account|hold|hold_end|correction)\\b");
    private static final Pattern UPSERTS = Pattern.compile(
            "(?is)insert\\s+into\\s+ledger\\.(transfer|account|hold|hold_end|correction)\\b(?:(?!\"\"\").)*do\\s+update");

    @Test
    void whatIsPostedIsNeverChangedOrRemoved() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<String> faults = files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                    .filter(file -> {
                        String text = read(file);
                        return CHANGES.matcher(text).find()
                                || UPSERTS.matcher(text).find();
                    })
                    .map(Path::toString)
                    .toList();
            assertThat(faults).isEmpty();
        }
        assertThat(CHANGES.matcher("UPDATE ledger.transfer set").find()).isTrue();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
