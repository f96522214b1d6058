package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.Coordinates;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// Goods that wait for a round: to be brought from a depot, or to be fetched to it.
///
/// @param depot from which, or to which
/// @param site where else; empty for somebody's door in the region
/// @param at where that is
/// @param lastDay by which they are to be moved
public record OpenGoods(
        Task.Thing thing,
        UUID of,
        Task.Kind kind,
        String code,
        SiteId depot,
        Optional<SiteId> site,
        RegionId region,
        Coordinates at,
        Mass mass,
        int litres,
        boolean cold,
        int packages,
        LocalDate lastDay) {
    /// Goods that go the same way to the same place are served by one stop.
    String place() {
        return kind + site.map(SiteId::toString).orElse(thing + " " + of);
    }

    Task task() {
        return new Task(
                Task.TaskId.next(),
                kind,
                thing,
                of,
                code,
                mass,
                litres,
                cold,
                packages,
                Task.State.PENDING,
                Optional.empty(),
                Optional.empty());
    }
}
