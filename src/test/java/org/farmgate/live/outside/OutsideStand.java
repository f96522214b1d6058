package org.farmgate.live.outside;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.farmgate.measure.Money;
import org.farmgate.shop.Contact;
import org.farmgate.shop.Listing;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// The cooperative sells on another platform too: short ways to a channel with codes, and to orders from
/// there.
@Lazy
@TestComponent
public class OutsideStand {
    static final Contact GUEST = new Contact("Gao Yu", "13800000001", "12 Garden Street");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final Cast cast;
    final Stall stall;
    final OutsideChannels channels;
    final Listings listings;

    OutsideStand(Cast cast, Stall stall, OutsideChannels channels, Listings listings) {
        this.cast = cast;
        this.stall = stall;
        this.channels = channels;
        this.listings = listings;
    }

    public static String fresh(String start) {
        return start + "-" + NUMBERS.incrementAndGet();
    }

    /// A channel and its secret.
    public OutsideChannels.Made channel() {
        return channels.register(cast.manager(), OutsideChannelId.next(), fresh("Example Live"));
    }

    /// So many boxes on sale, which a channel calls MELON.
    public Listing melons(OutsideChannel channel, long packs) {
        Listing listing = stall.open(packs, Optional.empty());
        channels.map(cast.manager(), channel.id(), new OutsideCode("MELON", listing.id(), 1));
        return listing;
    }

    long left(Listing listing) {
        return Objects.requireNonNull(listings.left(List.of(listing)).get(listing.id()));
    }

    static OutsideOrder order(String number, String code, int quantity) {
        return new OutsideOrder(
                number, GUEST, "990101", List.of(new OutsideOrder.Line(code, quantity, new Money(6_500L * quantity))));
    }
}
