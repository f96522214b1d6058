package org.farmgate.live;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Numbers;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.shop.Channel;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.OrderRequest;
import org.farmgate.shop.Stall;
import org.farmgate.stock.HoldingId;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// A cooperative whose manager may hold shows, and short ways to shows with melons in them.
@Lazy
@TestComponent
public class Studio {
    public static final Money PRICE = new Money(4_900);
    /// Of a person who does not exist; the check digit is right.
    public static final String IDENTITY = "11010519491231002X";

    private final Cast cast;
    private final Stall stall;
    private final Shows shows;
    private final LineUp lineUp;
    private final Listings listings;
    private final Clock clock;

    Studio(
            Cast cast,
            Stall stall,
            Shows shows,
            LineUp lineUp,
            Hosts hosts,
            Numbers numbers,
            Listings listings,
            Clock clock) {
        this.cast = cast;
        this.stall = stall;
        this.shows = shows;
        this.lineUp = lineUp;
        this.listings = listings;
        this.clock = clock;
        numbers.keep(host(), host().person(), NumberKind.IDENTITY, IDENTITY);
        hosts.permit(
                cast.admin(),
                host().person(),
                HostKind.OFFICIAL,
                "has held shows for two years",
                LocalDate.now(clock).plusDays(30));
    }

    public Actor host() {
        return cast.manager();
    }

    public NewShow wanted() {
        return new NewShow(
                ShowId.next(),
                host().person(),
                cast.county(),
                "Melons before noon",
                "Straight from the field",
                clock.instant().plus(Duration.ofHours(1)),
                Optional.empty());
    }

    public Show planned() {
        return shows.plan(host(), wanted());
    }

    /// So many packs of a listing of its own that has as many more on open sale.
    public Listing brings(Show show, long packs, Optional<Integer> limit) {
        Listing model = stall.open(2 * packs, Optional.empty());
        return listings.get(add(show, model.id(), packs, limit).listing());
    }

    public ShowItem add(Show show, ListingId model, long packs, Optional<Integer> limit) {
        return lineUp.add(
                host(), show.id(), new NewItem(HoldingId.next(), model, packs, PRICE, limit, 500, "23 households"));
    }

    /// On air; whatever was on air before is over.
    public Show onAir(Show show) {
        onAirNow().ifPresent(id -> shows.end(host(), id));
        return shows.goLive(host(), show.id());
    }

    private Optional<ShowId> onAirNow() {
        return shows
                .search(new ShowQuery(
                        new org.farmgate.platform.Paging(0, 100, ""), Optional.of(host().organisation()), false))
                .rows()
                .stream()
                .filter(Show::isLive)
                .map(Show::id)
                .findFirst();
    }

    public Listing listing(ListingId id) {
        return listings.get(id);
    }

    /// A viewer's order of the show's listing.
    public OrderRequest order(Listing listing, int packs, String provider) {
        OrderRequest like = stall.order(listing, packs);
        return new OrderRequest(
                OrderKey.next(),
                Optional.<PartyId>empty(),
                like.region(),
                like.contact(),
                provider,
                Channel.SHOW,
                like.lines());
    }
}
