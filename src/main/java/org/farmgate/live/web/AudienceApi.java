package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;
import org.farmgate.live.ShowId;
import org.farmgate.live.audience.Audience;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.shop.ListingId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// That somebody looked closer at an item. A browser counts once, and only one that shows a cookie of ours.
@RestController
@OpenToAll
class AudienceApi {
    private final Audience audience;
    private final ViewerCookie cookies;

    AudienceApi(Audience audience, ViewerCookie cookies) {
        this.audience = audience;
        this.cookies = cookies;
    }

    @PostMapping("/shows/{id}/items/{listing}/click")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void click(@PathVariable ShowId id, @PathVariable ListingId listing, HttpServletRequest request) {
        cookies.read(request).ifPresent(viewer -> audience.clicked(id, viewer, listing));
    }
}
