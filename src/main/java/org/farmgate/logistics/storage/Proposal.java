package org.farmgate.logistics.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// What is proposed to be sent from a warehouse to stores, and why each quantity.
public record Proposal(
        ProposalId id,
        PartyId owner,
        SiteId warehouse,
        Instant madeAt,
        String madeBy,
        Stage stage,
        String closedBy,
        List<Line> lines) {
    public Proposal {
        lines = List.copyOf(lines);
    }

    public enum Stage {
        OPEN,
        RELEASED,
        DISCARDED
    }

    /// How it is known what is in a store.
    public enum Basis {
        /// Somebody looked, and what was sold and came since is reckoned with.
        REPORTED,
        /// It is a position of stock.
        STOCK,
        /// What came less what was sold.
        DELIVERIES
    }

    public enum Why {
        COVER,
        /// So that the shelf holds what it is to hold at least.
        LEAST,
        ENOUGH,
        /// Fewer, since more would expire before it is sold.
        KEEPS_SHORT,
        /// Fewer, since there is not enough for all stores; each gets the same share of what it needs.
        SCARCE,
        NO_GOODS,
        /// Nobody has reported what the store sells.
        UNKNOWN
    }

    /// @param dailySales expected on a usual day, from so many days known
    /// @param wanted packs that the store needs; `proposed` what there is for it; `packs` what a person
    ///     left of it
    /// @param sent what was released; empty before
    public record Line(
            StoreLineId line,
            SiteId store,
            ProductId product,
            Mass pack,
            LocalDate arrivesOn,
            LocalDate coversUntil,
            LocalDate freshUntil,
            int daysKnown,
            Mass dailySales,
            OptionalInt errorBasisPoints,
            boolean weekdays,
            Mass onHand,
            Basis basis,
            Mass underWay,
            Mass soldUntil,
            Mass target,
            int wanted,
            int proposed,
            int packs,
            Why why,
            Optional<Integer> sent) {
        public Mass mass() {
            return new Mass(pack.grams() * packs);
        }
    }

    public int packs() {
        return lines.stream().mapToInt(Line::packs).sum();
    }

    public Mass mass() {
        return lines.stream().map(Line::mass).reduce(Mass.ZERO, Mass::plus);
    }
}
