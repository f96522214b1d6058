package org.farmgate.logistics.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;

/// Goods that are to come to a warehouse, and what came of them.
///
/// @param from where they come from, if somebody said so
/// @param consignment by which they come, and `origin`: in whose county's books that is
/// @param shipment if another warehouse sent them
/// @param expected what was booked, where nobody said of which lots
public record Arrival(
        ArrivalId id,
        SiteId site,
        PartyId owner,
        Optional<SiteId> from,
        Optional<ConsignmentId> consignment,
        Optional<RegionId> origin,
        Optional<ShipmentId> shipment,
        LocalDate expectedOn,
        Optional<Mass> expected,
        String note,
        Instant announcedAt,
        String announcedBy,
        Stage stage,
        String closedBy,
        List<Line> lines) {
    public static final int MOST_LINES = 500;
    public static final int LONGEST_NOTE = 200;

    public Arrival {
        lines = List.copyOf(lines);
    }

    public enum Stage {
        ANNOUNCED,
        RECEIVED,
        CANCELLED
    }

    /// How somebody found out what came.
    public enum How {
        COUNTED,
        WEIGHED
    }

    /// Why what came is not what was announced.
    public enum Difference {
        MISSING,
        DAMAGED,
        SPOILED,
        OVER,
        NOT_ANNOUNCED
    }

    /// @param announced nothing for a lot that nobody had announced
    /// @param received empty as long as nobody has looked
    public record Line(
            LotId lot,
            Mass announced,
            Optional<Mass> received,
            Optional<How> how,
            Optional<Difference> difference,
            String note,
            Optional<Instant> receivedAt,
            String receivedBy) {
        public static Line announced(LotId lot, Mass mass) {
            return new Line(lot, mass, Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(), "");
        }

        /// More than zero: more came than was announced.
        public long differenceGrams() {
            return received.map(mass -> mass.grams() - announced.grams()).orElse(0L);
        }
    }

    public Optional<Line> line(LotId lot) {
        return lines.stream().filter(line -> line.lot().equals(lot)).findFirst();
    }

    public Mass announced() {
        return lines.stream().map(Line::announced).reduce(Mass.ZERO, Mass::plus);
    }

    public Mass received() {
        return lines.stream().flatMap(line -> line.received().stream()).reduce(Mass.ZERO, Mass::plus);
    }

    public long open() {
        return lines.stream().filter(line -> line.received().isEmpty()).count();
    }
}
