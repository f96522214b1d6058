package org.farmgate.trade.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.supply.Deduction;
import org.farmgate.supply.DeductionKind;
import org.farmgate.supply.HarvestId;
import org.farmgate.supply.NewTicket;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.Ticket;
import org.farmgate.supply.TicketId;
import org.farmgate.supply.Title;
import org.farmgate.supply.Weighing;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.ContractTerms;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.Deliveries;
import org.farmgate.trade.Invoice;
import org.springframework.stereotype.Component;

/// Reads a weighing under a contract: whose goods, of what and at which price is the contract's to say.
@Component
class WeighingForm {
    private final Contracts contracts;
    private final Deliveries deliveries;
    private final Clock clock;

    WeighingForm(Contracts contracts, Deliveries deliveries, Clock clock) {
        this.contracts = contracts;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    Invoice weigh(Actor actor, ContractId contract, Fields fields) {
        ContractTerms terms = contracts.get(actor, contract).terms();
        TicketId id = fields.id("id", TicketId::new);
        Long grade = fields.number("grade", 1, 9);
        Mass gross = mass(fields, "gross");
        Mass tare = isNothing(fields, "tare") ? Mass.ZERO : mass(fields, "tare");
        List<Deduction> deductions = deductions(fields);
        Optional<PlotId> plot = fields.optional("plot", f -> f.id("plot", PlotId::new));
        Optional<HarvestId> harvest = fields.optional("harvest", f -> f.id("harvest", HarvestId::new));
        String witness = fields.text("witness", Ticket.LONGEST_WITNESS);
        SiteId site = fields.id("site", SiteId::new);
        fields.check();
        return deliveries.weigh(
                actor,
                contract,
                new NewTicket(
                        id,
                        terms.origin(),
                        terms.seller(),
                        plot,
                        harvest,
                        terms.product(),
                        Math.toIntExact(grade),
                        new Weighing(gross, tare, deductions),
                        Title.OUTRIGHT,
                        Optional.empty(),
                        witness,
                        site,
                        clock.instant(),
                        Optional.empty()));
    }

    private static List<Deduction> deductions(Fields fields) {
        List<Deduction> deductions = new ArrayList<>();
        for (DeductionKind kind : DeductionKind.values()) {
            if (isNothing(fields, kind.word())) continue;
            int before = fields.errors().size();
            Mass mass = mass(fields, kind.word());
            if (fields.errors().size() == before) deductions.add(new Deduction(kind, mass));
        }
        return deductions;
    }

    private static boolean isNothing(Fields fields, String field) {
        String given = fields.isEmpty(field + "Grams") ? fields.raw(field) : fields.raw(field + "Grams");
        return given.isBlank() || given.strip().equals("0");
    }

    private static Mass mass(Fields fields, String field) {
        String inGrams = field + "Grams";
        return fields.isEmpty(inGrams)
                ? fields.mass(field)
                : fields.read(inGrams, text -> Mass.parse(text, Mass.Unit.GRAM));
    }
}
