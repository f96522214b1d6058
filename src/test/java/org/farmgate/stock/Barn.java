package org.farmgate.stock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.Coordinates;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// The cooperative's warehouse, its station shop, another cooperative's store, and melons to put there.
@Lazy
@TestComponent
public class Barn {
    public final ProductId melon = ProductId.next();
    public final SiteId warehouse;
    public final SiteId shop;
    public final SiteId elsewhere;
    public final LocalDate today;
    private final Cast cast;
    private final Lots lots;
    private final Positions positions;
    private final Sellables sellables;
    private final Sites sites;
    private final Clock clock;

    Barn(Cast cast, Products products, Sites sites, Lots lots, Positions positions, Sellables sellables, Clock clock) {
        this.cast = cast;
        this.sites = sites;
        this.lots = lots;
        this.positions = positions;
        this.sellables = sellables;
        this.clock = clock;
        today = LocalDate.now(clock);
        products.register(
                cast.admin(),
                new Product(melon, "barn-melon", name("Barn melon"), "melon", Storage.AMBIENT, 28, false));
        products.addGrade(cast.admin(), new Grade(melon, 1, "A", name("Best")));
        products.addGrade(cast.admin(), new Grade(melon, 2, "B", name("Second")));
        warehouse = site(cast.manager(), SiteKind.PACKING_HOUSE, "Sweet Melon barn", cast.county());
        shop = site(cast.manager(), SiteKind.STORE, "Sweet Melon counter", cast.county());
        elsewhere = site(cast.otherManager(), SiteKind.WAREHOUSE, "Other barn", cast.otherCounty());
    }

    public SiteId site(Actor keeper, SiteKind kind, String name, RegionId region) {
        return sites.register(
                        cast.admin(),
                        new Site(
                                SiteId.next(),
                                kind,
                                name,
                                Optional.empty(),
                                region,
                                new Coordinates(38.9, 77.6),
                                keeper.organisation(),
                                "",
                                false))
                .id();
    }

    /// Registered, and nowhere yet.
    public Lot lot(Mass mass, int daysItKeeps) {
        return lot(cast.county(), mass, 1, daysItKeeps);
    }

    public Lot lot(RegionId origin, Mass mass, int grade, int daysItKeeps) {
        LocalDate bestBefore = today.plusDays(daysItKeeps);
        LocalDate madeOn = bestBefore.isBefore(today) ? bestBefore.minusDays(1) : today;
        Lot lot = Lot.harvested(LotId.next(), origin, melon, grade, mass, madeOn, bestBefore);
        lots.register(lot);
        return lot;
    }

    /// In the warehouse.
    public Lot received(Mass mass, int daysItKeeps) {
        Lot lot = lot(mass, daysItKeeps);
        positions.receive(cast.clerk(), receipt(lot, mass, warehouse));
        return lot;
    }

    public Receipt receipt(Lot lot, Mass mass, SiteId site) {
        return new Receipt(MovementId.next(), lot.id(), site, mass, now(), "test", UUID.randomUUID());
    }

    /// Of the place only, so that tests that share a database do not sell one another's goods.
    public NewSellable packs(Mass pack, long packs, SiteId site) {
        return new NewSellable(
                SellableId.next(),
                cast.county(),
                UUID.randomUUID(),
                Optional.empty(),
                cast.manager().organisation(),
                melon,
                1,
                pack,
                packs,
                List.of(site));
    }

    /// A barn of its own with one lot in it, of which so many boxes of 5 kg are on sale.
    public Sale sale(long packs, long onSale) {
        SiteId place = site(cast.manager(), SiteKind.PACKING_HOUSE, "Barn " + UUID.randomUUID(), cast.county());
        Lot lot = lot(Mass.kilograms(5 * packs), 10);
        positions.receive(cast.clerk(), receipt(lot, lot.mass(), place));
        Sellable sellable = sellables.offer(packs(Mass.kilograms(5), onSale, place));
        return new Sale(lot, place, sellable.id(), new PositionKey(lot.origin(), lot.id(), place));
    }

    public record Sale(Lot lot, SiteId place, SellableId sellable, PositionKey key) {}

    public Instant now() {
        return clock.instant();
    }

    public Position at(Lot lot, SiteId site) {
        return positions.get(new PositionKey(lot.origin(), lot.id(), site));
    }

    public static SortedMap<SellableId, Long> packs(SellableId id, long packs) {
        SortedMap<SellableId, Long> map = new TreeMap<>();
        map.put(id, packs);
        return map;
    }

    public static java.util.function.Consumer<Throwable> breaks(Rule rule) {
        return thrown -> {
            if (!(thrown instanceof RuleBroken broken) || broken.rule() != rule)
                throw new AssertionError("not " + rule + " but " + thrown, thrown);
        };
    }

    private static Multilingual name(String english) {
        return new Multilingual(english, "试验甜瓜", "سىناق قوغۇن");
    }
}
