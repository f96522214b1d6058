package org.farmgate.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.Component;
import org.farmgate.stock.Lot;
import org.farmgate.stock.Lots;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Receipt;
import org.springframework.context.ApplicationEventPublisher;

/// Writes one weighing down: the ticket, its lot, the goods at their site and, where they are bought at a
/// known price, the debt; all of it or nothing.
@org.springframework.stereotype.Component
class TicketTaking {
    private final TicketStore store;
    private final TicketReadStore reading;
    private final TicketChecks checks;
    private final HarvestStore harvests;
    private final HarvestTaking harvesting;
    private final TicketMoney money;
    private final Lots lots;
    private final Positions positions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TicketTaking(
            TicketStore store,
            TicketReadStore reading,
            TicketChecks checks,
            HarvestStore harvests,
            HarvestTaking harvesting,
            TicketMoney money,
            Lots lots,
            Positions positions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.checks = checks;
        this.harvests = harvests;
        this.harvesting = harvesting;
        this.money = money;
        this.lots = lots;
        this.positions = positions;
        this.events = events;
        this.clock = clock;
    }

    Ticket weigh(Actor actor, NewTicket wanted) {
        Optional<Ticket> there = reading.find(wanted.id());
        if (there.isPresent()) return same(actor, wanted, there.get());
        TicketChecks.Checked checked = checks.of(actor, wanted);
        Ticket ticket = checked.ticket();
        if (!store.insert(ticket, checked.makesHarvest()))
            return same(
                    actor,
                    wanted,
                    reading.find(wanted.id()).orElseThrow(() -> new RuleBroken(SupplyRule.SUPPLY_ID_TAKEN)));
        makeLot(actor, checked);
        positions.receive(
                actor,
                new Receipt(
                        new MovementId(ticket.id().value()),
                        ticket.lot(),
                        ticket.site(),
                        ticket.weighing().net(),
                        ticket.weighedAt(),
                        TicketMoney.CAUSE,
                        ticket.id().value(),
                        Optional.of(ticket.buyer())));
        tell(ticket);
        ticket.price().ifPresent(price -> priced(ticket, price, checked.weighedOn()));
        return reading.find(ticket.id()).orElseThrow();
    }

    void priced(Ticket ticket, Price price, LocalDate on) {
        var amount = money.owe(ticket, price, on);
        events.publishEvent(new TicketPriced(
                ticket.id(), ticket.origin(), ticket.buyer(), ticket.grower(), price, amount, clock.instant()));
    }

    private void makeLot(Actor actor, TicketChecks.Checked checked) {
        Ticket ticket = checked.ticket();
        if (checked.makesHarvest()) {
            // What nobody wrote down before is a harvest by being weighed: it comes off its forecast, and offers
            // nothing.
            harvesting.weighed(actor, harvest(ticket, checked)).forEach(events::publishEvent);
            return;
        }
        checked.takenOver().ifPresent(harvest -> takeOver(harvest, ticket.weighing()));
        LocalDate bestBefore = checked.takenOver()
                .map(Harvest::bestBefore)
                .orElseGet(() -> checked.weighedOn().plusDays(checked.product().shelfLifeDays()));
        Component part = checked.takenOver()
                .map(harvest -> Component.from(
                        harvest.lot(), ticket.origin(), ticket.weighing().net()))
                .orElseGet(() ->
                        Component.harvested(ticket.origin(), ticket.weighing().net()));
        lots.register(new Lot(
                ticket.lot(),
                ticket.origin(),
                ticket.product(),
                ticket.grade(),
                ticket.weighing().net(),
                checked.weighedOn(),
                bestBefore,
                List.of(part)));
    }

    /// Tickets count what was delivered against the harvest; stock counts what comes in, so that the harvest's own
    /// lot cannot come in as well, also when somebody receives it at this moment.
    private void takeOver(Harvest harvest, Weighing weighing) {
        if (!harvests.takeOver(harvest, weighing.delivered()))
            throw new RuleBroken(SupplyRule.TICKET_EXCEEDS_HARVEST, weighing.delivered(), harvests.left(harvest));
        if (!positions.takeOver(harvest.lot(), weighing.net())) throw new RuleBroken(SupplyRule.HARVEST_LIES_IN_STOCK);
    }

    private static NewHarvest harvest(Ticket ticket, TicketChecks.Checked checked) {
        return new NewHarvest(
                ticket.harvest().orElseThrow(),
                ticket.lot(),
                ticket.plot().orElseThrow(),
                ticket.grade(),
                Optional.empty(),
                checked.weighedOn(),
                ticket.weighing().net(),
                Mass.ZERO,
                ticket.price().orElse(Price.ZERO));
    }

    private void tell(Ticket ticket) {
        events.publishEvent(new TicketWeighed(
                ticket.id(),
                ticket.origin(),
                ticket.buyer(),
                ticket.grower(),
                ticket.harvest(),
                ticket.lot(),
                ticket.product(),
                ticket.grade(),
                ticket.weighing().net(),
                ticket.title(),
                ticket.site(),
                ticket.weighedAt()));
    }

    /// Sent again it changes nothing, also when the price was decided meanwhile. The moment may differ: it
    /// may have been ours.
    private static Ticket same(Actor actor, NewTicket wanted, Ticket there) {
        boolean same = there.buyer().equals(actor.organisation())
                && there.origin().equals(wanted.origin())
                && there.grower().equals(wanted.grower())
                && sameSource(wanted, there)
                && there.product().equals(wanted.product())
                && there.grade() == wanted.grade()
                && there.weighing().equals(wanted.weighing())
                && there.title() == wanted.title()
                && (wanted.price().isEmpty() || there.price().equals(wanted.price()))
                && there.witness().equals(wanted.witness().strip())
                && there.site().equals(wanted.site())
                && there.contract().equals(wanted.contract());
        if (!same) throw new RuleBroken(SupplyRule.SUPPLY_ID_TAKEN);
        return there;
    }

    private static boolean sameSource(NewTicket wanted, Ticket there) {
        if (wanted.harvest().isPresent()) return there.harvest().equals(wanted.harvest());
        boolean ownHarvest = there.harvest()
                .map(harvest -> harvest.value().equals(there.id().value()))
                .orElse(true);
        return there.plot().equals(wanted.plot()) && ownHarvest;
    }
}
