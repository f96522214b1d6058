package org.farmgate.trade;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Ground;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;

/// A small market of its own for one test: a cooperative with melons, a chain with stores, a planner; and a
/// season far enough ahead that no notice has passed.
final class Market {
    final RegionId county;
    final ProductId melon = ProductId.next();
    final PartyId cooperative = PartyId.next();
    final PartyId chain = PartyId.next();
    final Actor grower = actor(
            cooperative, "Aygül", Right.SEE_SUPPLY, Right.SEE_DEMAND, Right.NEGOTIATE_CONTRACT, Right.SIGN_CONTRACT);
    final Actor buyer = actor(
            chain,
            "Chen Jing",
            Right.MANAGE_OWN_SITES,
            Right.SEE_DEMAND,
            Right.POST_DEMAND,
            Right.NEGOTIATE_CONTRACT,
            Right.SIGN_CONTRACT);
    final Actor otherBuyer = actor(PartyId.next(), "Wang Lei", Right.POST_DEMAND, Right.NEGOTIATE_CONTRACT);
    final Actor planner = everywhere(actor(PartyId.next(), "Li Na", Right.values()));
    final WeekSpan season;
    final List<SiteId> stores;

    Market(Regions regions, Products products, Sites sites, Clock clock, int storeCount) {
        county = new Ground(regions).yizhou.id();
        products.register(
                planner,
                new Product(
                        melon,
                        "MELON-" + melon.value().toString().substring(24),
                        new Multilingual("Hami melon", "哈密瓜", "قوغۇن"),
                        "melon",
                        Storage.AMBIENT,
                        30,
                        false));
        products.addGrade(planner, new Grade(melon, 2, "A", new Multilingual("First class", "一级", "بىرىنچى دەرىجە")));
        IsoWeek first = IsoWeek.of(LocalDate.now(clock)).plusWeeks(10);
        season = new WeekSpan(first, first.plusWeeks(7));
        stores = IntStream.range(0, storeCount).mapToObj(i -> SiteId.next()).toList();
        sites.registerAll(
                buyer,
                IntStream.range(0, storeCount)
                        .mapToObj(i -> new Site(
                                stores.get(i),
                                SiteKind.STORE,
                                "Store " + (i + 1),
                                Optional.empty(),
                                county,
                                new Coordinates(34.7, 113.6),
                                chain,
                                "Nongye Road " + (i + 1),
                                false))
                        .toList());
    }

    static Actor actor(PartyId organisation, String name, Right... rights) {
        return new Actor(
                AccountId.next(),
                PartyId.next(),
                name,
                organisation,
                name + " & Co.",
                Optional.empty(),
                false,
                Set.of(rights));
    }

    private static Actor everywhere(Actor one) {
        return new Actor(
                one.account(),
                one.person(),
                one.personName(),
                one.organisation(),
                one.organisationName(),
                Optional.empty(),
                true,
                one.rights());
    }

    Demand demand(long kilogramsEach, int places) {
        return Demand.wanted(
                DemandId.next(),
                chain,
                melon,
                2,
                season,
                Price.parseYuanPerKilogram("4.20"),
                stores.subList(0, places).stream()
                        .map(store -> new ShipTo(store, Mass.kilograms(kilogramsEach)))
                        .toList(),
                "",
                "");
    }

    /// A tonne for each of the first stores, 5 % up and down, at 2.50 yuan a kilogram delivered.
    ContractTerms terms(int tonnes) {
        return terms(
                new Quantity.FixedMass(Mass.tonnes(tonnes), 500),
                stores.subList(0, tonnes).stream()
                        .map(store -> new ContractLine(store, Mass.tonnes(1), season, Optional.empty()))
                        .toList());
    }

    ContractTerms terms(Quantity quantity, List<ContractLine> lines) {
        return new ContractTerms(
                cooperative,
                List.of(),
                chain,
                county,
                melon,
                2,
                quantity,
                season,
                PriceBasis.DELIVERED,
                new PriceRule.Fixed(Price.parseYuanPerKilogram("2.50")),
                new Deposit.Share(2_000, 10),
                lines,
                Conditions.USUAL);
    }

    PlannedSale sale(String offer, long offeredKilograms, Demand demand, int store, int week, long kilograms) {
        return new PlannedSale(
                offer,
                Mass.kilograms(offeredKilograms),
                cooperative,
                county,
                chain,
                melon,
                2,
                demand.id(),
                stores.get(store),
                season.first().plusWeeks(week),
                Mass.kilograms(kilograms),
                Price.parseYuanPerKilogram("2.40"));
    }

    static Map<String, Mass> kilograms(String offer, long kilograms) {
        return Map.of(offer, Mass.kilograms(kilograms));
    }
}
