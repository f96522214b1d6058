package org.farmgate.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The one cookie that signs a browser in. It goes when the browser closes: village stations share their machines.
public final class SessionCookie {
    private static final String NAME = "farmgate_session";

    private SessionCookie() {}

    public static Optional<Secret> read(HttpServletRequest request) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.length() == 43)
                .map(Secret::new)
                .findFirst();
    }

    public static void write(Secret secret, HttpServletRequest request, HttpServletResponse response) {
        add(cookie(secret.text(), request).build(), response);
    }

    public static void remove(HttpServletRequest request, HttpServletResponse response) {
        add(cookie("", request).maxAge(0).build(), response);
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure());
    }

    private static void add(ResponseCookie cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
