package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.live.audience.Audience;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.platform.web.Shell;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// What is on air, what comes, what was: for everybody.
@Controller
@OpenToAll
class ShowsPages {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final ShowViews views;
    private final VideoViews videos;
    private final ChatViews chats;
    private final Audience audience;
    private final Shows shows;

    ShowsPages(ShowViews views, VideoViews videos, ChatViews chats, Audience audience, Shows shows) {
        this.views = views;
        this.videos = videos;
        this.chats = chats;
        this.audience = audience;
        this.shows = shows;
    }

    @GetMapping("/shows")
    String all(Optional<Actor> actor, Paging paging, @RequestParam(defaultValue = "false") boolean over, Model model) {
        model.addAttribute("page", views.all(actor, paging, over, false));
        return "live/shows";
    }

    @GetMapping("/own-shows")
    @Needs
    String own(Actor actor, Paging paging, @RequestParam(defaultValue = "false") boolean over, Model model) {
        model.addAttribute("page", views.all(Optional.of(actor), paging, over, true));
        return "live/shows";
    }

    @GetMapping("/shows/{id}")
    String one(
            Optional<Actor> actor,
            @PathVariable ShowId id,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ShowPage page = views.show(actor, id, shell);
        model.addAttribute("page", page);
        model.addAttribute("player", videos.player(page.show()));
        model.addAttribute("chat", chats.watching(page.show(), request, response));
        model.addAttribute("viewers", audience.now(id));
        return "live/show";
    }

    /// For the calendar of one's own phone, which reminds a quarter of an hour before; nobody's number is asked for it.
    @GetMapping("/shows/{id}/reminder.ics")
    ResponseEntity<String> reminder(@PathVariable ShowId id, Shell shell) {
        Show show = shows.get(id);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(show.path())
                .toUriString();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header("Content-Disposition", "attachment; filename=\"show.ics\"")
                .body(Reminder.of(show, shell.t("live.reminder", show.title()), address));
    }
}
