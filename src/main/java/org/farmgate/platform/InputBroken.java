package org.farmgate.platform;

import java.util.List;

/// What was sent cannot be read as what was asked for. Every place is named at once, so that a person mends it in
/// one go.
public class InputBroken extends RuntimeException {
    private final transient List<FieldError> errors;

    public InputBroken(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    public InputBroken(String field, String code, Object... arguments) {
        this(List.of(FieldError.of(field, code, arguments)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
