package org.farmgate.live.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.live.ViewerId;
import org.farmgate.platform.Sealing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// By which a browser is one viewer, however many tabs it has: an id of ours and a keyed hash of it, so that nobody
/// makes up others. It says nothing about who sits there and is sent to shows alone.
@Component
public class ViewerCookie {
    static final String NAME = "viewer";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int UUID_LENGTH = 36;

    private final Sealing sealing;

    ViewerCookie(Sealing sealing) {
        this.sealing = sealing;
    }

    /// The browser's id, where it shows a cookie that we gave it.
    public Optional<ViewerId> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie one : cookies) if (one.getName().equals(NAME)) return checked(one.getValue());
        return Optional.empty();
    }

    /// As [#read]; a browser that shows none, or a forged one, is given a new one.
    public ViewerId readOrGive(HttpServletRequest request, HttpServletResponse response) {
        return read(request).orElseGet(() -> give(request, response));
    }

    private ViewerId give(HttpServletRequest request, HttpServletResponse response) {
        ViewerId viewer = ViewerId.next();
        ResponseCookie cookie = ResponseCookie.from(NAME, text(viewer))
                .path("/shows")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return viewer;
    }

    /// What the cookie holds.
    public String text(ViewerId viewer) {
        return viewer + "." + sealing.fingerprint(viewer.toString(), "viewer");
    }

    private Optional<ViewerId> checked(String text) {
        if (text.length() != 2 * UUID_LENGTH + 1) return Optional.empty();
        try {
            var viewer = new ViewerId(UUID.fromString(text.substring(0, UUID_LENGTH)));
            boolean ours = MessageDigest.isEqual(
                    text(viewer).getBytes(StandardCharsets.US_ASCII), text.getBytes(StandardCharsets.US_ASCII));
            return ours ? Optional.of(viewer) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
