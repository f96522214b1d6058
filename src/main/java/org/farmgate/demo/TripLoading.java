package org.farmgate.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.logistics.trips.Proposals;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// Goods of three cooperatives that wait for trucks, and the trips that are proposed for them.
@Component
class TripLoading {
    private static final String COUNTY = "yizhou";
    private static final String PLANNER = "centre-hami";
    private static final String CAUSE = "own";
    private static final int PROPOSED_DAYS = 10;

    private final Consignments consignments;
    private final Proposals proposals;
    private final Clock clock;

    TripLoading(Consignments consignments, Proposals proposals, Clock clock) {
        this.consignments = consignments;
        this.proposals = proposals;
        this.clock = clock;
    }

    void load(PeopleLoading.Known people) {
        LocalDate today = LocalDate.now(clock);
        RegionId county = Named.region(COUNTY);
        List<NewConsignment> waiting = new ArrayList<>();
        for (Table.Row row : Table.read("consignments").rows()) {
            PartyId sender = people.id(row.text("sender"));
            waiting.add(new NewConsignment(
                    Named.consignment(row.key()),
                    county,
                    sender,
                    Named.site(row.text("from")),
                    new Delivery.ToSite(Named.site(row.text("to"))),
                    Mass.kilograms(row.number("mass_kg")),
                    row.count("packages"),
                    List.of(Named.product(row.text("product"))),
                    today.plusDays(row.number("days_until")),
                    today.plusDays(row.number("last_in_days")),
                    CAUSE,
                    Named.consignment(row.key()).value()));
        }
        consignments.bookAll(waiting);
        proposals.propose(people.of(PLANNER), county, today.plusDays(1), today.plusDays(PROPOSED_DAYS));
    }
}
