package org.farmgate.stock.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.Holding;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Movement;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.MovementKind;
import org.farmgate.stock.Position;
import org.farmgate.stock.QualityStatus;
import org.jspecify.annotations.Nullable;

/// What programs get of stock.
final class StockJson {
    private StockJson() {}

    /// @param moves to be sent back with a count
    record OfPosition(
            LotId lot,
            SiteId site,
            RegionId origin,
            PartyId owner,
            ProductId product,
            int grade,
            LocalDate bestBefore,
            long onHandGrams,
            long heldGrams,
            QualityStatus status,
            int moves,
            @Nullable LocalDate countedOn) {
        static OfPosition of(Position position) {
            return new OfPosition(
                    position.lot(),
                    position.site(),
                    position.origin(),
                    position.owner(),
                    position.product(),
                    position.grade(),
                    position.bestBefore(),
                    position.onHand().grams(),
                    position.held().grams(),
                    position.status(),
                    position.moves(),
                    position.countedOn().orElse(null));
        }
    }

    /// @param grams less than zero: left
    record OfMovement(
            MovementId id,
            LotId lot,
            SiteId site,
            MovementKind kind,
            long grams,
            String causeKind,
            UUID cause,
            String reason,
            Instant at,
            Instant recordedAt,
            PartyId recordedBy) {
        static OfMovement of(Movement movement) {
            return new OfMovement(
                    movement.id(),
                    movement.position().lot(),
                    movement.position().site(),
                    movement.kind(),
                    movement.grams(),
                    movement.causeKind(),
                    movement.cause(),
                    movement.reason(),
                    movement.at(),
                    movement.recordedAt(),
                    movement.recordedBy());
        }
    }

    /// @param packs 0 where it is set aside for another purpose than a sale
    record OfHolding(String purpose, UUID holder, UUID cause, long packs, long grams, LocalDate bestBefore) {
        static OfHolding of(Holding holding) {
            return new OfHolding(
                    holding.purpose(),
                    holding.holder(),
                    holding.cause(),
                    holding.packs(),
                    holding.mass().grams(),
                    holding.bestBefore());
        }
    }

    record OfPart(@Nullable LotId parent, RegionId origin, long grams) {}

    record OfLot(
            LotId id,
            RegionId origin,
            ProductId product,
            int grade,
            long massGrams,
            LocalDate madeOn,
            LocalDate bestBefore,
            QualityStatus status,
            List<OfPart> composition,
            List<OfPosition> places) {
        static OfLot of(Lot lot, QualityStatus status, List<Position> places) {
            return new OfLot(
                    lot.id(),
                    lot.origin(),
                    lot.product(),
                    lot.grade(),
                    lot.mass().grams(),
                    lot.madeOn(),
                    lot.bestBefore(),
                    status,
                    lot.composition().stream()
                            .map(part -> new OfPart(
                                    part.parent().orElse(null),
                                    part.origin(),
                                    part.mass().grams()))
                            .toList(),
                    places.stream().map(OfPosition::of).toList());
        }
    }
}
