package org.farmgate.live.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// What a buyer asked their own device to keep: sealed, for half a year, sent to the shows' pages alone.
final class BuyerCookie {
    static final String NAME = "buyer";
    private static final Duration KEPT = Duration.ofDays(180);

    private BuyerCookie() {}

    static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    /// Nothing forgets it.
    static void keep(Optional<String> sealed, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, sealed.orElse(""))
                .path("/shows")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(sealed.isEmpty() ? Duration.ZERO : KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
