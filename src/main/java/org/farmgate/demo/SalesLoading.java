package org.farmgate.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.Regions;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.shop.ListingTerms;
import org.farmgate.shop.Listings;
import org.farmgate.shop.NewListing;
import org.farmgate.supply.Deduction;
import org.farmgate.supply.DeductionKind;
import org.farmgate.supply.NewTicket;
import org.farmgate.supply.Plot;
import org.farmgate.supply.Plots;
import org.farmgate.supply.Tickets;
import org.farmgate.supply.Title;
import org.farmgate.supply.Weighing;
import org.springframework.stereotype.Component;

/// What cooperatives weighed at the farm gate, some bought and some sold on the grower's behalf, and
/// what they offer in the shop.
@Component
class SalesLoading {
    private static final String FREIGHT = "logistics-silk";

    private final Tickets tickets;
    private final Plots plots;
    private final Listings listings;
    private final Regions regions;
    private final Clock clock;

    SalesLoading(Tickets tickets, Plots plots, Listings listings, Regions regions, Clock clock) {
        this.tickets = tickets;
        this.plots = plots;
        this.listings = listings;
        this.regions = regions;
        this.clock = clock;
    }

    void load(PeopleLoading.Known people) {
        Map<String, Table.Row> grades = Table.read("grades").byKey();
        for (Table.Row row : Table.read("tickets").rows())
            tickets.weigh(people.of(row.text("cooperative")), ticket(row, grades));
        Map<String, Table.Row> organisations = Table.read("organisations").byKey();
        for (Table.Row row : Table.read("listings").rows()) {
            Actor clerk = people.of(row.text("cooperative"));
            Table.Row cooperative = Objects.requireNonNull(organisations.get(row.text("cooperative")));
            NewListing listing = listing(row, grades, cooperative, clerk, people);
            listings.draft(clerk, listing);
            listings.open(clerk, listing.id());
        }
    }

    private NewTicket ticket(Table.Row row, Map<String, Table.Row> grades) {
        Plot plot = plots.byIds(List.of(Named.plot(row.text("plot")))).get(Named.plot(row.text("plot")));
        Instant at = clock.instant().minus(Duration.ofHours(row.number("hours_ago")));
        return new NewTicket(
                Named.ticket(row.key()),
                Objects.requireNonNull(plot, row.key()).origin(),
                plot.grower(),
                Optional.of(plot.id()),
                Optional.empty(),
                plot.product(),
                SupplyLoading.rank(grades, row.text("grade")),
                weighing(row),
                row.text("title").equals("outright") ? Title.OUTRIGHT : Title.ON_BEHALF,
                row.optional("price_fen_per_kg").map(Long::valueOf).map(SupplyLoading::perKilogram),
                row.text("witness"),
                house(row.text("cooperative")),
                at,
                Optional.empty());
    }

    private static Weighing weighing(Table.Row row) {
        List<Deduction> deductions = new ArrayList<>();
        if (row.number("moisture_kg") > 0)
            deductions.add(new Deduction(DeductionKind.MOISTURE, Mass.kilograms(row.number("moisture_kg"))));
        if (row.number("dirt_kg") > 0)
            deductions.add(new Deduction(DeductionKind.DIRT, Mass.kilograms(row.number("dirt_kg"))));
        return new Weighing(Mass.kilograms(row.number("gross_kg")), Mass.kilograms(row.number("tare_kg")), deductions);
    }

    private static SiteId house(String cooperative) {
        return Named.site("packing-" + cooperative);
    }

    private NewListing listing(
            Table.Row row,
            Map<String, Table.Row> grades,
            Table.Row cooperative,
            Actor clerk,
            PeopleLoading.Known people) {
        var region = Named.region(cooperative.text("region"));
        LocalDate harvested = LocalDate.now(clock).minusDays(row.number("days_since_harvest"));
        List<ListingTerms.Tier> tiers = row.optional("tier_packs")
                .map(packs ->
                        List.of(new ListingTerms.Tier(Integer.parseInt(packs), new Money(row.number("tier_fen")))))
                .orElse(List.of());
        var terms = new ListingTerms(
                1,
                new Money(row.number("price_fen")),
                tiers,
                row.optional("limit").map(Integer::valueOf),
                split(row, clerk.organisation(), people));
        return new NewListing(
                Named.listing(row.key()),
                regions.countyOf(region),
                Named.product(row.text("product")),
                SupplyLoading.rank(grades, row.text("grade")),
                Mass.kilograms(row.number("pack_kg")),
                row.text("title"),
                row.text("story"),
                Optional.of(harvested),
                Optional.empty(),
                terms,
                row.number("packs"),
                List.of(house(row.text("cooperative"))));
    }

    private static Split split(Table.Row row, PartyId cooperative, PeopleLoading.Known people) {
        return new Split(
                "shop",
                List.of(
                        new Split.Part(Split.Share.GROWER, cooperative, row.count("grower_points")),
                        new Split.Part(Split.Share.COOPERATIVE, cooperative, row.count("cooperative_points")),
                        new Split.Part(Split.Share.FREIGHT, people.id(FREIGHT), row.count("freight_points")),
                        new Split.Part(
                                Split.Share.PLATFORM,
                                people.id(PeopleLoading.OPERATOR),
                                row.count("platform_points"))));
    }
}
