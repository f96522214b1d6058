package org.farmgate.platform.web;

import java.util.List;
import org.farmgate.platform.FieldError;

/// What is told of something that went wrong. The stable code is what the JSON API promises.
///
/// @param kind message keys `error.<kind>.title`, `.detail`, `.todo`
/// @param sentenceKey message of what happened, where it says more than the kind's own detail; else empty
/// @param unexpected whether it is our fault, and goes to the log with all it has
record Failure(
        int status,
        String code,
        String kind,
        String sentenceKey,
        List<Object> arguments,
        List<FieldError> errors,
        boolean unexpected) {
    static Failure of(int status, String kind, Object... arguments) {
        return new Failure(status, kind, kind, "", List.of(arguments), List.of(), false);
    }

    static Failure input(List<FieldError> errors) {
        return new Failure(422, "input", "input", "", List.of(), errors, false);
    }

    static Failure unexpectedly() {
        return new Failure(500, "unexpected", "unexpected", "", List.of(), List.of(), true);
    }
}
