package org.farmgate.party.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.farmgate.platform.Fields;
import org.jspecify.annotations.Nullable;

/// JSON members as fields, so that a program's words are read by the same rules as a form's.
final class Bodies {
    private Bodies() {}

    static Fields fields(Map<String, @Nullable String> members) {
        Map<String, String> texts = new LinkedHashMap<>();
        members.forEach((name, text) -> {
            if (text != null) texts.put(name, text);
        });
        return new Fields(texts);
    }
}
