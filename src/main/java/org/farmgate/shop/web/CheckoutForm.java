package org.farmgate.shop.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.shop.Channel;
import org.farmgate.shop.Contact;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingTerms;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.OrderRequest;
import org.farmgate.shop.Wanted;
import org.springframework.stereotype.Component;

/// Reads the checkout. The lines come from the page that was shown, not from the cookie, which another window may have
/// changed meanwhile; what they cost is for the intake to say.
@Component
class CheckoutForm {
    private final Regions regions;

    CheckoutForm(Regions regions) {
        this.regions = regions;
    }

    OrderRequest read(Fields fields, Optional<Actor> actor) {
        OrderKey key = fields.id("key", OrderKey::new);
        Optional<Contact> contact = Contact.from(fields);
        RegionId region = fields.id("region", RegionId::new);
        if (region != null && regions.find(region).isEmpty())
            fields.wrong("region", "no-such-region", fields.raw("region"));
        String provider = fields.text("provider", 20);
        List<Wanted> lines = lines(fields);
        fields.check();
        return new OrderRequest(
                key, actor.map(Actor::organisation), region, contact.orElseThrow(), provider, Channel.WEB, lines);
    }

    /// `line0`, `line1` …: a listing, its packs and the price in fen that was shown.
    static List<Wanted> lines(Fields fields) {
        List<Wanted> lines = new ArrayList<>();
        for (int i = 0; i < Cart.MOST_LINES && !fields.isEmpty("line" + i); i++) {
            Wanted line = fields.read("line" + i, CheckoutForm::line);
            if (line != null) lines.add(line);
        }
        if (lines.isEmpty()) fields.wrong("", "cart-empty");
        return lines;
    }

    private static Wanted line(String text) {
        String[] parts = text.split(" ");
        try {
            long fen = Long.parseLong(parts[2]);
            if (parts.length != 3 || fen < 1 || fen > ListingTerms.GREATEST_PRICE_FEN)
                throw new InputBroken("", "cart-line");
            return new Wanted(ListingId.of(parts[0]), Integer.parseInt(parts[1]), Optional.of(new Money(fen)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            throw new InputBroken("", "cart-line");
        }
    }
}
