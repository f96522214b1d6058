package org.farmgate.shop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.Farmgate;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Actors;
import org.farmgate.platform.Founding;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.shop.web.BenchRoutes;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Receipt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The program as it is shipped, with a hundred listings of one county that will not run out, and the
/// two routes that the benchmark compares with. It says when it is ready, in one line, and runs until
/// it is stopped.
public final class ShopServer {
    private static final int LISTINGS = Integer.getInteger("bench.listings", 100);
    private static final long PACKS = Long.getLong("bench.packs", 50_000_000);

    private ShopServer() {}

    public static void main(String[] arguments) {
        System.out.println(ready(start(arguments)));
    }

    /// With its listings and routes.
    public static ApplicationContext start(String[] arguments) {
        ApplicationContext context = SpringApplication.run(Farmgate.class, arguments);
        BenchRoutes.open(context);
        if (context.getBean(Accounts.class).isEmpty()) new Seed(context).sow();
        return context;
    }

    /// What it says when it is ready.
    public static String ready(ApplicationContext context) {
        var database = context.getBean(JdbcConnectionDetails.class);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        List<String> listings = jdbc.sql("select id from shop.listing order by created_at, id")
                .query((rs, number) -> rs.getString("id"))
                .list();
        String origin = jdbc.sql("select origin_id from shop.listing limit 1")
                .query((rs, number) -> rs.getString("origin_id"))
                .single();
        return "READY " + origin + " " + database.getJdbcUrl() + " " + database.getUsername() + " "
                + database.getPassword() + " " + String.join(",", listings);
    }

    /// Goes through the facades, as a seller would.
    private static final class Seed {
        private final ApplicationContext context;
        private final Actor admin;
        private final RegionId origin;
        private final ProductId product;
        private final SiteId site;

        Seed(ApplicationContext context) {
            this.context = context;
            PartyId person = context.getBean(Founding.class).found("Bench operator", "Bench");
            var account =
                    context.getBean(Accounts.class).open(Optional.empty(), person, "bench", "melons ripen in august");
            admin = context.getBean(Actors.class).of(account.id(), person, Optional.empty());
            RegionId province = region(context, admin, RegionKind.PROVINCE, Optional.empty(), "990000");
            origin = region(context, admin, RegionKind.COUNTY, Optional.of(province), "990101");
            var melon = new Product(
                    ProductId.next(),
                    "bench-melon",
                    new Multilingual("Bench melon", "测试瓜", "سىناق قوغۇن"),
                    "melon",
                    Storage.AMBIENT,
                    300,
                    false);
            context.getBean(Products.class).register(admin, melon);
            context.getBean(Products.class)
                    .addGrade(
                            admin,
                            new org.farmgate.product.Grade(
                                    melon.id(), 1, "A", new Multilingual("A", "一级", "ئا دەرىجە")));
            var house = new Site(
                    SiteId.next(),
                    SiteKind.WAREHOUSE,
                    "Bench warehouse",
                    Optional.empty(),
                    origin,
                    new Coordinates(39.0, 77.0),
                    admin.organisation(),
                    "",
                    false);
            context.getBean(Sites.class).register(admin, house);
            product = melon.id();
            site = house.id();
        }

        void sow() {
            for (int i = 0; i < LISTINGS; i++) open(i);
        }

        private void open(int number) {
            LocalDate today = LocalDate.now(context.getBean(Clock.class));
            Mass pack = Mass.kilograms(1);
            Mass all = Mass.kilograms(PACKS);
            Lot lot = Lot.harvested(LotId.next(), origin, product, 1, all, today, today.plusDays(200));
            context.getBean(Lots.class).register(lot);
            context.getBean(Positions.class)
                    .receive(
                            admin,
                            new Receipt(
                                    MovementId.next(),
                                    lot.id(),
                                    site,
                                    all,
                                    Instant.now(),
                                    "bench",
                                    lot.id().value()));
            var split = new Split(
                    "shop",
                    List.of(
                            new Split.Part(Split.Share.GROWER, admin.organisation(), 7_000),
                            new Split.Part(Split.Share.FREIGHT, admin.organisation(), 2_500),
                            new Split.Part(Split.Share.PLATFORM, admin.organisation(), 500)));
            var terms = new ListingTerms(1, new Money(5_900), List.of(), Optional.of(1_000), split);
            var wanted = new NewListing(
                    ListingId.next(),
                    origin,
                    product,
                    1,
                    pack,
                    "Bench melon " + number,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    terms,
                    PACKS,
                    List.of(site));
            var listings = context.getBean(Listings.class);
            listings.draft(admin, wanted);
            listings.open(admin, wanted.id());
        }

        private static RegionId region(
                ApplicationContext context, Actor admin, RegionKind kind, Optional<RegionId> parent, String code) {
            return context.getBean(Regions.class)
                    .register(
                            admin,
                            new Region(
                                    RegionId.next(),
                                    kind,
                                    parent,
                                    code,
                                    new Multilingual("Bench " + code, "测试" + code, "سىناق " + code),
                                    Optional.of(new Coordinates(39.0, 77.0))))
                    .id();
        }
    }
}
