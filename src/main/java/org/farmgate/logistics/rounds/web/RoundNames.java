package org.farmgate.logistics.rounds.web;

import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.rounds.OpenGoods;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.logistics.rounds.Stop;
import org.farmgate.logistics.rounds.Task;
import org.farmgate.logistics.rounds.Vehicle;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.party.Party;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;

/// Names by id, for one page. What is missing shows as a dash.
public record RoundNames(
        Map<SiteId, Site> sites,
        Map<RegionId, Region> regions,
        Map<PartyId, Party> people,
        Map<VehicleId, Vehicle> vehicles) {
    public String site(SiteId id) {
        return Optional.ofNullable(sites.get(id)).map(Site::name).orElse("–");
    }

    public String plate(VehicleId id) {
        return Optional.ofNullable(vehicles.get(id)).map(Vehicle::plate).orElse("–");
    }

    public String person(PartyId id) {
        return Optional.ofNullable(people.get(id)).map(Party::name).orElse("–");
    }

    public String driver(Round round) {
        return round.driver().map(this::person).orElse("–");
    }

    /// A site by its name, a door by its region and what goes there.
    public String stop(Shell shell, Stop stop) {
        return stop.site()
                .map(this::site)
                .orElseGet(() -> region(shell, stop.region()) + " "
                        + stop.tasks().stream().map(Task::code).findFirst().orElse(""));
    }

    public String goods(Shell shell, OpenGoods goods) {
        return goods.site().map(this::site).orElseGet(() -> region(shell, goods.region()));
    }

    private String region(Shell shell, RegionId id) {
        return Optional.ofNullable(regions.get(id))
                .map(region -> shell.pick(region.name()))
                .orElse("–");
    }
}
