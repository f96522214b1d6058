package org.farmgate.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.party.Representation;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Weight tickets: the farm-gate purchase. One ticket makes one lot with one title, puts the goods where
/// they lie, and owes the grower once, when the price is known; or nothing, where the goods are sold on the
/// grower's behalf.
@Service
@Transactional
public class Tickets {
    private final TicketTaking taking;
    private final TicketCancelling cancelling;
    private final TicketStore store;
    private final TicketReadStore reading;
    private final HarvestStore harvests;
    private final Representation representation;
    private final Reaches reaches;
    private final Parties parties;
    private final SupplyAccess access;
    private final Clock clock;

    Tickets(
            TicketTaking taking,
            TicketCancelling cancelling,
            TicketStore store,
            TicketReadStore reading,
            HarvestStore harvests,
            Representation representation,
            Reaches reaches,
            Parties parties,
            SupplyAccess access,
            Clock clock) {
        this.taking = taking;
        this.cancelling = cancelling;
        this.store = store;
        this.reading = reading;
        this.harvests = harvests;
        this.representation = representation;
        this.reaches = reaches;
        this.parties = parties;
        this.access = access;
        this.clock = clock;
    }

    /// Buys from a grower for whom one acts with consent, or takes goods in for them. Sent again it changes
    /// nothing. Needs WEIGH.
    ///
    /// Refuses by [NotFound], NO_CONSENT, GRADE_NOT_OF_PRODUCT, WEIGHED_OUT_OF_TIME, TICKET_WITH_ITSELF,
    /// TICKET_WITHOUT_PRICE, ON_BEHALF_HAS_NO_PRICE, TICKET_DIFFERS_FROM_PLOT, ORIGIN_NOT_THE_GROWERS,
    /// TICKET_EXCEEDS_HARVEST, HARVEST_ALREADY_WITHDRAWN, HARVEST_LIES_IN_STOCK, SUPPLY_ID_TAKEN, and as
    /// [org.farmgate.stock.Positions#receive] does.
    public Ticket weigh(Actor actor, NewTicket wanted) {
        actor.require(Right.WEIGH);
        representation.require(actor, wanted.grower());
        return taking.weigh(actor, wanted);
    }

    /// For the module that keeps the named contract, and has looked that the actor's organisation buys by
    /// it from this grower, and at which price: the contract stands for the consent. Else as [#weigh].
    public Ticket weighForContract(Actor actor, NewTicket wanted) {
        actor.require(Right.WEIGH);
        if (wanted.contract().isEmpty()) throw new IllegalArgumentException("no contract is named");
        return taking.weigh(actor, wanted);
    }

    /// Decides the price of goods bought, once; the debt stands from then on. The same price again changes
    /// nothing. Needs WEIGH. Refuses by [NotFound], TICKET_ALREADY_PRICED, TICKET_IS_CANCELLED,
    /// TICKET_WITHOUT_PRICE, ON_BEHALF_HAS_NO_PRICE.
    public Ticket price(Actor actor, TicketId id, Price price) {
        Ticket ticket = deciding(actor, id);
        Ticket.checkPrice(ticket.title(), price);
        Recorded by = access.recorded(actor);
        if (store.price(ticket, price, by)) {
            taking.priced(ticket, price, LocalDate.now(clock));
            return get(id);
        }
        Ticket there = get(id);
        if (!there.stands()) throw new RuleBroken(SupplyRule.TICKET_IS_CANCELLED);
        if (!there.price().equals(Optional.of(price)))
            throw new RuleBroken(SupplyRule.TICKET_ALREADY_PRICED, there.price().orElseThrow());
        return there;
    }

    /// Takes a ticket back while its goods lie untouched: goods, debt and harvest are as they were. The
    /// same again changes nothing. Needs WEIGH, and KEEP_STOCK since goods leave. Refuses by [NotFound],
    /// TICKET_GOODS_TOUCHED, TICKET_IS_CANCELLED, and the input errors `missing` and `too-long`.
    public Ticket cancel(Actor actor, TicketId id, String reason) {
        Ticket ticket = deciding(actor, id);
        String why = reason.strip();
        if (why.isEmpty()) throw new InputBroken("reason", "missing");
        if (why.codePointCount(0, why.length()) > Ticket.LONGEST_REASON)
            throw new InputBroken("reason", "too-long", Ticket.LONGEST_REASON);
        return cancelling.cancel(actor, ticket, why);
    }

    /// Refuses by [NotFound]. For modules; who asks on somebody's behalf uses [#see].
    @Transactional(readOnly = true)
    public Ticket get(TicketId id) {
        return reading.find(id).orElseThrow(() -> new NotFound("ticket", id));
    }

    /// Those that exist. For modules.
    @Transactional(readOnly = true)
    public Map<TicketId, Ticket> byIds(Collection<TicketId> ids) {
        Map<TicketId, Ticket> found = new LinkedHashMap<>();
        reading.byIds(ids).forEach(ticket -> found.put(ticket.id(), ticket));
        return found;
    }

    /// Those that stand against a contract, the earliest first. For modules.
    @Transactional(readOnly = true)
    public List<Ticket> ofContract(ContractRef contract) {
        return reading.ofContract(contract);
    }

    /// Refuses by [NotFound], also for one that is none of the actor's: a grower sees their own tickets, an
    /// organisation those that it wrote, a county centre those of its county.
    @Transactional(readOnly = true)
    public Ticket see(Actor actor, TicketId id) {
        Reach reach = seeing(actor);
        return reading.find(id)
                .filter(ticket -> sees(reach, actor, ticket))
                .orElseThrow(() -> new NotFound("ticket", id));
    }

    /// As [#see], the latest first.
    @Transactional(readOnly = true)
    public Slice<Ticket> search(Actor actor, TicketQuery query) {
        Reach reach = seeing(actor);
        String text = query.paging().search();
        List<PartyId> named = text.isEmpty()
                ? List.of()
                : parties.search(actor, new Paging(0, 200, text), Optional.empty()).rows().stream()
                        .map(Party::id)
                        .toList();
        return reading.search(reach, actor.organisation(), query, named);
    }

    /// Whether the actor decides price and cancelling.
    public boolean decides(Actor actor, Ticket ticket) {
        return actor.may(Right.WEIGH) && TicketCancelling.decides(actor, ticket.buyer());
    }

    /// What of a harvest no ticket has taken over.
    @Transactional(readOnly = true)
    public Mass left(Harvest harvest) {
        return harvests.left(harvest);
    }

    private Ticket deciding(Actor actor, TicketId id) {
        actor.require(Right.WEIGH);
        Ticket ticket = see(actor, id);
        if (!TicketCancelling.decides(actor, ticket.buyer())) throw new Denied(Right.WEIGH);
        return ticket;
    }

    private Reach seeing(Actor actor) {
        if (!actor.may(Right.WEIGH) && !actor.may(Right.SEE_BOOKS)) throw new Denied(Right.SEE_BOOKS);
        return reaches.of(actor);
    }

    private static boolean sees(Reach reach, Actor actor, Ticket ticket) {
        return switch (reach) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) -> counties.contains(ticket.origin());
            case Reach.Parties _ -> actor.actsFor(ticket.buyer()) || actor.actsFor(ticket.grower());
        };
    }
}
