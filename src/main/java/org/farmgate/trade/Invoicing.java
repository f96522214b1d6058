package org.farmgate.trade;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentState;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.SiteId;
import org.farmgate.supply.Ticket;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Makes invoices of what was delivered. Whoever calls holds the contract's lock.
@Component
class Invoicing {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final InvoiceStore store;
    private final DeliveryPrices prices;
    private final ContractMoney money;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invoicing(
            InvoiceStore store,
            DeliveryPrices prices,
            ContractMoney money,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.prices = prices;
        this.money = money;
        this.events = events;
        this.clock = clock;
    }

    /// Of a consignment that the buyer took.
    void ofConsignment(
            Contract contract, CallOff callOff, Consignment consignment, ConsignmentState.Delivered delivered) {
        make(new Delivered(
                InvoiceId.of(consignment.id()),
                contract,
                InvoiceSource.CONSIGNMENT,
                Optional.of(callOff.id()),
                consignment.toSite(),
                delivered.at(),
                delivered.accepted(),
                prices.priceIn(contract.terms(), weekOf(delivered.at()))));
    }

    /// Of a ticket weighed at that price.
    void ofTicket(Contract contract, Ticket ticket, DeliveryPrices.Found price) {
        make(new Delivered(
                InvoiceId.of(ticket.id()),
                contract,
                InvoiceSource.TICKET,
                Optional.empty(),
                Optional.of(ticket.site()),
                ticket.weighedAt(),
                ticket.weighing().net(),
                price));
    }

    /// What of a mass the contract still covers with its tolerance.
    Mass covered(Contract contract, Mass mass) {
        InvoiceStore.Sums sums = store.sums(contract.origin(), contract.id());
        long left =
                Math.max(0, contract.balance().most().grams() - sums.invoiced().grams());
        return new Mass(Math.min(mass.grams(), left));
    }

    static IsoWeek weekOf(Instant at) {
        return IsoWeek.of(at.atZone(CHINA).toLocalDate());
    }

    private record Delivered(
            InvoiceId id,
            Contract contract,
            InvoiceSource source,
            Optional<CallOffId> callOff,
            Optional<SiteId> site,
            Instant at,
            Mass accepted,
            DeliveryPrices.Found price) {}

    private void make(Delivered delivered) {
        Contract contract = delivered.contract();
        ContractTerms terms = contract.terms();
        int ordinal = store.sums(contract.origin(), contract.id()).invoices() + 1;
        Mass invoiced = covered(contract, delivered.accepted());
        LocalDate on = delivered.at().atZone(CHINA).toLocalDate();
        var invoice = new Invoice(
                delivered.id(),
                contract.origin(),
                contract.number() + "-%03d".formatted(ordinal),
                contract.id(),
                terms.seller(),
                terms.buyer(),
                terms.product(),
                delivered.source(),
                delivered.callOff(),
                delivered.site(),
                delivered.at(),
                weekOf(delivered.at()),
                delivered.accepted(),
                invoiced,
                delivered.price().price(),
                delivered.price().quote(),
                delivered.price().price().of(invoiced),
                on.plusDays(terms.conditions().paymentDays()),
                Money.ZERO,
                Optional.empty());
        store.insert(invoice, ordinal, clock.instant());
        money.owe(invoice, on);
        events.publishEvent(new InvoiceMade(
                invoice.id(),
                contract.id(),
                contract.origin(),
                terms.seller(),
                terms.buyer(),
                terms.product(),
                invoice.accepted(),
                invoice.amount(),
                clock.instant()));
    }
}
