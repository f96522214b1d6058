package org.farmgate.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.security.Refusals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/// The one place where anything that went wrong is told: to people as a page that says what happened, what was
/// kept and what to do; to programs as an RFC 9457 problem. Both carry a reference that is also in the log.
@Component
class Errors implements HandlerExceptionResolver, Refusals, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Shells shells;
    private final TemplateEngine engine;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Errors(Shells shells, TemplateEngine engine, LocaleResolver locales, JsonMapper json) {
        this.shells = shells;
        this.engine = engine;
        this.locales = locales;
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (thrown instanceof AsyncRequestNotUsableException) return new ModelAndView();
        if (response.isCommitted()) return null;
        if (thrown instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null)
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", method.getSupportedMethods()));
        tell(request, response, Failures.of(thrown), thrown);
        return new ModelAndView();
    }

    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Exception refusal) {
        tell(request, response, Failures.of(refusal), refusal);
    }

    void tell(HttpServletRequest request, HttpServletResponse response, Failure failure, @Nullable Throwable thrown) {
        String reference = reference();
        log(request, failure, reference, thrown);
        boolean program = wantsProblem(request);
        if (failure.status() == 401 && !program && request.getHeader("HX-Request") == null) {
            response.setStatus(302);
            response.setHeader(HttpHeaders.LOCATION, "/sign-in?next=" + next(request));
            return;
        }
        if (failure.status() == 503) response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        if (failure.status() == 401) response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        if (failure.status() >= 500) SecurityContextHolder.clearContext();
        if (request.getAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE) == null)
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        try {
            Shell shell = shells.of(request);
            response.resetBuffer();
            response.setStatus(failure.status());
            if (program) writeProblem(response, Problem.of(failure, shell, reference));
            else writePage(response, Problem.of(failure, shell, reference), failure.kind(), shell);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void writeProblem(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = json.writeValueAsBytes(problem);
        response.setContentType("application/problem+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void writePage(HttpServletResponse response, Problem problem, String kind, Shell shell) throws IOException {
        var output = new Utf8ByteOutput();
        var page = new ErrorPage(problem, shell.t("error." + kind + ".todo"));
        engine.render("platform/error.jte", Map.<String, Object>of("shell", shell, "page", page), output);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private static void log(HttpServletRequest request, Failure failure, String reference, @Nullable Throwable thrown) {
        String asked = request.getMethod() + " " + request.getRequestURI();
        if (failure.unexpected() || failure.status() == 503)
            LOG.error("{} failed: {} (reference {})", asked, failure.code(), reference, thrown);
        else LOG.info("{} was refused: {} {} (reference {})", asked, failure.status(), failure.code(), reference);
    }

    /// Programs are whoever asks the API, or accepts no HTML.
    private static boolean wantsProblem(HttpServletRequest request) {
        String path = Optional.ofNullable((String) request.getAttribute("jakarta.servlet.error.request_uri"))
                .orElse(request.getRequestURI());
        if (path.startsWith("/api/") || path.startsWith("/actuator/")) return true;
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("*/*");
        return !accept.contains("html") && accept.contains("json");
    }

    /// Back to where one wanted to go. What was posted is not sent again by itself.
    private static String next(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return "/";
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static String reference() {
        var text = new StringBuilder();
        for (int place = 0; place < 8; place++) text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return text.toString();
    }
}
