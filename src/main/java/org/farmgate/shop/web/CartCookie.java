package org.farmgate.shop.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// Where the cart lies: in the buyer's own browser, for a month.
final class CartCookie {
    static final String NAME = "cart";
    private static final Duration KEPT = Duration.ofDays(30);

    private CartCookie() {}

    static Cart of(HttpServletRequest request) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(cookie -> Cart.read(cookie.getValue()))
                .findFirst()
                .orElse(Cart.empty());
    }

    static void keep(Cart cart, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, cart.write())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(cart.isEmpty() ? Duration.ZERO : KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
