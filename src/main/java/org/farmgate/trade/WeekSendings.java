package org.farmgate.trade;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionQuery;
import org.farmgate.stock.Positions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sends goods for every call-off of a week at once: a contract for a hundred stores is not sent store by store.
@Service
@Transactional
public class WeekSendings {
    private static final int PAGE = 200;

    private final Deliveries deliveries;
    private final ContractAccess access;
    private final CallOffStore callOffs;
    private final Positions positions;

    WeekSendings(Deliveries deliveries, ContractAccess access, CallOffStore callOffs, Positions positions) {
        this.deliveries = deliveries;
        this.access = access;
        this.callOffs = callOffs;
        this.positions = positions;
    }

    /// One consignment for each call-off for which nothing is under way yet, all or none; the same again sends
    /// nothing more. Refuses as [Deliveries#book] does, by SENDING_WITHOUT_CALL_OFFS, and by
    /// SENDING_WITHOUT_GOODS where the stock at that place is too little.
    public List<Consignment> send(Actor actor, WeekSending sending) {
        Contract contract = access.held(actor, sending.contract());
        Map<CallOffId, List<Consignment>> there = deliveries.consignments(actor, contract.id());
        List<CallOff> open = callOffs.of(contract.origin(), contract.id()).stream()
                .filter(one -> one.isOpen() && one.week().equals(sending.week()))
                .filter(one -> there.getOrDefault(one.id(), List.of()).stream()
                        .allMatch(sent -> sent.stage() == ConsignmentStage.FAILED))
                .sorted(Comparator.comparing(one -> one.id().value()))
                .toList();
        if (open.isEmpty()) throw new RuleBroken(TradeRule.SENDING_WITHOUT_CALL_OFFS, sending.week());
        var shelf = new Shelf(sending.fromStock() ? goods(actor, contract, sending) : List.of());
        List<Consignment> booked = new ArrayList<>();
        for (CallOff one : open)
            booked.add(deliveries.book(
                    actor,
                    new Booking(
                            id(one, there.getOrDefault(one.id(), List.of()).size()),
                            contract.id(),
                            one.id(),
                            sending.from(),
                            one.mass(),
                            sending.packages(one.mass()),
                            sending.firstDay(),
                            sending.lastDay(),
                            sending.fromStock() ? shelf.take(one.mass()) : List.of())));
        return booked;
    }

    /// Two who send at once send the same.
    private static ConsignmentId id(CallOff callOff, int before) {
        String content = "week " + callOff.id() + "\n" + before;
        return new ConsignmentId(UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Position> goods(Actor actor, Contract contract, WeekSending sending) {
        ContractTerms terms = contract.terms();
        return lying(actor, sending, terms).stream()
                .filter(position -> position.origin().equals(contract.origin())
                        && position.grade() <= terms.minimumGrade()
                        && (position.owner().equals(terms.seller()) || actor.actsFor(position.owner()))
                        && !position.free().isZero())
                .sorted(Comparator.comparing(Position::bestBefore)
                        .thenComparing(position -> position.lot().value()))
                .toList();
    }

    private List<Position> lying(Actor actor, WeekSending sending, ContractTerms terms) {
        List<Position> found = new ArrayList<>();
        Slice<Position> page;
        int number = 0;
        do {
            page = positions.search(
                    actor,
                    new PositionQuery(
                            new Paging(number++, PAGE, ""),
                            Optional.of(sending.from()),
                            Optional.of(terms.product()),
                            PositionQuery.Show.GOOD));
            found.addAll(page.rows());
        } while (page.hasNext());
        return found;
    }

    /// What is left of the goods, the first to expire first.
    private static final class Shelf {
        private final List<Position> goods;
        private int at;
        private long taken;

        Shelf(List<Position> goods) {
            this.goods = goods;
        }

        List<SentLot> take(Mass mass) {
            List<SentLot> lots = new ArrayList<>();
            long missing = mass.grams();
            while (missing > 0) {
                if (at == goods.size()) throw new RuleBroken(TradeRule.SENDING_WITHOUT_GOODS, new Mass(missing));
                long part = Math.min(missing, goods.get(at).free().grams() - taken);
                if (part > 0) lots.add(new SentLot(goods.get(at).lot(), new Mass(part)));
                missing -= part;
                taken += part;
                if (taken == goods.get(at).free().grams()) {
                    at++;
                    taken = 0;
                }
            }
            return lots;
        }
    }
}
