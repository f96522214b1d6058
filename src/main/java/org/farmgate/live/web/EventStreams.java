package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.live.ViewerId;
import org.farmgate.live.audience.Streams;
import org.farmgate.live.audience.Visitor;
import org.farmgate.platform.Actor;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What happens in a show, as it happens (`text/event-stream`): first all that is to be seen now, which replaces
/// whatever was on the screen, then each change. See docs/adr/0013 for the events.
@Controller
@OpenToAll
class EventStreams {
    private final Streams streams;
    private final Shows shows;
    private final ViewerCookie cookies;

    EventStreams(Streams streams, Shows shows, ViewerCookie cookies) {
        this.streams = streams;
        this.shows = shows;
        this.cookies = cookies;
    }

    @GetMapping("/shows/{id}/events")
    void watch(@PathVariable ShowId id, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        Optional<ViewerId> shown = cookies.read(request);
        if (shown.isEmpty()) cookies.readOrGive(request, response);
        open(id, shown, false, request, response, locale);
    }

    /// The host's and the organiser's: they see what is said before all others do, and are not counted.
    @GetMapping("/shows/{id}/desk/events")
    @Needs
    void lead(
            Actor actor,
            @PathVariable ShowId id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        shows.hosting(actor, id);
        open(id, Optional.empty(), true, request, response, locale);
    }

    private void open(
            ShowId id,
            Optional<ViewerId> viewer,
            boolean desk,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        EventsAddress address = EventsAddress.of(request);
        // HEAD asks for no stream.
        if (!request.getMethod().equals("GET")) return;
        streams.open(id, new Visitor(viewer, address.text(), address.isKnown(), locale, desk), request, response);
    }
}
