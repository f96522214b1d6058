package org.farmgate.trade;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.LogisticsRule;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.Issue;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Positions;
import org.farmgate.stock.PutBack;
import org.springframework.stereotype.Component;

/// Takes the lots of a consignment out of stock and remembers them, so that whose goods were sold is known
/// later, and puts them back when the consignment fails.
@Component
class SentLots {
    private static final String CAUSE = "consignment";

    private final SentLotStore store;
    private final Positions positions;
    private final Lots lots;
    private final Clock clock;

    SentLots(SentLotStore store, Positions positions, Lots lots, Clock clock) {
        this.store = store;
        this.positions = positions;
        this.lots = lots;
        this.clock = clock;
    }

    /// Only goods of the seller or of whoever acts for it leave. The same again changes nothing. Refuses by
    /// DELIVERY_LOT_NOT_OF_CONTRACT, CONSIGNMENT_ID_TAKEN, and
    /// as [Positions#issue] does.
    void take(Actor actor, Contract contract, Booking booking) {
        List<SentLot> there = store.of(contract.origin(), booking.id());
        if (!there.isEmpty()) {
            if (!byLot(there).equals(byLot(booking.lots()))) throw new RuleBroken(LogisticsRule.CONSIGNMENT_ID_TAKEN);
            return;
        }
        Map<LotId, Lot> known =
                lots.byIds(booking.lots().stream().map(SentLot::lot).toList());
        Set<PartyId> owners = new HashSet<>(List.of(contract.terms().seller(), actor.organisation()));
        for (SentLot sent : booking.lots()) {
            Lot lot = known.get(sent.lot());
            if (lot == null) throw new NotFound("lot", sent.lot());
            if (!lot.product().equals(contract.terms().product())
                    || lot.grade() > contract.terms().minimumGrade()
                    || !lot.origin().equals(contract.origin()))
                throw new RuleBroken(TradeRule.DELIVERY_LOT_NOT_OF_CONTRACT);
            UUID cause = booking.id().value();
            positions.issue(
                    actor,
                    new Issue(
                            issueOf(booking.id(), sent),
                            sent.lot(),
                            booking.from(),
                            sent.mass(),
                            clock.instant(),
                            CAUSE,
                            cause,
                            owners));
        }
        store.insert(contract.origin(), booking.id(), booking.lots());
    }

    /// Puts all that was taken for a consignment that failed back where it had lain. Told again nothing
    /// changes. What is spoilt or lost is written off from there by whoever keeps the place: no gram leaves
    /// the books without a reason. What a buyer refuses of goods that arrived stays out of stock: nobody
    /// knows yet whether it travels back, and what is not there must not be sold.
    void putBack(RegionId origin, ConsignmentId consignment, Instant at) {
        positions.putBack(store.of(origin, consignment).stream()
                .map(sent -> new PutBack(issueOf(consignment, sent), sent.mass(), at))
                .toList());
    }

    private static MovementId issueOf(ConsignmentId consignment, SentLot sent) {
        return MovementId.of(CAUSE, consignment.value(), sent.lot().toString());
    }

    List<SentLot> of(RegionId origin, ConsignmentId consignment) {
        return store.of(origin, consignment);
    }

    private static Map<LotId, Mass> byLot(List<SentLot> sent) {
        return sent.stream().collect(java.util.stream.Collectors.toMap(SentLot::lot, SentLot::mass));
    }
}
