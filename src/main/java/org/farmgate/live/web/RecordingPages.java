package org.farmgate.live.web;

import org.farmgate.live.ShowId;
import org.farmgate.live.video.Recordings;
import org.farmgate.platform.Actor;
import org.farmgate.platform.web.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Recordings whose time is over: somebody looks through them and deletes, by name.
@Controller
@Needs
class RecordingPages {
    private final Recordings recordings;

    RecordingPages(Recordings recordings) {
        this.recordings = recordings;
    }

    @GetMapping("/shows/recordings")
    String list(Actor actor, Model model) {
        model.addAttribute("page", new RecordingsPage(recordings.deletable(actor)));
        return "live/recordings";
    }

    @PostMapping("/shows/{id}/recording/deletion")
    String delete(Actor actor, @PathVariable ShowId id) {
        recordings.delete(actor, id);
        return "redirect:/shows/recordings?deleted";
    }
}
