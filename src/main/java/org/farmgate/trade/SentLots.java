package org.farmgate.trade;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
/// later, and puts back what the buyer did not take.
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

    /// Puts what was taken for a consignment and not accepted back where it had lain, each lot its part by mass; of
    /// one that failed nothing was accepted. Told again nothing changes. What is lost on the way or spoilt is
    /// written off from there by whoever keeps the place: no gram leaves the books without a reason.
    void putBack(RegionId origin, ConsignmentId consignment, Mass accepted, Instant at) {
        List<SentLot> sent = store.of(origin, consignment);
        Mass taken = sent.stream().map(SentLot::mass).reduce(Mass.ZERO, Mass::plus);
        if (accepted.compareTo(taken) >= 0) return;
        List<Long> grams = SentLot.divide(taken.minus(accepted).grams(), sent);
        List<PutBack> back = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++)
            if (grams.get(i) > 0) back.add(new PutBack(issueOf(consignment, sent.get(i)), new Mass(grams.get(i)), at));
        positions.putBack(back);
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
