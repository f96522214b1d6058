package org.farmgate.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.platform.Denied;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.TooLarge;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;

/// Reads a thrown exception as a [Failure]. What is known is told; what is not is our fault and told
/// without details.
final class Failures {
    /// How deep a cause may lie: the frameworks wrap what our records throw.
    private static final int DEEPEST = 12;

    private Failures() {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case HttpMessageNotReadableException unread -> unreadable(unread);
            case MissingServletRequestParameterException missing ->
                Failure.input(List.of(FieldError.of(missing.getParameterName(), "missing")));
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MaxUploadSizeExceededException _ -> Failure.of(413, "too-large", 32);
            case MultipartException _ -> Failure.of(400, "unreadable");
            case CsrfException _ -> Failure.of(403, "form-expired");
            case AccessDeniedException _ -> Failure.of(403, "denied");
            case AuthenticationException _ -> Failure.of(401, "not-signed-in");
            case CannotGetJdbcConnectionException _,
                    CannotCreateTransactionException _,
                    DataAccessResourceFailureException _,
                    QueryTimeoutException _,
                    TransientDataAccessException _,
                    // The connection was lost in the middle: not even giving up could be told to the database.
                    TransactionSystemException _ -> Failure.of(503, "unavailable");
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            default -> ours(thrown, "").orElseGet(Failure::unexpectedly);
        };
    }

    static Failure ofStatus(int status) {
        return switch (status) {
            case 400 -> Failure.of(400, "unreadable");
            case 401 -> Failure.of(401, "not-signed-in");
            case 403 -> Failure.of(403, "denied");
            case 404 -> Failure.of(404, "not-found");
            case 405 -> Failure.of(405, "method");
            case 406 -> Failure.of(406, "not-acceptable");
            case 413 -> Failure.of(413, "too-large", 32);
            case 415 -> Failure.of(415, "media-type");
            case 503 -> Failure.of(503, "unavailable");
            default ->
                status >= 400 && status < 500
                        ? new Failure(status, "unreadable", "unreadable", "", List.of(), List.of(), false)
                        : Failure.unexpectedly();
        };
    }

    /// What our own code throws, wherever the frameworks have wrapped it.
    private static Optional<Failure> ours(Throwable thrown, String field) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            switch (cause) {
                case InputBroken input -> {
                    return Optional.of(Failure.input(input.errors().stream()
                            .map(error -> error.field().isEmpty() ? at(field, error) : error)
                            .toList()));
                }
                case MeasureBroken measure -> {
                    return Optional.of(Failure.input(List.of(at(field, measure))));
                }
                case RuleBroken broken -> {
                    return Optional.of(new Failure(
                            broken.rule().status(),
                            broken.rule().code(),
                            "rule",
                            "rule." + broken.rule().name(),
                            broken.arguments(),
                            List.of(),
                            false));
                }
                case NotFound missing -> {
                    return Optional.of(new Failure(
                            404,
                            "not-found",
                            "not-found",
                            "error.not-found.what",
                            List.of(new Thing(missing.what())),
                            List.of(),
                            false));
                }
                case Denied denied -> {
                    return Optional.of(new Failure(
                            403, "denied", "denied", "error.denied.what", List.of(denied.missing()), List.of(), false));
                }
                case NotSignedIn _ -> {
                    return Optional.of(Failure.of(401, "not-signed-in"));
                }
                case TooLarge large -> {
                    return Optional.of(Failure.of(413, "too-large", large.greatestBytes() >> 20));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /// JSON that is none, or not what was asked for: the member and the line are named.
    private static Failure unreadable(HttpMessageNotReadableException unread) {
        if (!(unread.getCause() instanceof JacksonException json))
            return ours(unread, "").orElseGet(() -> Failure.of(400, "unreadable"));
        String field = json.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .reduce("", String::concat)
                .replaceFirst("^\\.", "");
        Optional<Failure> own = ours(json, field);
        if (own.isPresent()) return own.get();
        var place = json.getLocation();
        int line = place == null ? 1 : Math.max(1, place.getLineNr());
        int column = place == null ? 1 : Math.max(1, place.getColumnNr());
        String code = field.isEmpty() ? "broken-json" : "broken-member";
        return new Failure(
                400,
                "unreadable-json",
                "unreadable-json",
                "",
                List.of(line, column),
                List.of(FieldError.of(field, code, line, column)),
                false);
    }

    private static Failure mismatch(MethodArgumentTypeMismatchException mismatch) {
        Optional<Failure> own = ours(mismatch, mismatch.getName());
        if (own.isPresent()) return own.get();
        return mismatch.getCause() instanceof ConversionFailedException
                        || mismatch.getCause() instanceof IllegalArgumentException
                ? Failure.input(List.of(
                        FieldError.of(mismatch.getName(), "no-such-choice", String.valueOf(mismatch.getValue()))))
                : Failure.unexpectedly();
    }

    private static FieldError at(String field, FieldError error) {
        return new FieldError(field, error.code(), error.arguments());
    }

    private static FieldError at(String field, MeasureBroken broken) {
        String code = broken.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new FieldError(field, code, broken.arguments());
    }

    /// A thing's word, told in the reader's language: message `thing.<word>`.
    record Thing(String word) {}
}
