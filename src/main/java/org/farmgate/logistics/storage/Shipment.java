package org.farmgate.logistics.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;
import org.farmgate.stock.MovementId;

/// Goods of one county that left a warehouse together for one place, lot by lot.
///
/// @param stays whether the goods stay their owner's where they go; else they are issued
/// @param cause the proposal that released them, or the transfer
/// @param sentBy the person's name as it was then
public record Shipment(
        ShipmentId id,
        Kind kind,
        RegionId origin,
        PartyId owner,
        SiteId from,
        SiteId to,
        boolean stays,
        ConsignmentId consignment,
        UUID cause,
        Instant sentAt,
        String sentBy,
        Stage stage,
        List<Line> lines) {
    public Shipment {
        lines = List.copyOf(lines);
    }

    /// What for.
    public enum Kind {
        TRANSFER,
        REPLENISHMENT;

        /// As the consignment and stock's movements name it.
        String cause() {
            return switch (this) {
                case TRANSFER -> "transfer";
                case REPLENISHMENT -> "replenishment";
            };
        }
    }

    public enum Stage {
        SENT,
        ARRIVED,
        /// It did not arrive, and is where it came from.
        BACK
    }

    /// @param arrived and `back` and `lost`: what became of what was sent; the rest is under way
    public record Line(
            LotId lot,
            ProductId product,
            LocalDate bestBefore,
            MovementId movement,
            int packs,
            Mass sent,
            Mass arrived,
            Mass back,
            Mass lost) {
        public Mass underWay() {
            return sent.minus(arrived).minus(back).minus(lost);
        }
    }

    public Mass sent() {
        return lines.stream().map(Line::sent).reduce(Mass.ZERO, Mass::plus);
    }

    public int packs() {
        return lines.stream().mapToInt(Line::packs).sum();
    }
}
