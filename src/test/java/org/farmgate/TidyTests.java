package org.farmgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads the source itself.
class TidyTests {
    private static final int LONGEST_FILE_LINES = 300;
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sleep\\(");
    private static final Pattern HAN_OR_ARABIC = Pattern.compile("[\\p{IsHan}\\p{IsArabic}]");

    @Test
    void noFileIsTooLong() throws IOException {
        assertThat(sources("src/main/java", ".java")
                        .filter(file -> lines(file).size() > LONGEST_FILE_LINES)
                        .map(Path::toString))
                .isEmpty();
    }

    @Test
    void testsWaitOnConditionsNeverOnTime() throws IOException {
        assertThat(sources("src/test/java", ".java")
                        .filter(file -> !file.endsWith("TidyTests.java"))
                        .filter(file ->
                                SLEEP.matcher(String.join("\n", lines(file))).find())
                        .map(Path::toString))
                .isEmpty();
    }

    @Test
    void templatesHoldNoTextOfTheirOwnAndNoInlineScript() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path template : sources("src/main/jte", ".jte").toList()) {
            String text = String.join("\n", lines(template)).replaceAll("(?s)<%--.*?--%>", "");
            if (HAN_OR_ARABIC.matcher(text).find()) faults.add(template + " holds text that belongs in the messages");
            if (text.matches("(?s).*<script(?![^>]*\\bsrc=)[^>]*>.*")) faults.add(template + " has an inline script");
            if (text.matches("(?s).*\\s(style|onclick|onchange|onsubmit|onload)=\".*"))
                faults.add(template + " has inline style or code");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyModuleHasItsPage() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of("src/main/java/org/farmgate"))) {
            for (Path module : modules.filter(Files::isDirectory).toList()) {
                Path page = module.resolve("package-info.java");
                String text = Files.exists(page) ? Files.readString(page) : "";
                if (!text.startsWith("///")) faults.add(module + " does not say what it is for");
                if (!text.contains("@NullMarked")) faults.add(module + " is not null-marked");
                if (!text.contains("allowedDependencies")) faults.add(module + " does not say what it may call");
            }
        }
        assertThat(faults).isEmpty();
    }

    private static Stream<Path> sources(String root, String ending) throws IOException {
        Path folder = Path.of(root);
        if (!Files.exists(folder)) return Stream.empty();
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .toList()
                    .stream();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            return List.of();
        }
    }
}
