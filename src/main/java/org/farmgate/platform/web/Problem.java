package org.farmgate.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// A refusal as RFC 9457 has it, in the reader's language. Programs go by `code`, which never changes.
///
/// @param type where the code is explained
/// @param code stable, such as `offer-exceeds-harvest`
/// @param errors every place that is wrong, for input
/// @param reference also in the log
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Place> errors,
        String reference) {
    /// @param field name of the form field or path of the JSON member; empty for the whole
    public record Place(String field, String code, String detail) {}

    static Problem of(Failure failure, Shell shell, String reference) {
        String kind = "error." + failure.kind();
        Object[] arguments = failure.arguments().stream()
                .map(argument -> argument instanceof Failures.Thing(String word)
                        ? shell.orElse("thing." + word, shell.t("thing.page"))
                        : argument instanceof org.farmgate.platform.Right right
                                ? shell.label("right", right)
                                : argument)
                .toArray();
        return new Problem(
                "/api#" + failure.code(),
                shell.t(kind + ".title"),
                failure.status(),
                failure.sentenceKey().isEmpty()
                        ? shell.t(kind + ".detail", arguments)
                        : shell.t(failure.sentenceKey(), arguments),
                failure.code(),
                failure.errors().stream()
                        .map(error -> new Place(error.field(), error.code(), shell.error(error)))
                        .toList(),
                reference);
    }
}
