package org.farmgate.shop.web;

import java.util.List;
import java.util.Locale;
import org.farmgate.platform.web.Formats;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.ShopRule;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Tells programs why an order was refused, in their language.
@Component
class Refusals {
    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    OrderApi.View view(OrderAnswer.Refused one, Locale locale) {
        List<Object> arguments = one.why().arguments();
        String detail = sentence(one, locale);
        List<String> listings = one.listings().stream().map(ListingId::toString).toList();
        return new OrderApi.View(
                one.origin().toString(),
                one.seller().toString(),
                null,
                null,
                null,
                null,
                null,
                null,
                new OrderApi.Refusal(one.why().rule().code(), detail, listings, left(one, arguments)));
    }

    private String sentence(OrderAnswer.Refused one, Locale locale) {
        var formats = new Formats(messages, locale);
        Object[] told = one.why().arguments().stream().map(formats::argument).toArray();
        return messages.getMessage("rule." + one.why().rule().name(), told, locale);
    }

    private static @Nullable Long left(OrderAnswer.Refused one, List<Object> arguments) {
        return switch ((ShopRule) one.why().rule()) {
            case SOLD_OUT -> 0L;
            case NOT_ENOUGH_LEFT, BUYER_LIMIT_REACHED -> (Long) arguments.getLast();
            case LISTING_PRICE_OUT_OF_RANGE,
                    LISTING_TIERS_OUT_OF_ORDER,
                    LISTING_LIMIT_OUT_OF_RANGE,
                    LISTING_ID_TAKEN,
                    LISTING_CHANGED_MEANWHILE,
                    LISTING_NOT_OPEN,
                    PRICE_CHANGED,
                    ORDER_KEY_REUSED,
                    PROVIDER_NOT_OPEN,
                    INTAKE_FULL,
                    ORDER_NOT_IN_THAT_STATE,
                    ORDER_REFUND_TOO_LARGE -> null;
        };
    }
}
