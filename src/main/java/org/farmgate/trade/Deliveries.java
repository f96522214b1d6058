package org.farmgate.trade;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.Handling;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.measure.Mass;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.supply.ContractRef;
import org.farmgate.supply.NewTicket;
import org.farmgate.supply.Ticket;
import org.farmgate.supply.Tickets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is delivered under contracts: consignments for call-offs, and weight tickets at the farm gate. Each
/// accepted delivery makes its invoice.
@Service
@Transactional
public class Deliveries {
    /// How far a consignment may stray from its call-off where the contract says nothing: scales differ.
    private static final int USUAL_TOLERANCE = 500;

    private final ContractAccess access;
    private final CallOffStore callOffs;
    private final InvoiceStore invoices;
    private final Invoicing invoicing;
    private final DeliveryPrices prices;
    private final Consignments consignments;
    private final Tickets tickets;
    private final SentLots lots;
    private final Sites sites;
    private final Clock clock;

    Deliveries(
            ContractAccess access,
            CallOffStore callOffs,
            InvoiceStore invoices,
            Invoicing invoicing,
            DeliveryPrices prices,
            Consignments consignments,
            Tickets tickets,
            SentLots lots,
            Sites sites,
            Clock clock) {
        this.access = access;
        this.callOffs = callOffs;
        this.invoices = invoices;
        this.invoicing = invoicing;
        this.prices = prices;
        this.consignments = consignments;
        this.tickets = tickets;
        this.lots = lots;
        this.sites = sites;
        this.clock = clock;
    }

    /// The seller sends goods for a call-off; the same again changes nothing. Needs MOVE_GOODS.
    ///
    /// Refuses by [NotFound], CONTRACT_NOT_A_PARTY, CONTRACT_NOT_IN_THAT_STATE, CALL_OFF_ALREADY_WITHDRAWN,
    /// DELIVERY_EXCEEDS_CALL_OFF, DELIVERY_LOT_NOT_OF_CONTRACT, and as [Consignments#book] and
    /// [org.farmgate.stock.Positions#issue] do.
    public Consignment book(Actor actor, Booking booking) {
        actor.require(Right.MOVE_GOODS);
        Contract contract = access.held(actor, booking.contract());
        if (access.sideOf(actor, contract.terms()) != Side.SELLER) throw new RuleBroken(TradeRule.CONTRACT_NOT_A_PARTY);
        CallOff callOff = callOffs.byIds(contract.origin(), List.of(booking.callOff())).stream()
                .filter(one -> one.contract().equals(contract.id()))
                .findFirst()
                .orElseThrow(() -> new NotFound("call-off", booking.callOff()));
        sites.see(actor, booking.from());
        NewConsignment wanted = wanted(contract, callOff, booking);
        List<Consignment> there = of(List.of(callOff)).getOrDefault(callOff.id().value(), List.of());
        if (there.stream().noneMatch(one -> one.id().equals(booking.id()))) check(contract, callOff, there, booking);
        Consignment booked = consignments.book(wanted);
        lots.take(actor, contract, booking);
        return booked;
    }

    private static NewConsignment wanted(Contract contract, CallOff callOff, Booking booking) {
        return new NewConsignment(
                booking.id(),
                contract.origin(),
                contract.terms().seller(),
                booking.from(),
                new Delivery.ToSite(callOff.site()),
                booking.mass(),
                booking.packages(),
                List.of(contract.terms().product()),
                Handling.paidBy(freightPayer(contract.terms())),
                booking.firstDay(),
                booking.lastDay(),
                Invoices.CAUSE,
                callOff.id().value());
    }

    /// The basis of the price says who bears the freight.
    private static PartyId freightPayer(ContractTerms terms) {
        return switch (terms.basis()) {
            case DELIVERED -> terms.seller();
            case FARM_GATE -> terms.buyer();
        };
    }

    private static void check(Contract contract, CallOff callOff, List<Consignment> there, Booking booking) {
        if (contract.stage() != ContractStage.SIGNED) throw new RuleBroken(TradeRule.CONTRACT_NOT_IN_THAT_STATE);
        if (!callOff.isOpen()) throw new RuleBroken(TradeRule.CALL_OFF_ALREADY_WITHDRAWN);
        long sent = there.stream()
                .filter(one -> one.stage() != ConsignmentStage.FAILED)
                .mapToLong(one -> one.sent().grams())
                .sum();
        int tolerance = switch (contract.terms().quantity()) {
            case Quantity.FixedMass fixed -> fixed.toleranceBasisPoints();
            case Quantity.WholeCrop _ -> USUAL_TOLERANCE;
        };
        long most = callOff.mass().grams() + callOff.mass().grams() / PriceRule.WHOLE * tolerance;
        if (sent + booking.mass().grams() > most)
            throw new RuleBroken(
                    TradeRule.DELIVERY_EXCEEDS_CALL_OFF, booking.mass(), new Mass(Math.max(0, most - sent)));
    }

    /// The buyer weighs the seller's goods at the farm gate, at the contract's price of that week: the
    /// ticket is the debt, and counts for the contract. The same again changes nothing. By the buyer, with
    /// WEIGH.
    ///
    /// Refuses by [NotFound], CONTRACT_NOT_A_PARTY, CONTRACT_NOT_IN_THAT_STATE, TICKET_NOT_OF_CONTRACT,
    /// WEIGHED_BEYOND_CONTRACT, and as [Tickets#weigh] does.
    ///
    /// @param wanted without price and contract, which are found here
    public Invoice weigh(Actor actor, ContractId id, NewTicket wanted) {
        Contract contract = access.held(actor, id);
        ContractTerms terms = contract.terms();
        if (!actor.actsFor(terms.buyer())) throw new RuleBroken(TradeRule.CONTRACT_NOT_A_PARTY);
        Optional<Invoice> there = invoices.find(InvoiceId.of(wanted.id()));
        DeliveryPrices.Found price = there.map(invoice -> new DeliveryPrices.Found(invoice.price(), invoice.quote()))
                .orElseGet(() -> prices.priceIn(terms, Invoicing.weekOf(wanted.weighedAt())));
        if (there.isEmpty()) check(contract, wanted);
        Ticket ticket = tickets.weighForContract(actor, priced(wanted, contract, price));
        if (there.isEmpty()) invoicing.ofTicket(contract, ticket, price);
        return invoices.find(InvoiceId.of(wanted.id())).orElseThrow();
    }

    private void check(Contract contract, NewTicket wanted) {
        ContractTerms terms = contract.terms();
        if (contract.stage() != ContractStage.SIGNED) throw new RuleBroken(TradeRule.CONTRACT_NOT_IN_THAT_STATE);
        boolean fits = wanted.grower().equals(terms.seller())
                && wanted.product().equals(terms.product())
                && wanted.origin().equals(terms.origin())
                && wanted.grade() <= terms.minimumGrade();
        if (!fits) throw new RuleBroken(TradeRule.TICKET_NOT_OF_CONTRACT);
        Mass net = wanted.weighing().net();
        Mass covered = invoicing.covered(contract, net);
        if (covered.compareTo(net) < 0) throw new RuleBroken(TradeRule.WEIGHED_BEYOND_CONTRACT, net, covered);
    }

    private static NewTicket priced(NewTicket wanted, Contract contract, DeliveryPrices.Found price) {
        return new NewTicket(
                wanted.id(),
                wanted.origin(),
                wanted.grower(),
                wanted.plot(),
                wanted.harvest(),
                wanted.product(),
                wanted.grade(),
                wanted.weighing(),
                org.farmgate.supply.Title.OUTRIGHT,
                Optional.of(price.price()),
                wanted.witness(),
                wanted.site(),
                wanted.weighedAt(),
                Optional.of(new ContractRef(contract.id().value(), "contract")));
    }

    /// How far the contract was kept, by what was delivered.
    @Transactional(readOnly = true)
    public Fulfilment fulfilment(Actor actor, ContractId id) {
        Contract contract = access.seen(actor, id);
        InvoiceStore.Sums sums = invoices.sums(contract.origin(), id);
        return new Fulfilment(
                contract.balance().contracted(),
                contract.terms().quantity().least(contract.balance().contracted()),
                contract.balance().calledOff(),
                sums.accepted(),
                sums.amount(),
                sums.paid(),
                LocalDate.now(clock).isAfter(contract.terms().window().last().sunday()));
    }

    /// What goes for each call-off of a contract, by the call-off's id.
    @Transactional(readOnly = true)
    public Map<CallOffId, List<Consignment>> consignments(Actor actor, ContractId id) {
        Contract contract = access.seen(actor, id);
        return of(callOffs.of(contract.origin(), id)).entrySet().stream()
                .collect(Collectors.toMap(entry -> new CallOffId(entry.getKey()), Map.Entry::getValue));
    }

    private Map<UUID, List<Consignment>> of(List<CallOff> called) {
        return consignments.byCauses(
                Invoices.CAUSE,
                called.stream().map(callOff -> callOff.id().value()).toList());
    }
}
