package org.farmgate.platform;

import java.util.List;

/// One thing wrong with what was sent, and where.
///
/// @param field the name of the form field, JSON member or CSV column; empty for the whole
/// @param code tail of the message key `input.<code>`, and the stable code that the API promises
/// @param arguments for the message's places
public record FieldError(String field, String code, List<Object> arguments) {
    public static FieldError of(String field, String code, Object... arguments) {
        return new FieldError(field, code, List.of(arguments));
    }
}
