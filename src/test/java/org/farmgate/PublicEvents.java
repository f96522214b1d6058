package org.farmgate;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;

/// What a module tells the others: the public records of its root package that bear a thing and what
/// happened to it, such as `HarvestOffered`.
final class PublicEvents {
    private static final Pattern HAPPENED = Pattern.compile("([A-Z][a-z]+){2,}");
    private static final Pattern PAST = Pattern.compile(".*(ed|Made|Withdrawn|Paid|Sent|Held|Taken|Sold)");

    private PublicEvents() {}

    static Stream<JavaClass> of(ApplicationModule module) {
        return module.getBasePackage().stream()
                .filter(type ->
                        type.getPackageName().equals(module.getBasePackage().getName()))
                .filter(type -> type.isTopLevelClass()
                        && type.isRecord()
                        && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> HAPPENED.matcher(type.getSimpleName()).matches()
                        && PAST.matcher(type.getSimpleName()).matches());
    }
}
