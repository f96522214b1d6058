package org.farmgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;

/// docs/generated/modules.md is written from the code. When it differs, the new text is put in its place
/// and the test fails once, so that a change of a module's public face is seen in review.
class GeneratedDocsTests {
    private static final Path PAGE = Path.of("docs/generated/modules.md");

    @Test
    void theModulesPageSaysWhatTheCodeSays() throws IOException {
        ApplicationModules modules = ApplicationModules.of(Farmgate.class);
        String page = modules.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                .map(module -> section(module, modules))
                .collect(Collectors.joining(
                        "\n", "# Modules\n\nWritten from the code by `GeneratedDocsTests`.\n\n", ""));
        String there = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!page.equals(there)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(there)
                .as("%s was out of date; it has been written anew", PAGE)
                .isEqualTo(page);
    }

    private static String section(ApplicationModule module, ApplicationModules modules) {
        String root = module.getBasePackage().getName();
        List<com.tngtech.archunit.core.domain.JavaClass> open = module.getBasePackage().stream()
                .filter(type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .toList();
        return "## " + module.getIdentifier() + "\n\n" + purpose(root) + "\n\n"
                + line(
                        "Calls",
                        names(module.getDirectDependencies(modules)
                                .uniqueModules()
                                .map(m -> m.getIdentifier().toString())))
                + line(
                        "Facades",
                        names(open.stream()
                                .filter(type -> type.isAnnotatedWith(Service.class))
                                .map(com.tngtech.archunit.core.domain.JavaClass::getSimpleName)))
                + line(
                        "Events",
                        names(PublicEvents.of(module).map(com.tngtech.archunit.core.domain.JavaClass::getSimpleName)));
    }

    private static String purpose(String root) {
        try {
            return Files.readAllLines(Path.of("src/main/java/" + root.replace('.', '/') + "/package-info.java"))
                    .stream()
                    .takeWhile(text -> text.startsWith("///"))
                    .map(text -> text.substring(3).strip())
                    .takeWhile(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
        } catch (IOException missing) {
            return "";
        }
    }

    private static String names(Stream<String> names) {
        return names.distinct().sorted().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String line(String label, String names) {
        return names.isEmpty() ? "" : "- " + label + ": " + names + "\n";
    }
}
