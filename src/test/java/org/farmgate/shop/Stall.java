package org.farmgate.shop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.payment.Beginnings;
import org.farmgate.payment.PaymentId;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Multilingual;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Receipt;
import org.farmgate.stock.SellableId;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The cooperative's packing house with melons in it, and short ways to put them on sale and to order them.
@Lazy
@TestComponent
public class Stall {
    public static final Money PRICE = new Money(5_900);
    private static final AtomicInteger TELEPHONE = new AtomicInteger(10_000_000);

    final ProductId melon = ProductId.next();
    final Site house;
    final Cast cast;
    private final Listings listings;
    private final Lots lots;
    private final Positions positions;
    private final Beginnings beginnings;
    private final JdbcClient jdbc;
    private final LocalDate today;

    Stall(
            Cast cast,
            Products products,
            Sites sites,
            Listings listings,
            Lots lots,
            Positions positions,
            Beginnings beginnings,
            JdbcClient jdbc,
            Clock clock) {
        this.cast = cast;
        this.listings = listings;
        this.lots = lots;
        this.positions = positions;
        this.beginnings = beginnings;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
        products.register(
                cast.admin(),
                new Product(melon, "shop-melon", name("Shop melon"), "melon", Storage.AMBIENT, 28, false));
        products.addGrade(cast.admin(), new Grade(melon, 1, "A", name("Best")));
        house = sites.register(
                cast.manager(),
                new Site(
                        SiteId.next(),
                        SiteKind.PACKING_HOUSE,
                        "Melon house",
                        Optional.empty(),
                        cast.county(),
                        new Coordinates(38.9, 77.6),
                        cast.manager().organisation(),
                        "",
                        false));
    }

    private static Multilingual name(String text) {
        return new Multilingual(text, text, text);
    }

    /// Melons in the packing house, a lot of their own.
    public LotId melons(Mass mass) {
        Lot lot = Lot.harvested(LotId.next(), cast.county(), melon, 1, mass, today, today.plusDays(20));
        lots.register(lot);
        positions.receive(
                cast.manager(),
                new Receipt(
                        MovementId.next(),
                        lot.id(),
                        house.id(),
                        mass,
                        Instant.now(),
                        "test",
                        lot.id().value()));
        return lot.id();
    }

    /// So many boxes of five kilograms on sale, at [#PRICE], with a lot of their own behind them.
    public Listing open(long packs, Optional<Integer> limit) {
        melons(Mass.kilograms(5 * packs));
        return listings.open(cast.manager(), draft(packs, limit).id());
    }

    public ProductId product() {
        return melon;
    }

    public SiteId site() {
        return house.id();
    }

    /// On sale under that title.
    public Listing titled(String title) {
        melons(Mass.kilograms(5));
        var terms = new ListingTerms(1, PRICE, List.of(), Optional.empty(), split());
        Listing draft = listings.draft(cast.manager(), wanted(1, terms));
        listings.amend(
                cast.manager(), draft.id(), 1, new ListingText(title, "", Optional.empty(), Optional.empty()), terms);
        return listings.open(cast.manager(), draft.id());
    }

    /// On sale with wholesale steps and a story.
    public Listing inSteps(long packs) {
        melons(Mass.kilograms(5 * packs));
        var terms = new ListingTerms(
                1,
                PRICE,
                List.of(new ListingTerms.Tier(10, new Money(5_500)), new ListingTerms.Tier(50, new Money(4_900))),
                Optional.of(40),
                split());
        return listings.open(
                cast.manager(),
                listings.draft(cast.manager(), wanted(packs, terms)).id());
    }

    /// Not on sale yet, with goods behind it.
    public Listing ready(long packs) {
        melons(Mass.kilograms(5 * packs));
        return draft(packs, Optional.empty());
    }

    Listing draft(long packs, Optional<Integer> limit) {
        return listings.draft(cast.manager(), wanted(packs, new ListingTerms(1, PRICE, List.of(), limit, split())));
    }

    NewListing wanted(long packs, ListingTerms terms) {
        return new NewListing(
                ListingId.next(),
                cast.county(),
                melon,
                1,
                Mass.kilograms(5),
                "Box of melons",
                "Grown by Aygul",
                Optional.of(today),
                Optional.empty(),
                terms,
                packs,
                List.of(house.id()));
    }

    Split split() {
        return new Split(
                "shop",
                List.of(
                        new Split.Part(Split.Share.GROWER, cast.manager().organisation(), 6_000),
                        new Split.Part(Split.Share.COOPERATIVE, cast.manager().organisation(), 1_000),
                        new Split.Part(Split.Share.FREIGHT, cast.carrier().organisation(), 2_500),
                        new Split.Part(Split.Share.PLATFORM, cast.admin().organisation(), 500)));
    }

    /// Of a guest whom nobody knows yet.
    public OrderRequest order(Listing listing, int packs) {
        return order(OrderKey.next(), listing, packs, guest(), "sandbox");
    }

    OrderRequest order(OrderKey key, Listing listing, int packs, Contact contact, String provider) {
        return new OrderRequest(
                key,
                Optional.empty(),
                cast.province(),
                contact,
                provider,
                Channel.API,
                List.of(new Wanted(
                        listing.id(), packs, Optional.of(listing.terms().priceFor(packs)))));
    }

    /// The buyer has come to the page of the payment.
    void begin(PaymentId payment) {
        beginnings.begin(payment, true, "127.0.0.1");
    }

    static Contact guest() {
        return new Contact("Gao Yu", "138" + TELEPHONE.incrementAndGet(), "12 Garden Street");
    }

    /// As they stand in the database: what is left, and what the order lines of a listing add up to.
    long left(SellableId sellable) {
        return jdbc.sql("select left_packs from stock.sellable where id = :id")
                .param("id", sellable.value())
                .query(Long.class)
                .single();
    }

    long ordered(ListingId listing) {
        return jdbc.sql("""
                select coalesce(sum(l.packs), 0) from shop.order_line l
                join shop.orders o on o.origin_id = l.origin_id and o.id = l.order_id
                where l.listing_id = :listing and o.state not in ('CANCELLED', 'EXPIRED')
                """).param("listing", listing.value()).query(Long.class).single();
    }

    /// As if the goods of that kind had lain until yesterday, and nobody had looked yet.
    void expire(Listing listing) {
        jdbc.sql("update stock.position set best_before = current_date - 1 where product_id = :product")
                .param("product", listing.product().value())
                .update();
    }

    /// As if it had gone that far.
    public void set(Order order, OrderState state) {
        jdbc.sql("update shop.orders set state = :state, paid_at = placed_at where id = :id")
                .param("state", state.name())
                .param("id", order.id().value())
                .update();
    }
}
