package org.farmgate.live.web;

import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.platform.web.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A show's picture and sound alone: for a big screen in a mall, or to be opened beside other things.
@Controller
@OpenToAll
class VideoPages {
    private final Shows shows;
    private final VideoViews views;

    VideoPages(Shows shows, VideoViews views) {
        this.shows = shows;
        this.views = views;
    }

    @GetMapping("/shows/{id}/player")
    String player(@PathVariable ShowId id, Model model) {
        model.addAttribute("page", views.player(shows.get(id)));
        return "live/player-page";
    }
}
