package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.live.chat.Chat;
import org.farmgate.live.chat.ChatId;
import org.farmgate.live.chat.ChatMessage;
import org.farmgate.live.chat.NewMessage;
import org.farmgate.live.chat.Speaker;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.OpenToAll;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Saying something, and keeping order. A page without JavaScript posts and comes back; a script asks for JSON.
@Controller
@Needs
class ChatPages {
    private static final int MOST_SLOW = 120;
    private static final int MOST_DELAY = 30;

    private final Chat chat;
    private final Shows shows;
    private final ViewerCookie cookies;

    ChatPages(Chat chat, Shows shows, ViewerCookie cookies) {
        this.chat = chat;
        this.shows = shows;
        this.cookies = cookies;
    }

    @PostMapping("/shows/{id}/chat")
    @OpenToAll
    Object say(
            Optional<Actor> actor,
            @PathVariable ShowId id,
            Fields fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        ChatId message = fields.isEmpty("id") ? ChatId.next() : fields.id("id", ChatId::new);
        fields.check();
        var wanted = new NewMessage(message, fields.raw("name"), fields.raw("text"), fields.checked("question"));
        EventsAddress address = EventsAddress.of(request);
        var speaker = new Speaker(cookies.readOrGive(request, response), actor, address.text(), address.isKnown());
        try {
            ChatMessage said = chat.say(speaker, id, wanted);
            return wantsJson(request) ? json(said) : "redirect:/shows/" + id + "#chat";
        } catch (RuleBroken broken) {
            if (broken.rule().status() == 429)
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, broken.arguments().getFirst().toString());
            throw broken;
        }
    }

    private static ResponseEntity<Map<String, Object>> json(ChatMessage said) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", said.id().toString());
        told.put("name", said.name());
        told.put("text", said.text());
        told.put("question", said.question());
        told.put("host", said.host());
        told.put("shownAt", said.shownAt().toString());
        return ResponseEntity.status(HttpStatus.CREATED).body(told);
    }

    @PostMapping("/shows/{id}/chat/{message}/deletion")
    Object delete(Actor actor, @PathVariable ShowId id, @PathVariable ChatId message, HttpServletRequest request) {
        chat.delete(actor, id, message);
        return done(id, request);
    }

    @PostMapping("/shows/{id}/chat/{message}/muting")
    Object mute(Actor actor, @PathVariable ShowId id, @PathVariable ChatId message, HttpServletRequest request) {
        chat.mute(actor, id, message);
        return done(id, request);
    }

    @PostMapping("/shows/{id}/chat/{message}/unmuting")
    Object unmute(Actor actor, @PathVariable ShowId id, @PathVariable ChatId message, HttpServletRequest request) {
        chat.unmute(actor, id, message);
        return done(id, request);
    }

    @PostMapping("/shows/{id}/chat/{message}/answer")
    Object answered(Actor actor, @PathVariable ShowId id, @PathVariable ChatId message, HttpServletRequest request) {
        chat.answered(actor, id, message);
        return done(id, request);
    }

    @PostMapping("/shows/{id}/chat/pace")
    Object pace(Actor actor, @PathVariable ShowId id, Fields fields, HttpServletRequest request) {
        Show show = shows.hosting(actor, id);
        Long slow = fields.number("slowSeconds", 0, MOST_SLOW);
        Long delay = fields.number("delaySeconds", 0, MOST_DELAY);
        fields.check();
        shows.pace(actor, show.id(), slow.intValue(), delay.intValue());
        return done(id, request);
    }

    private static Object done(ShowId id, HttpServletRequest request) {
        return wantsJson(request) ? ResponseEntity.noContent().build() : "redirect:/shows/" + id + "/desk#chat";
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE) && !accept.contains("html");
    }
}
