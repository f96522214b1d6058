package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.farmgate.live.Show;
import org.farmgate.live.ViewerId;
import org.farmgate.live.chat.Chat;
import org.farmgate.live.chat.ChatMessage;
import org.springframework.stereotype.Component;

/// For the pages of a show, which include `live/chat.jte` or `live/chat-desk.jte`.
@Component
class ChatViews {
    private static final int LINES = 50;
    private static final int DESK_LINES = 100;

    private final Chat chat;
    private final ViewerCookie cookies;
    private final Clock clock;

    ChatViews(Chat chat, ViewerCookie cookies, Clock clock) {
        this.chat = chat;
        this.cookies = cookies;
        this.clock = clock;
    }

    /// For whoever watches; their browser is known from now on.
    ChatView watching(Show show, HttpServletRequest request, HttpServletResponse response) {
        ViewerId viewer = cookies.readOrGive(request, response);
        return new ChatView(
                show,
                chat.last(show.id(), LINES),
                chat.muted(show.id()).contains(viewer),
                Chat.isOpen(show, clock.instant()));
    }

    /// For whoever leads it; the caller has asked whether they may.
    ChatView leading(Show show) {
        List<ChatMessage> lines = chat.changes(show.id(), DESK_LINES).stream()
                .filter(one -> one.deletedAt().isEmpty())
                .sorted(Comparator.comparing(ChatMessage::writtenAt))
                .toList();
        return new ChatView(show, lines, false, Chat.isOpen(show, clock.instant()));
    }
}
