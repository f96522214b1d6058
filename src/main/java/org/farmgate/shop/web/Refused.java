package org.farmgate.shop.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.ShopRule;

/// Why a part of a cart was not taken, carried in the address of the page that tells it: a refused order leaves no
/// trace here. Whatever is not of our making is left out.
///
/// @param listing at which it failed
public record Refused(ListingId listing, RuleBroken why) {
    private static final int MOST = 40;

    static List<String> texts(List<OrderAnswer> answers) {
        List<String> texts = new ArrayList<>();
        for (OrderAnswer answer : answers)
            if (answer instanceof OrderAnswer.Refused refused)
                for (ListingId listing : refused.listings()) texts.add(text(listing, refused.why()));
        return texts;
    }

    private static String text(ListingId listing, RuleBroken why) {
        var text = new StringBuilder(Cart.letters(listing.value()))
                .append('.')
                .append(why.rule().name());
        for (Object argument : why.arguments())
            switch (argument) {
                case Money money -> text.append(".y").append(money.fen());
                case Long number -> text.append('.').append(number);
                case Integer number -> text.append('.').append(number);
                default -> text.append(".0");
            }
        return text.toString();
    }

    static List<Refused> read(List<String> texts) {
        return texts.stream().limit(MOST).flatMap(text -> one(text).stream()).toList();
    }

    private static Optional<Refused> one(String text) {
        String[] parts = text.split("\\.");
        if (parts.length < 2 || parts.length > 5) return Optional.empty();
        try {
            Object[] arguments = new Object[parts.length - 2];
            for (int i = 0; i < arguments.length; i++) {
                String part = parts[i + 2];
                boolean money = part.startsWith("y");
                long number = Long.parseLong(money ? part.substring(1) : part);
                arguments[i] = money ? new Money(number) : (Object) number;
            }
            return Optional.of(new Refused(
                    new ListingId(Cart.uuid(parts[0])), new RuleBroken(ShopRule.valueOf(parts[1]), arguments)));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException _) {
            return Optional.empty();
        } catch (org.farmgate.measure.MeasureBroken _) {
            return Optional.empty();
        }
    }

    public boolean isPriceChange() {
        return why.rule() == ShopRule.PRICE_CHANGED;
    }
}
