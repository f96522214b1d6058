package org.farmgate.platform.web;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.farmgate.platform.Fields;

/// Lets a JSON body be read like a form: every error is gathered with the member's name, and the same reader serves
/// both. The body is a record whose components may all be missing; numbers arrive as texts and keep their digits.
public final class Bodies {
    private Bodies() {}

    public static Fields fields(Record body) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Object value = value(body, component);
            if (value instanceof Collection<?> several)
                texts.put(
                        component.getName(),
                        several.stream().map(String::valueOf).collect(Collectors.joining(",")));
            else if (value != null) texts.put(component.getName(), value.toString());
        }
        return new Fields(texts);
    }

    private static @org.jspecify.annotations.Nullable Object value(Record body, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
