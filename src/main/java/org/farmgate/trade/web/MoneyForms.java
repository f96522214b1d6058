package org.farmgate.trade.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.farmgate.ledger.Split;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.stock.LotId;
import org.farmgate.trade.Booking;
import org.farmgate.trade.CallOffId;
import org.farmgate.trade.ContractDeposits;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.DepositAccount;
import org.farmgate.trade.DepositEntry;
import org.farmgate.trade.DepositEntry.DepositEntryId;
import org.farmgate.trade.GrowerPortion;
import org.farmgate.trade.Invoice;
import org.farmgate.trade.InvoiceId;
import org.farmgate.trade.InvoicePayment;
import org.farmgate.trade.InvoicePayment.PaymentId;
import org.farmgate.trade.Invoices;
import org.farmgate.trade.SentLot;
import org.farmgate.trade.WeekSending;
import org.springframework.stereotype.Component;

/// Reads what is entered about a contract's money: forms in yuan and kilograms, JSON in fen and grams.
@Component
class MoneyForms {
    private final Invoices invoices;
    private final ContractDeposits deposits;
    private final Clock clock;

    MoneyForms(Invoices invoices, ContractDeposits deposits, Clock clock) {
        this.invoices = invoices;
        this.deposits = deposits;
        this.clock = clock;
    }

    /// By a form: the goods of one lot are named `<lot>@<site>`; where none are, the site they leave from.
    Booking booking(ContractId contract, Fields fields) {
        if (fields.isEmpty("goods")) return booking(contract, fields, fields.id("from", SiteId::new), _ -> List.of());
        String[] goods = fields.read("goods", text -> text.split("@", 2));
        Fields parts = new Fields(goods.length == 2 ? Map.of("goods", goods[0], "from", goods[1]) : Map.of());
        LotId lot = parts.id("goods", LotId::new);
        SiteId from = parts.id("from", SiteId::new);
        parts.check();
        return booking(contract, fields, from, mass -> List.of(new SentLot(lot, mass)));
    }

    /// By JSON: any number of lots.
    Booking booking(ContractId contract, Fields fields, List<SentLot> lots) {
        return booking(contract, fields, fields.id("from", SiteId::new), _ -> lots);
    }

    private static Booking booking(
            ContractId contract, Fields fields, SiteId from, Function<Mass, List<SentLot>> lots) {
        ConsignmentId id = fields.id("id", ConsignmentId::new);
        CallOffId callOff = fields.id("callOff", CallOffId::new);
        Mass mass = mass(fields, "mass");
        Long packages = fields.number("packages", 1, NewConsignment.MOST_PACKAGES);
        LocalDate first = fields.date("firstDay");
        LocalDate last = fields.date("lastDay");
        fields.check();
        return new Booking(id, contract, callOff, from, mass, packages.intValue(), first, last, lots.apply(mass));
    }

    WeekSending sending(ContractId contract, Fields fields) {
        IsoWeek week = fields.week("week");
        SiteId from = fields.id("weekFrom", SiteId::new);
        Mass perPackage = mass(fields, "perPackage");
        LocalDate first = fields.date("weekFirstDay");
        LocalDate last = fields.date("weekLastDay");
        boolean fromStock = fields.checked("fromStock");
        fields.check();
        return new WeekSending(contract, week, from, perPackage, first, last, fromStock);
    }

    Invoice pay(Actor actor, InvoiceId invoice, Fields fields) {
        PaymentId id = fields.id("id", PaymentId::new);
        Money amount = money(fields, "amount");
        LocalDate on = on(fields);
        InvoicePayment.Means means = fields.choice("means", InvoicePayment.Means.class);
        String reference = fields.optionalText("reference", InvoicePayment.LONGEST_REFERENCE)
                .orElse("");
        if (means == InvoicePayment.Means.DEPOSIT) fields.wrong("means", "no-such-choice", "DEPOSIT");
        fields.check();
        return invoices.pay(actor, invoice, id, amount, on, means, reference);
    }

    DepositAccount apply(Actor actor, InvoiceId invoice, Fields fields) {
        DepositEntryId id = fields.id("id", DepositEntryId::new);
        Money amount = money(fields, "amount");
        fields.check();
        return deposits.apply(actor, id, invoice, amount);
    }

    /// `fee` in percent, or `feeBasisPoints`.
    List<GrowerPortion> settle(Actor actor, InvoiceId invoice, Fields fields) {
        Long fee = fields.isEmpty("feeBasisPoints")
                ? fields.read("fee", text -> Money.parseYuan(text).fen())
                : fields.number("feeBasisPoints", 0, Split.WHOLE_BASIS_POINTS);
        if (fee != null && (fee < 0 || fee > Split.WHOLE_BASIS_POINTS)) fields.wrong("fee", "out-of-range", 0, 100);
        fields.check();
        return invoices.settle(actor, invoice, Math.toIntExact(fee));
    }

    DepositAccount deposit(Actor actor, ContractId contract, Fields fields) {
        DepositEntryId id = fields.id("id", DepositEntryId::new);
        DepositEntry.Kind kind = fields.choice("kind", DepositEntry.Kind.class);
        Money amount = money(fields, "amount");
        LocalDate on = on(fields);
        String note = fields.optionalText("note", DepositEntry.LONGEST_NOTE).orElse("");
        if (kind == DepositEntry.Kind.APPLIED) fields.wrong("kind", "no-such-choice", "APPLIED");
        fields.check();
        return switch (kind) {
            case RECEIVED -> deposits.receive(actor, id, contract, amount, on, note);
            case GIVEN_BACK -> deposits.giveBack(actor, id, contract, amount, on, note);
            case FORFEITED -> deposits.forfeit(actor, id, contract, amount, note);
            case APPLIED -> throw new IllegalStateException("refused above");
        };
    }

    private LocalDate on(Fields fields) {
        return Optional.of("on")
                .filter(field -> !fields.isEmpty(field))
                .map(fields::date)
                .orElseGet(() -> LocalDate.now(clock));
    }

    private static Mass mass(Fields fields, String field) {
        String inGrams = field + "Grams";
        return fields.isEmpty(inGrams)
                ? fields.mass(field)
                : fields.read(inGrams, text -> Mass.parse(text, Mass.Unit.GRAM));
    }

    private static Money money(Fields fields, String field) {
        String inFen = field + "Fen";
        if (fields.isEmpty(inFen)) return fields.money(field);
        Long fen = fields.number(inFen, 1, Money.GREATEST_FEN);
        return fen == null ? Money.ZERO : new Money(fen);
    }
}
