package org.farmgate.supply.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;
import org.farmgate.supply.Deduction;
import org.farmgate.supply.DeductionKind;
import org.farmgate.supply.HarvestId;
import org.farmgate.supply.NewTicket;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.Ticket;
import org.farmgate.supply.TicketId;
import org.farmgate.supply.TicketQuery;
import org.farmgate.supply.TicketState;
import org.farmgate.supply.Tickets;
import org.farmgate.supply.Title;
import org.farmgate.supply.Weighing;
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

/// Weight tickets for programs, such as a scale's own. Masses are grams, prices fen a tonne; ids are made
/// by the asker, and asking twice makes one thing.
@RestController
@RequestMapping("/api/v1/tickets")
@Needs({Right.WEIGH, Right.SEE_BOOKS})
class TicketApi {
    private final Tickets tickets;
    private final Clock clock;

    TicketApi(Tickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    /// @param show `all`, `to-price` or `cancelled`
    @GetMapping
    Slice<View> list(Actor actor, Paging paging, @RequestParam(defaultValue = "all") String show) {
        return tickets.search(
                        actor,
                        new TicketQuery(
                                paging, Optional.empty(), TicketPages.SHOWN.getOrDefault(show, TicketQuery.Show.ALL)))
                .map(View::of);
    }

    @GetMapping("/{id}")
    View get(Actor actor, @PathVariable TicketId id) {
        return View.of(tickets.see(actor, id));
    }

    /// `id`, `origin`, `grower`, `plot` or `harvest` (both optional), `product`, `grade`, `grossGrams`,
    /// `tareGrams`, `deductions` (a list of `kind` and `grams`), `title`, `fenPerTonne` (optional),
    /// `witness`, `site`, `weighedAt` (optional).
    @PostMapping
    @Needs(Right.WEIGH)
    @ResponseStatus(HttpStatus.CREATED)
    View weigh(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        TicketId id = fields.id("id", TicketId::new);
        RegionId origin = fields.id("origin", RegionId::new);
        PartyId grower = fields.id("grower", PartyId::new);
        Optional<PlotId> plot = fields.optional("plot", f -> f.id("plot", PlotId::new));
        Optional<HarvestId> harvest = fields.optional("harvest", f -> f.id("harvest", HarvestId::new));
        ProductId product = fields.id("product", ProductId::new);
        Long grade = fields.number("grade", 1, 9);
        Long gross = fields.number("grossGrams", 1, Mass.GREATEST_GRAMS);
        Long tare = fields.number("tareGrams", 0, Mass.GREATEST_GRAMS);
        Title title = fields.choice("title", Title.class);
        Optional<Price> price = fields.optional("fenPerTonne", TicketApi::price);
        String witness = fields.text("witness", Ticket.LONGEST_WITNESS);
        SiteId site = fields.id("site", SiteId::new);
        Instant at = at(fields);
        List<Deduction> deductions = deductions(body.get("deductions"));
        fields.check();
        return View.of(tickets.weigh(
                actor,
                new NewTicket(
                        id,
                        origin,
                        grower,
                        plot,
                        harvest,
                        product,
                        Math.toIntExact(grade),
                        new Weighing(new Mass(gross), new Mass(tare), deductions),
                        title,
                        price,
                        witness,
                        site,
                        at,
                        Optional.empty())));
    }

    /// `fenPerTonne`.
    @PostMapping("/{id}/price")
    @Needs(Right.WEIGH)
    View price(Actor actor, @PathVariable TicketId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        Price price = price(fields);
        fields.check();
        return View.of(tickets.price(actor, id, price));
    }

    /// `reason`.
    @PostMapping("/{id}/cancellation")
    @Needs(Right.WEIGH)
    View cancel(Actor actor, @PathVariable TicketId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        String reason = fields.text("reason", Ticket.LONGEST_REASON);
        fields.check();
        return View.of(tickets.cancel(actor, id, reason));
    }

    private static Price price(Fields fields) {
        Long fen = fields.number("fenPerTonne", 1, Price.GREATEST_FEN_PER_TONNE);
        return fen == null ? Price.ZERO : new Price(fen);
    }

    private Instant at(Fields fields) {
        if (fields.isEmpty("weighedAt")) return clock.instant();
        return fields.read("weighedAt", text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException _) {
                throw new InputBroken("weighedAt", "no-such-date", text);
            }
        });
    }

    private static List<Deduction> deductions(@Nullable Object sent) {
        if (sent == null) return List.of();
        if (!(sent instanceof List<?> several) || several.size() > DeductionKind.values().length)
            throw new InputBroken("deductions", "out-of-range", 0, DeductionKind.values().length);
        List<Deduction> deductions = new ArrayList<>();
        for (Object one : several) {
            if (!(one instanceof Map<?, ?> members)) throw new InputBroken("deductions", "missing");
            Map<String, String> texts = new HashMap<>();
            members.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
            Fields fields = new Fields(texts);
            DeductionKind kind = fields.choice("kind", DeductionKind.class);
            Long grams = fields.number("grams", 1, Mass.GREATEST_GRAMS);
            fields.check();
            deductions.add(new Deduction(kind, new Mass(grams)));
        }
        return deductions;
    }

    private static Fields fields(Map<String, Object> body) {
        Map<String, String> texts = new HashMap<>();
        body.forEach((name, value) -> {
            if (value != null) texts.put(name, String.valueOf(value));
        });
        return new Fields(texts);
    }

    record OfDeduction(DeductionKind kind, long grams) {}

    record View(
            TicketId id,
            String number,
            RegionId origin,
            PartyId buyer,
            PartyId grower,
            @Nullable PlotId plot,
            @Nullable HarvestId harvest,
            LotId lot,
            ProductId product,
            int grade,
            long grossGrams,
            long tareGrams,
            List<OfDeduction> deductions,
            long netGrams,
            Title title,
            @Nullable Long fenPerTonne,
            @Nullable Long worthFen,
            String witness,
            SiteId site,
            Instant weighedAt,
            @Nullable String cancelledBecause) {
        static View of(Ticket ticket) {
            return new View(
                    ticket.id(),
                    ticket.number(),
                    ticket.origin(),
                    ticket.buyer(),
                    ticket.grower(),
                    ticket.plot().orElse(null),
                    ticket.harvest().orElse(null),
                    ticket.lot(),
                    ticket.product(),
                    ticket.grade(),
                    ticket.weighing().gross().grams(),
                    ticket.weighing().tare().grams(),
                    ticket.weighing().deductions().stream()
                            .map(each ->
                                    new OfDeduction(each.kind(), each.mass().grams()))
                            .toList(),
                    ticket.weighing().net().grams(),
                    ticket.title(),
                    ticket.price().map(Price::fenPerTonne).orElse(null),
                    ticket.worth().map(Money::fen).orElse(null),
                    ticket.witness(),
                    ticket.site(),
                    ticket.weighedAt(),
                    ticket.state() instanceof TicketState.Cancelled cancelled ? cancelled.reason() : null);
        }
    }
}
