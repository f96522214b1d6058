package org.farmgate.live.audience;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.farmgate.live.Pin;
import org.farmgate.live.Show;
import org.farmgate.live.chat.ChatId;
import org.farmgate.live.chat.ChatMessage;
import org.farmgate.platform.web.Formats;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Photo;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Puts what is to be told into events. JSON has no line breaks of its own, as the format of streams demands.
@Component
class Wording {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final MessageSource messages;
    private final JsonMapper json;

    Wording(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /// `{state, label, title, startsAt}`
    Frame state(Show show) {
        return Frame.of(
                "state",
                locale -> text(Map.of(
                        "state", show.state().name(),
                        "label", message(locale, "live.state." + show.state().name()),
                        "title", show.title(),
                        "startsAt", show.startsAt().toString())));
    }

    /// Nothing is on screen: `{}`.
    Frame noPin() {
        return Frame.same("pin", "{}");
    }

    /// `{pin, listing, title, pack, priceFen, priceText, version, limit, left, leftText, photo, photoWords, benefits}`
    Frame pin(Pin pin, Listing listing, String benefits, long left, Optional<Photo> photo) {
        return Frame.of("pin", locale -> {
            var formats = new Formats(messages, locale);
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("pin", pin.id().toString());
            told.put("listing", pin.listing().toString());
            told.put("title", listing.title());
            told.put("pack", formats.mass(listing.pack()));
            told.put("priceFen", listing.terms().price().fen());
            told.put("priceText", formats.money(listing.terms().price()));
            told.put("version", listing.terms().version());
            listing.terms().limitPerBuyer().ifPresent(limit -> told.put("limit", limit));
            told.put("left", left);
            told.put("leftText", formats.number(left));
            photo.ifPresent(one -> {
                told.put("photo", one.smallPath());
                told.put("photoWords", one.words());
            });
            if (!benefits.isEmpty()) told.put("benefits", benefits);
            return text(told);
        });
    }

    /// `{"<listing>": packs left, …}`
    Frame stock(Map<ListingId, Long> left) {
        if (left.isEmpty()) return Frame.NONE;
        Map<String, Object> told = new LinkedHashMap<>();
        left.forEach((listing, packs) -> told.put(listing.toString(), packs));
        return Frame.same("stock", text(told));
    }

    Frame viewers(int now) {
        return Frame.same("viewers", "{\"now\":" + now + "}");
    }

    /// `{id, name, text, question, host, at, time}`; the host is told too until when it waits and whether it is
    /// answered.
    Frame line(ChatMessage message, boolean desk) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", message.id().toString());
        told.put("name", message.name());
        told.put("text", message.text());
        told.put("question", message.question());
        told.put("host", message.host());
        told.put("at", message.shownAt().toString());
        told.put("time", HOUR.format(message.shownAt()));
        if (desk) {
            told.put("shownAt", message.shownAt().toString());
            told.put("answered", message.answeredAt().isPresent());
        }
        if (!message.name().isEmpty()) return Frame.same("chat", text(told));
        return Frame.of("chat", locale -> {
            told.put("name", guest(message, locale));
            return text(told);
        });
    }

    private String guest(ChatMessage message, Locale locale) {
        return messages.getMessage("live.chat.guest", new Object[] {message.guestNumber()}, locale);
    }

    Frame gone(ChatId id) {
        return Frame.same("chat-gone", "{\"id\":\"" + id + "\"}");
    }

    Frame answered(ChatId id) {
        return Frame.same("chat-answered", "{\"id\":\"" + id + "\"}");
    }

    private String message(Locale locale, String key) {
        return messages.getMessage(key, null, locale);
    }

    private String text(Object told) {
        return json.writeValueAsString(told);
    }
}
