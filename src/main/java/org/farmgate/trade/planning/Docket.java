package org.farmgate.trade.planning;

import java.util.List;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.supply.Offer;
import org.farmgate.trade.docking.Destination;
import org.farmgate.trade.docking.Season;

/// A season gathered for the engine, with what its row numbers stand for. The engine's rows lie in the same order
/// as the lists here.
///
/// @param offers each with the mass that is still free
/// @param tariff which version of the tariff it was gathered with
/// @param estimatedLanes how many lanes have no known road distance
record Docket(
        WeekSpan weeks,
        Season season,
        List<Offer> offers,
        List<Wish> wishes,
        List<RegionId> origins,
        List<RegionId> cities,
        List<SiteId> warehouses,
        List<TruckKindId> truckKinds,
        String tariff,
        int estimatedLanes) {

    IsoWeek week(int number) {
        return weeks.first().plusWeeks(number);
    }

    int kilometres(int origin, Destination destination) {
        return season.lanes().stream()
                .filter(lane -> lane.origin() == origin && lane.destination().equals(destination))
                .findFirst()
                .orElseThrow()
                .kilometres();
    }
}
