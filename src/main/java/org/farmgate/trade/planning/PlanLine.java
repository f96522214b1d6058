package org.farmgate.trade.planning;

import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.trade.ContractId;

/// A mass of one supply that goes to one demand, by one way.
///
/// @param warehouse the near-market warehouse it goes through; empty when direct
/// @param contract once accepted
public record PlanLine(
        RegionId origin,
        int line,
        String supplyKey,
        String demandKey,
        PartyId grower,
        PartyId buyer,
        ProductId product,
        int grade,
        RegionId city,
        SiteId site,
        Optional<SiteId> warehouse,
        IsoWeek loading,
        IsoWeek delivery,
        Mass mass,
        BuildUp price,
        Optional<ContractId> contract) {

    /// The price from the farm gate up, all in fen per tonne; the parts add up to `highest` exactly. The buyer's
    /// gain is below zero only where a decision forced a trip that cannot pay.
    public record BuildUp(
            long floor,
            long growerGain,
            long trucking,
            long storage,
            long onward,
            long lastLeg,
            long buyerGain,
            long highest) {
        public BuildUp {
            if (floor + growerGain + trucking + storage + onward + lastLeg + buyerGain != highest)
                throw new IllegalArgumentException("the parts of a price do not add up");
        }

        /// What the grower gets.
        public Price farmGate() {
            return new Price(floor + growerGain);
        }

        /// What the buyer pays at the door.
        public Price delivered() {
            return new Price(highest - buyerGain);
        }
    }
}
