package org.farmgate.supply;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.farmgate.ledger.AccountKey;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.PositionKey;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// A cooperative's packing house with a scale, and short ways to weigh on it.
@Lazy
@TestComponent
class Scale {
    final Cast cast;
    final Season season;
    final SiteId packingHouse = SiteId.next();
    private final Clock clock;

    Scale(Cast cast, Season season, Sites sites, Clock clock) {
        this.cast = cast;
        this.season = season;
        this.clock = clock;
        sites.register(cast.admin(), site(packingHouse, cast.manager()));
    }

    Site site(SiteId id, Actor operator) {
        return new Site(
                id,
                SiteKind.PACKING_HOUSE,
                "House " + id,
                Optional.empty(),
                cast.county(),
                new Coordinates(38.9, 77.6),
                operator.organisation(),
                "",
                false);
    }

    /// Of Aygul: gross so many kilograms, 100 kg tare, 5 kg dirt; no plot named.
    NewTicket wanted(long grossKilograms, Title title, Optional<Price> price) {
        return wanted(grossKilograms, title, price, Optional.empty(), Optional.empty());
    }

    NewTicket wanted(
            long grossKilograms,
            Title title,
            Optional<Price> price,
            Optional<PlotId> plot,
            Optional<HarvestId> harvest) {
        return new NewTicket(
                TicketId.next(),
                cast.county(),
                cast.aygul().organisation(),
                plot,
                harvest,
                season.melon,
                1,
                new Weighing(
                        Mass.kilograms(grossKilograms),
                        Mass.kilograms(100),
                        List.of(new Deduction(DeductionKind.DIRT, Mass.kilograms(5)))),
                title,
                price,
                "Ma Jun",
                packingHouse,
                clock.instant(),
                Optional.empty());
    }

    /// What the cooperative owes Aygul.
    AccountKey debt() {
        return debt(cast.aygul().organisation());
    }

    AccountKey debt(PartyId grower) {
        return AccountKey.payable(cast.county(), cast.manager().organisation(), grower);
    }

    PositionKey position(Ticket ticket) {
        return new PositionKey(ticket.origin(), ticket.lot(), ticket.site());
    }
}
