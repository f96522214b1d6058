package org.farmgate.live.web;

import java.util.List;
import org.farmgate.live.Show;
import org.farmgate.live.chat.ChatMessage;
import org.farmgate.platform.web.Shell;

/// What the chat of a show shows first.
///
/// @param lines the last ones, in the order of time; to the host also those not shown yet
/// @param muted whether this browser is silent
/// @param open whether one may write now
public record ChatView(Show show, List<ChatMessage> lines, boolean muted, boolean open) {
    public String events() {
        return show.path() + "/events";
    }

    public String deskEvents() {
        return show.path() + "/desk/events";
    }

    public String chat() {
        return show.path() + "/chat";
    }

    public String of(ChatMessage message, String what) {
        return chat() + "/" + message.id() + "/" + what;
    }

    /// Questions that wait for an answer.
    public List<ChatMessage> questions() {
        return lines.stream()
                .filter(one -> one.question() && one.answeredAt().isEmpty() && !one.host())
                .toList();
    }

    public static String name(Shell shell, ChatMessage message) {
        return message.name().isEmpty() ? shell.t("live.chat.guest", message.guestNumber()) : message.name();
    }
}
