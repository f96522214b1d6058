package org.farmgate.trade.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.stock.LotId;
import org.farmgate.trade.Booking;
import org.farmgate.trade.CallOffId;
import org.farmgate.trade.ContractDeposits;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.Deliveries;
import org.farmgate.trade.DepositAccount;
import org.farmgate.trade.DepositEntry;
import org.farmgate.trade.Fulfilment;
import org.farmgate.trade.GrowerPortion;
import org.farmgate.trade.Invoice;
import org.farmgate.trade.InvoiceId;
import org.farmgate.trade.InvoiceQuery;
import org.farmgate.trade.InvoiceSource;
import org.farmgate.trade.InvoiceStage;
import org.farmgate.trade.Invoices;
import org.farmgate.trade.SentLot;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Deliveries and money of contracts for programs. Masses are grams, money fen; ids are made by the asker,
/// and asking twice makes one thing.
@RestController
@RequestMapping("/api/v1")
@Needs(Right.SEE_BOOKS)
class MoneyApi {
    private final Invoices invoices;
    private final ContractDeposits deposits;
    private final Deliveries deliveries;
    private final MoneyForms forms;
    private final WeighingForm weighing;

    MoneyApi(
            Invoices invoices,
            ContractDeposits deposits,
            Deliveries deliveries,
            MoneyForms forms,
            WeighingForm weighing) {
        this.invoices = invoices;
        this.deposits = deposits;
        this.deliveries = deliveries;
        this.forms = forms;
        this.weighing = weighing;
    }

    /// @param show `open` for those with something to pay; all otherwise
    @GetMapping("/invoices")
    Slice<OfInvoice> invoices(Actor actor, Paging paging, @RequestParam(defaultValue = "all") String show) {
        return invoices.search(actor, new InvoiceQuery(paging, Optional.empty(), show.equals("open")))
                .map(OfInvoice::of);
    }

    @GetMapping("/invoices/{id}")
    OfInvoice invoice(Actor actor, @PathVariable InvoiceId id) {
        return OfInvoice.of(invoices.see(actor, id));
    }

    /// `id`, `amountFen`, `means` (BANK or CASH), `on` and `reference` (both optional).
    @PostMapping("/invoices/{id}/payments")
    @ResponseStatus(HttpStatus.CREATED)
    OfInvoice pay(Actor actor, @PathVariable InvoiceId id, @RequestBody Map<String, Object> body) {
        return OfInvoice.of(forms.pay(actor, id, fields(body)));
    }

    /// `id`, `amountFen`: part of the deposit pays it.
    @PostMapping("/invoices/{id}/deposit")
    OfDeposit apply(Actor actor, @PathVariable InvoiceId id, @RequestBody Map<String, Object> body) {
        return OfDeposit.of(forms.apply(actor, id, fields(body)));
    }

    @GetMapping("/contracts/{id}/deposit")
    OfDeposit deposit(Actor actor, @PathVariable ContractId id) {
        return OfDeposit.of(deposits.of(actor, id));
    }

    /// `id`, `kind` (RECEIVED, GIVEN_BACK or FORFEITED), `amountFen`, `on` (optional), `note`.
    @PostMapping("/contracts/{id}/deposit")
    OfDeposit enter(Actor actor, @PathVariable ContractId id, @RequestBody Map<String, Object> body) {
        return OfDeposit.of(forms.deposit(actor, id, fields(body)));
    }

    @GetMapping("/contracts/{id}/fulfilment")
    OfFulfilment fulfilment(Actor actor, @PathVariable ContractId id) {
        return OfFulfilment.of(deliveries.fulfilment(actor, id));
    }

    /// `id` (of the consignment), `callOff`, `from`, `massGrams`, `packages`, `firstDay`, `lastDay`, and
    /// `lots` (optional; a list of `lot` and `grams`) to be taken out of stock.
    @PostMapping("/contracts/{id}/deliveries")
    @Needs(Right.MOVE_GOODS)
    @ResponseStatus(HttpStatus.CREATED)
    Sent book(Actor actor, @PathVariable ContractId id, @RequestBody Map<String, Object> body) {
        return Sent.of(deliveries.book(actor, forms.booking(id, fields(body), lots(body.get("lots")))));
    }

    /// The buyer weighs the seller's goods: members as of `/api/v1/tickets`, without grower, product,
    /// origin, title and price, which are the contract's; each deduction by its word in grams, such as
    /// `dirtGrams`.
    @PostMapping("/contracts/{id}/weighings")
    @Needs(Right.WEIGH)
    @ResponseStatus(HttpStatus.CREATED)
    OfInvoice weigh(Actor actor, @PathVariable ContractId id, @RequestBody Map<String, Object> body) {
        return OfInvoice.of(weighing.weigh(actor, id, fields(body)));
    }

    /// Owes the growers whose goods were sold on their behalf: `feeBasisPoints`, what the seller keeps.
    @PostMapping("/invoices/{id}/settlement")
    List<OfPortion> settle(Actor actor, @PathVariable InvoiceId id, @RequestBody Map<String, Object> body) {
        return forms.settle(actor, id, fields(body)).stream().map(OfPortion::of).toList();
    }

    record OfPortion(LotId lot, PartyId grower, long massGrams, long worthFen, long amountFen) {
        static OfPortion of(GrowerPortion portion) {
            return new OfPortion(
                    portion.lot(),
                    portion.grower(),
                    portion.mass().grams(),
                    portion.worth().fen(),
                    portion.amount().fen());
        }
    }

    private static List<SentLot> lots(@Nullable Object sent) {
        if (sent == null) return List.of();
        if (!(sent instanceof List<?> several) || several.size() > Booking.MOST_LOTS)
            throw new InputBroken("lots", "out-of-range", 0, Booking.MOST_LOTS);
        List<SentLot> lots = new ArrayList<>();
        for (Object one : several) {
            if (!(one instanceof Map<?, ?> members)) throw new InputBroken("lots", "missing");
            Map<String, String> texts = new HashMap<>();
            members.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
            Fields fields = new Fields(texts);
            LotId lot = fields.id("lot", LotId::new);
            Long grams = fields.number("grams", 1, Mass.GREATEST_GRAMS);
            fields.check();
            lots.add(new SentLot(lot, new Mass(grams)));
        }
        return lots;
    }

    private static Fields fields(Map<String, Object> body) {
        Map<String, String> texts = new HashMap<>();
        body.forEach((name, value) -> {
            if (value != null) texts.put(name, String.valueOf(value));
        });
        return new Fields(texts);
    }

    record OfQuote(String index, String source, long fenPerTonne, LocalDate quotedOn) {}

    record OfInvoice(
            InvoiceId id,
            String number,
            ContractId contract,
            PartyId seller,
            PartyId buyer,
            InvoiceSource source,
            @Nullable CallOffId callOff,
            Instant deliveredAt,
            String week,
            long acceptedGrams,
            long invoicedGrams,
            long fenPerTonne,
            @Nullable OfQuote quote,
            long amountFen,
            LocalDate dueOn,
            long paidFen,
            long openFen,
            InvoiceStage stage) {
        static OfInvoice of(Invoice invoice) {
            return new OfInvoice(
                    invoice.id(),
                    invoice.number(),
                    invoice.contract(),
                    invoice.seller(),
                    invoice.buyer(),
                    invoice.source(),
                    invoice.callOff().orElse(null),
                    invoice.deliveredAt(),
                    invoice.week().toString(),
                    invoice.accepted().grams(),
                    invoice.invoiced().grams(),
                    invoice.price().fenPerTonne(),
                    invoice.quote()
                            .map(quote -> new OfQuote(
                                    quote.index().name(),
                                    quote.index().source(),
                                    quote.price().fenPerTonne(),
                                    quote.quotedOn()))
                            .orElse(null),
                    invoice.amount().fen(),
                    invoice.dueOn(),
                    invoice.paid().fen(),
                    invoice.open().fen(),
                    invoice.stage());
        }
    }

    record OfEntry(DepositEntry.DepositEntryId id, DepositEntry.Kind kind, long amountFen, LocalDate on, String note) {}

    record OfDeposit(long dueFen, @Nullable LocalDate dueOn, long heldFen, long missingFen, List<OfEntry> entries) {
        static OfDeposit of(DepositAccount account) {
            return new OfDeposit(
                    account.due().fen(),
                    account.dueOn().orElse(null),
                    account.held().fen(),
                    account.missing().fen(),
                    account.entries().stream()
                            .map(entry -> new OfEntry(
                                    entry.id(), entry.kind(), entry.amount().fen(), entry.on(), entry.note()))
                            .toList());
        }
    }

    record OfFulfilment(
            long contractedGrams,
            long leastGrams,
            long calledOffGrams,
            long deliveredGrams,
            long invoicedFen,
            long paidFen,
            boolean over,
            long shortfallGrams,
            long notCalledOffGrams,
            long notDeliveredGrams) {
        static OfFulfilment of(Fulfilment kept) {
            return new OfFulfilment(
                    kept.contracted().grams(),
                    kept.least().grams(),
                    kept.calledOff().grams(),
                    kept.delivered().grams(),
                    kept.invoiced().fen(),
                    kept.paid().fen(),
                    kept.over(),
                    kept.shortfall().grams(),
                    kept.notCalledOff().grams(),
                    kept.notDelivered().grams());
        }
    }

    record Sent(ConsignmentId id, String number, ConsignmentStage stage, long massGrams) {
        static Sent of(Consignment one) {
            return new Sent(one.id(), one.number(), one.stage(), one.mass().grams());
        }
    }
}
