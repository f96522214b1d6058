package org.farmgate.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.springframework.http.HttpStatus;

/// What happens to a form that was sent: it is done and one goes on, or it is shown again with what was wrong and
/// what was typed.
public final class Submission {
    private Submission() {}

    /// @param act does it and names where to go on
    /// @param again shows the form with its errors
    public static String of(
            Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Supplier<String> act,
            Function<FormErrors, String> again) {
        try {
            return act.get();
        } catch (InputBroken broken) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again.apply(FormErrors.of(broken, typed, shell));
        } catch (RuleBroken broken) {
            response.setStatus(broken.rule().status());
            return again.apply(FormErrors.of(broken, typed, shell));
        }
    }
}
