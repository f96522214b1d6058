package org.farmgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.platform.Right;
import org.farmgate.platform.Rule;
import org.junit.jupiter.api.Test;

/// Every refusal has its sentence: each rule of each module, each reason of `measure`, each right that may be
/// missing.
class RulesTests {
    @Test
    void everyRuleAndReasonHasASentence() throws Exception {
        Properties known = allMessages();
        List<String> faults = new ArrayList<>();
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.farmgate");
        List<String> names = new ArrayList<>();
        for (JavaClass type : classes)
            if (type.isEnum() && type.isAssignableTo(Rule.class))
                for (Object constant : type.reflect().getEnumConstants()) names.add(((Rule) constant).name());
        for (String name : names) if (!known.containsKey("rule." + name)) faults.add("rule." + name);
        for (var reason : MeasureBroken.Reason.values()) {
            String key =
                    "input." + reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            if (!known.containsKey(key)) faults.add(key);
        }
        for (Right right : Right.values()) if (!known.containsKey("right." + right)) faults.add("right." + right);
        assertThat(faults).isEmpty();
        assertThat(names)
                .as("a rule's name is its public code, so no two modules share one")
                .doesNotHaveDuplicates();
    }

    private static Properties allMessages() throws IOException {
        var all = new Properties();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file :
                    files.filter(f -> !f.getFileName().toString().contains("_")).toList())
                try (var reader = Files.newBufferedReader(file)) {
                    all.load(reader);
                }
        }
        return all;
    }
}
