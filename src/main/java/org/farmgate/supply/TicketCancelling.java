package org.farmgate.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.Price;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.Issue;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionKey;
import org.farmgate.stock.Positions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Takes a ticket back while its goods lie as they were weighed: the goods leave the stock, the debt its
/// account, the harvest is the grower's again; each by an entry of its own, so that nothing is hidden.
@Component
class TicketCancelling {
    static final String CAUSE = "ticket-cancelled";

    private final TicketStore store;
    private final TicketReadStore reading;
    private final HarvestStore harvests;
    private final TicketMoney money;
    private final Positions positions;
    private final SupplyAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TicketCancelling(
            TicketStore store,
            TicketReadStore reading,
            HarvestStore harvests,
            TicketMoney money,
            Positions positions,
            SupplyAccess access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.harvests = harvests;
        this.money = money;
        this.positions = positions;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    Ticket cancel(Actor actor, Ticket ticket, String reason) {
        Recorded by = access.recorded(actor);
        Optional<Boolean> madeHarvest = store.cancel(ticket, by.at(), by, reason);
        Ticket after = reading.find(ticket.id()).orElseThrow();
        if (madeHarvest.isEmpty()) {
            boolean same = after.state() instanceof TicketState.Cancelled there
                    && there.reason().equals(reason);
            if (!same) throw new RuleBroken(SupplyRule.TICKET_IS_CANCELLED);
            return after;
        }
        takeGoodsBack(actor, after);
        freeHarvest(after, madeHarvest.get(), by, reason);
        // Read after the update above, which waits for whoever decides the price at the same time.
        Optional<Price> price = after.price();
        price.ifPresent(decided -> money.takeBack(after, decided, LocalDate.now(clock)));
        events.publishEvent(new TicketCancelled(after.id(), after.origin(), after.lot(), reason, by.at()));
        return after;
    }

    /// They leave as they came, whole; a guard of stock refuses when any of them is set aside meanwhile.
    private void takeGoodsBack(Actor actor, Ticket ticket) {
        Position position = positions.get(new PositionKey(ticket.origin(), ticket.lot(), ticket.site()));
        boolean untouched = position.onHand().equals(ticket.weighing().net())
                && position.held().isZero()
                && position.status().isGood();
        if (!untouched) throw new RuleBroken(SupplyRule.TICKET_GOODS_TOUCHED);
        positions.issue(
                actor,
                new Issue(
                        MovementId.next(),
                        ticket.lot(),
                        ticket.site(),
                        ticket.weighing().net(),
                        clock.instant(),
                        CAUSE,
                        ticket.id().value()));
    }

    private void freeHarvest(Ticket ticket, boolean madeHarvest, Recorded by, String reason) {
        if (ticket.harvest().isEmpty()) return;
        Harvest harvest = harvests.find(ticket.harvest().get()).orElseThrow();
        if (!madeHarvest) {
            harvests.giveBack(harvest, ticket.weighing().delivered());
            positions.giveBack(harvest.lot(), ticket.weighing().net());
            return;
        }
        harvests.unmake(harvest, by, reason);
        events.publishEvent(
                new HarvestWithdrawn(harvest.id(), harvest.lot(), harvest.origin(), harvest.grower(), by.at()));
    }

    /// Whose tickets an actor decides about: the buyer's own.
    static boolean decides(Actor actor, PartyId buyer) {
        return actor.everywhere() || actor.actsFor(buyer);
    }
}
