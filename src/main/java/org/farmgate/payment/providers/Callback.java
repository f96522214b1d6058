package org.farmgate.payment.providers;

import java.util.Map;

/// What somebody sent who says they are the provider.
///
/// @param headers names in lower case
/// @param fields of a form; empty where none was sent
/// @param body as it came, byte for byte as UTF-8; empty for a form
public record Callback(Map<String, String> headers, Map<String, String> fields, String body) {
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
