package org.farmgate.live.web;

import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.live.video.StreamKeys;
import org.farmgate.platform.Actor;
import org.farmgate.platform.web.Needs;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The host's camera by itself, for a second telephone that only films.
@Controller
@Needs
class CameraPages {
    private final Shows shows;
    private final StreamKeys keys;
    private final VideoViews views;

    CameraPages(Shows shows, StreamKeys keys, VideoViews views) {
        this.shows = shows;
        this.keys = keys;
        this.views = views;
    }

    @GetMapping("/shows/{id}/camera")
    String camera(Actor actor, @PathVariable ShowId id, Model model) {
        model.addAttribute("page", views.camera(shows.hosting(actor, id)));
        return "live/camera-page";
    }

    /// The page itself shows the new key; it is nowhere else.
    @PostMapping("/shows/{id}/stream-key")
    String makeKey(
            Actor actor, @PathVariable ShowId id, jakarta.servlet.http.HttpServletResponse response, Model model) {
        Show show = shows.hosting(actor, id);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("page", views.camera(show, Optional.of(keys.make(actor, id))));
        return "live/camera-page";
    }
}
