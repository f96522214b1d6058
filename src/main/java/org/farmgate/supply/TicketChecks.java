package org.farmgate.supply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Product;
import org.farmgate.product.Products;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Positions;
import org.springframework.stereotype.Component;

/// Looks at a weighing before it is written down: all that needs no lock.
@Component
class TicketChecks {
    static final int LONGEST_AGO_DAYS = 60;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final HarvestStore harvests;
    private final PlotStore plots;
    private final Positions positions;
    private final Products products;
    private final Parties parties;
    private final Regions regions;
    private final Sites sites;
    private final SupplyAccess access;
    private final Clock clock;

    TicketChecks(
            HarvestStore harvests,
            PlotStore plots,
            Positions positions,
            Products products,
            Parties parties,
            Regions regions,
            Sites sites,
            SupplyAccess access,
            Clock clock) {
        this.harvests = harvests;
        this.plots = plots;
        this.positions = positions;
        this.products = products;
        this.parties = parties;
        this.regions = regions;
        this.sites = sites;
        this.access = access;
        this.clock = clock;
    }

    /// The ticket with whose goods it is: all was checked that needs no lock.
    record Checked(Ticket ticket, Optional<Harvest> takenOver, Product product) {
        boolean makesHarvest() {
            return takenOver.isEmpty() && ticket.plot().isPresent();
        }

        LocalDate weighedOn() {
            return ticket.weighedAt().atZone(CHINA).toLocalDate();
        }
    }

    Checked of(Actor actor, NewTicket wanted) {
        Instant now = clock.instant();
        Instant first = now.minus(Duration.ofDays(LONGEST_AGO_DAYS));
        if (wanted.weighedAt().isAfter(now.plus(CLOCKS_DIFFER))
                || wanted.weighedAt().isBefore(first)) throw new RuleBroken(SupplyRule.WEIGHED_OUT_OF_TIME, first, now);
        Product product = products.get(wanted.product());
        if (products.grade(wanted.product(), wanted.grade()).isEmpty())
            throw new RuleBroken(SupplyRule.GRADE_NOT_OF_PRODUCT, wanted.grade());
        Site site = sites.see(actor, wanted.site());
        if (!site.operator().equals(actor.organisation()) && !actor.everywhere())
            throw new NotFound("site", wanted.site());
        Optional<Harvest> harvest = wanted.harvest()
                .map(id -> harvests.find(id)
                        .filter(there -> there.grower().equals(wanted.grower()))
                        .orElseThrow(() -> new NotFound("harvest", id)));
        Optional<Plot> plot = harvest.map(Harvest::plot)
                .or(wanted::plot)
                .map(id -> Optional.ofNullable(plots.byIds(List.of(id)).get(id))
                        .filter(there -> there.grower().equals(wanted.grower()))
                        .orElseThrow(() -> new NotFound("plot", id)));
        checkSource(wanted, harvest, plot);
        return new Checked(ticket(actor, wanted, harvest, plot), harvest, product);
    }

    /// Where goods come from is proved by their plot, or by where their grower lives; it is never a choice.
    private void checkSource(NewTicket wanted, Optional<Harvest> harvest, Optional<Plot> plot) {
        boolean sameHarvest = harvest.map(there -> there.product().equals(wanted.product())
                        && there.origin().equals(wanted.origin())
                        && (wanted.plot().isEmpty() || wanted.plot().equals(Optional.of(there.plot()))))
                .orElse(true);
        boolean samePlot = plot.map(there -> there.product().equals(wanted.product())
                        && there.origin().equals(wanted.origin()))
                .orElse(true);
        if (!sameHarvest || !samePlot) throw new RuleBroken(SupplyRule.TICKET_DIFFERS_FROM_PLOT);
        if (harvest.isPresent() && !harvest.get().isOffered())
            throw new RuleBroken(SupplyRule.HARVEST_ALREADY_WITHDRAWN);
        if (harvest.isPresent() && !positions.ofLot(harvest.get().lot()).isEmpty())
            throw new RuleBroken(SupplyRule.HARVEST_LIES_IN_STOCK);
        if (plot.isPresent()) return;
        Party grower = parties.get(wanted.grower());
        if (!grower.county().equals(Optional.of(wanted.origin()))
                || !regions.countyOf(wanted.origin()).equals(wanted.origin()))
            throw new RuleBroken(SupplyRule.ORIGIN_NOT_THE_GROWERS);
    }

    private Ticket ticket(Actor actor, NewTicket wanted, Optional<Harvest> harvest, Optional<Plot> plot) {
        Recorded recorded = access.recorded(actor);
        return new Ticket(
                wanted.id(),
                wanted.origin(),
                actor.organisation(),
                wanted.grower(),
                plot.map(Plot::id),
                harvest.map(Harvest::id)
                        .or(() -> plot.map(_ -> new HarvestId(wanted.id().value()))),
                new LotId(wanted.id().value()),
                wanted.product(),
                wanted.grade(),
                wanted.weighing(),
                wanted.title(),
                wanted.price(),
                wanted.price().map(_ -> recorded.at()),
                wanted.witness(),
                wanted.site(),
                wanted.weighedAt().truncatedTo(ChronoUnit.MICROS),
                wanted.contract(),
                recorded,
                new TicketState.Standing());
    }
}
