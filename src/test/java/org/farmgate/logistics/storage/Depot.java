package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.PositionKey;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Receipt;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// Warehouses near the market, stores, and melons and yoghurt to put there.
@Lazy
@TestComponent
public class Depot {
    public final ProductId melon = ProductId.next();
    public final ProductId yoghurt = ProductId.next();
    public final LocalDate today;
    private final Cast cast;
    private final Lots lots;
    private final Positions positions;
    private final Sites sites;
    private final Warehouses warehouses;
    private final Clock clock;

    Depot(
            Cast cast,
            Products products,
            Sites sites,
            Lots lots,
            Positions positions,
            Warehouses warehouses,
            Clock clock) {
        this.cast = cast;
        this.lots = lots;
        this.positions = positions;
        this.sites = sites;
        this.warehouses = warehouses;
        this.clock = clock;
        today = LocalDate.now(clock);
        products.register(
                cast.admin(),
                new Product(melon, "depot-melon", name("Depot melon"), "melon", Storage.AMBIENT, 28, false));
        products.register(
                cast.admin(),
                new Product(yoghurt, "depot-yoghurt", name("Depot yoghurt"), "dairy", Storage.COLD, 21, true));
    }

    private static Multilingual name(String english) {
        return new Multilingual(english, "仓库试验品", "ئامبار سىنىقى");
    }

    public SiteId site(Actor operator, SiteKind kind) {
        SiteId id = SiteId.next();
        String number = id.toString().substring(24);
        return sites.register(
                        cast.admin(),
                        new Site(
                                id,
                                kind,
                                kind + " " + number,
                                Optional.empty(),
                                cast.county(),
                                new Coordinates(38.9, 77.6),
                                operator.organisation(),
                                "",
                                false))
                .id();
    }

    /// Of fifty yuan per tonne and week.
    public SiteId warehouse(Actor operator, Mass capacity, boolean cold) {
        SiteId site = site(operator, SiteKind.WAREHOUSE);
        warehouses.put(cast.admin(), new NearMarketWarehouse(site, capacity, new Price(5_000), cold));
        return site;
    }

    public Lot lot(ProductId product, Mass mass, int daysItKeeps) {
        LocalDate bestBefore = today.plusDays(daysItKeeps);
        Lot lot = Lot.harvested(
                LotId.next(),
                cast.county(),
                product,
                1,
                mass,
                bestBefore.isBefore(today) ? bestBefore : today,
                bestBefore);
        lots.register(lot);
        return lot;
    }

    /// Of melons, at the site, as its owner's, since a moment.
    public Lot lying(Actor keeper, SiteId site, PartyId owner, Mass mass, int daysItKeeps, java.time.Instant since) {
        Lot lot = lot(melon, mass, daysItKeeps);
        positions.receive(
                keeper,
                new Receipt(
                        MovementId.next(), lot.id(), site, mass, since, "test", UUID.randomUUID(), Optional.of(owner)));
        return lot;
    }

    public Lot lying(Actor keeper, SiteId site, Mass mass, int daysItKeeps) {
        return lying(keeper, site, keeper.organisation(), mass, daysItKeeps, clock.instant());
    }

    public Mass onHand(Lot lot, SiteId site) {
        return positions.byKeys(List.of(new PositionKey(lot.origin(), lot.id(), site))).stream()
                .map(position -> position.onHand())
                .findFirst()
                .orElse(Mass.ZERO);
    }

    public Bin bin(SiteId site, String code, Mass capacity, boolean cold) {
        return new Bin(BinId.next(), site, code, code.substring(0, 1), cold, capacity, false, false);
    }

    public StoreLine line(SiteId store, Actor owner, SiteId warehouse, int leastPacks, int coverDays) {
        return new StoreLine(
                StoreLineId.next(),
                store,
                melon,
                owner.organisation(),
                warehouse,
                Mass.kilograms(5),
                leastPacks,
                coverDays,
                1,
                2,
                false);
    }

    public static Consumer<Throwable> breaks(Rule rule) {
        return thrown -> {
            if (!(thrown instanceof RuleBroken broken) || broken.rule() != rule)
                throw new AssertionError("not " + rule + " but " + thrown, thrown);
        };
    }
}
