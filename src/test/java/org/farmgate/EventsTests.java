package org.farmgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.farmgate.measure.IsoWeek;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.events.core.EventSerializer;
import tools.jackson.databind.json.JsonMapper;

/// Events outlive the version that wrote them: they wait in the database, and other programs read them. So
/// each has a golden file. When a sample of it looks otherwise, the new text is put in its place and the
/// test fails once: fields are added, never renamed or taken away.
@WholeAppTest
class EventsTests {
    private static final Path FOLDER = Path.of("src/test/resources/events");

    private final EventSerializer serializer;
    private final JsonMapper json;

    @Autowired
    EventsTests(EventSerializer serializer, JsonMapper json) {
        this.serializer = serializer;
        this.json = json;
    }

    static Stream<Class<?>> events() {
        return ApplicationModules.of(Farmgate.class).stream()
                .flatMap(PublicEvents::of)
                .map(type -> type.reflect());
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAsBeforeAndReadBackAsItWas(Class<?> type) throws Exception {
        Object sample = sample(type);
        String written = serializer.serialize(sample).toString();
        assertThat(serializer.<Object>deserialize(written, (Class<Object>) type))
                .isEqualTo(sample);
        compare(FOLDER.resolve(type.getSimpleName() + ".json"), written);
    }

    private void compare(Path file, String written) throws IOException {
        String text = json.readTree(written).toPrettyString() + "\n";
        String there = Files.exists(file) ? Files.readString(file) : "";
        if (!text.equals(there)) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(there)
                .as("%s was out of date; it has been written anew", file)
                .isEqualTo(text);
    }

    private static Object sample(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType many) {
            Object one = sample(many.getActualTypeArguments()[0]);
            if (many.getRawType() == Optional.class) return Optional.of(one);
            if (many.getRawType() == List.class) return List.of(one);
        }
        if (type == UUID.class) return UUID.fromString("01900000-0000-7000-8000-000000000001");
        if (type == Instant.class) return Instant.parse("2027-07-19T08:30:00Z");
        if (type == LocalDate.class) return LocalDate.of(2027, 7, 19);
        if (type == IsoWeek.class) return IsoWeek.parse("2027-W29");
        if (type == String.class) return "words";
        if (type == int.class) return 2;
        if (type == long.class) return 4_200_000L;
        if (type == boolean.class) return true;
        if (type instanceof Class<?> one && one.isEnum()) return one.getEnumConstants()[0];
        if (type instanceof Class<?> one && one.isRecord()) return record(one);
        throw new IllegalArgumentException("No sample of " + type + ": add one here.");
    }

    private static Object record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> whole = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) values[i] = sample(components[i].getGenericType());
        return whole.newInstance(values);
    }
}
