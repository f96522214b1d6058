package org.farmgate.live.chat;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.live.ShowId;
import org.farmgate.live.ViewerId;
import org.farmgate.platform.PartyId;

/// Something said in a show.
///
/// @param person who was signed in; empty for guests
/// @param name empty for a guest who gave none
/// @param host whether the host or the organiser says it
/// @param shownAt from when others see it; the host sees it at once
/// @param deletedAt since when nobody sees it
/// @param answeredAt when the host marked a question as answered
public record ChatMessage(
        ShowId show,
        ChatId id,
        ViewerId viewer,
        Optional<PartyId> person,
        String name,
        String text,
        boolean question,
        boolean host,
        Instant writtenAt,
        Instant shownAt,
        Optional<Instant> deletedAt,
        Optional<Instant> answeredAt) {
    /// Tells guests without a name apart: four digits that give nothing of their browser's id away.
    public String guestNumber() {
        return Integer.toString(Math.floorMod(viewer.value().hashCode(), 9_000) + 1_000);
    }
}
