package org.farmgate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.security.SessionCookie;
import org.farmgate.platform.security.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// What the frame around every page can switch: brightness, and for whom one acts.
@Controller
class PreferencePages {
    private final Sessions sessions;

    PreferencePages(Sessions sessions) {
        this.sessions = sessions;
    }

    /// Kept in the browser alone; `auto` forgets it.
    @OpenToAll
    @PostMapping("/theme")
    String theme(Fields fields, HttpServletRequest request, HttpServletResponse response) {
        Theme theme = fields.choice("theme", Theme.class);
        fields.check();
        ResponseCookie cookie = ResponseCookie.from("theme", theme.name().toLowerCase(java.util.Locale.ROOT))
                .path("/")
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(theme == Theme.AUTO ? Duration.ZERO : Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + LocalPath.of(fields.raw("back"));
    }

    private enum Theme {
        LIGHT,
        DARK,
        AUTO
    }

    @Needs
    @PostMapping("/acting")
    String actFor(Actor actor, Fields fields, HttpServletRequest request) {
        PartyId organisation = fields.id("organisation", (UUID id) -> new PartyId(id));
        fields.check();
        SessionCookie.read(request).ifPresent(session -> sessions.actFor(session, actor, organisation));
        return "redirect:/";
    }
}
