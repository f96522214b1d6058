package org.farmgate.supply.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.party.Party;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.ProductId;
import org.farmgate.supply.Deduction;
import org.farmgate.supply.DeductionKind;
import org.farmgate.supply.Harvest;
import org.farmgate.supply.HarvestId;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.NewTicket;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.Plots;
import org.farmgate.supply.Ticket;
import org.farmgate.supply.TicketId;
import org.farmgate.supply.Title;
import org.farmgate.supply.Weighing;
import org.springframework.stereotype.Component;

/// Reads the weighing form, and reckons with what stands in it so far.
@Component
class TicketForms {
    private final Harvests harvests;
    private final Plots plots;
    private final Clock clock;

    TicketForms(Harvests harvests, Plots plots, Clock clock) {
        this.harvests = harvests;
        this.plots = plots;
        this.clock = clock;
    }

    /// Where the goods come from, read from `harvest:<id>`, `plot:<id>` or `product:<id>`.
    record Goods(Optional<HarvestId> harvest, Optional<PlotId> plot, ProductId product, Optional<RegionId> origin) {}

    /// Refuses by [NotFound].
    Goods goods(Actor actor, String word) {
        int colon = word.indexOf(':');
        String kind = colon < 0 ? "" : word.substring(0, colon);
        UUID id = uuid(word.substring(colon + 1), word);
        return switch (kind) {
            case "harvest" -> {
                Harvest harvest = harvests.see(actor, new HarvestId(id));
                yield new Goods(
                        Optional.of(harvest.id()),
                        Optional.of(harvest.plot()),
                        harvest.product(),
                        Optional.of(harvest.origin()));
            }
            case "plot" -> {
                Plot plot = plots.see(actor, new PlotId(id));
                yield new Goods(Optional.empty(), Optional.of(plot.id()), plot.product(), Optional.of(plot.origin()));
            }
            case "product" -> new Goods(Optional.empty(), Optional.empty(), new ProductId(id), Optional.empty());
            default -> throw new NotFound("page", word);
        };
    }

    private static UUID uuid(String text, String word) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new NotFound("page", word);
        }
    }

    NewTicket read(Party grower, Goods goods, Fields fields) {
        TicketId id = fields.id("id", TicketId::new);
        Long grade = fields.number("grade", 1, 9);
        Mass gross = fields.mass("gross");
        Mass tare = tare(fields);
        List<Deduction> deductions = deductions(fields);
        Title title = fields.choice("title", Title.class);
        Optional<Price> price = fields.optional("price", f -> f.price("price"));
        String witness = fields.text("witness", Ticket.LONGEST_WITNESS);
        SiteId site = fields.id("site", SiteId::new);
        fields.check();
        return new NewTicket(
                id,
                goods.origin().or(grower::county).orElseThrow(() -> new InputBroken("source", "missing")),
                grower.id(),
                goods.plot(),
                goods.harvest(),
                goods.product(),
                Math.toIntExact(grade),
                new Weighing(gross, tare, deductions),
                title,
                price,
                witness,
                site,
                now(),
                Optional.empty());
    }

    private Instant now() {
        return clock.instant();
    }

    /// Zero where nothing stands: goods may be weighed without anything around them.
    private static Mass tare(Fields fields) {
        return fields.isEmpty("tare") || fields.raw("tare").strip().equals("0") ? Mass.ZERO : fields.mass("tare");
    }

    static List<Deduction> deductions(Fields fields) {
        List<Deduction> deductions = new ArrayList<>();
        for (DeductionKind kind : DeductionKind.values()) {
            String field = field(kind);
            if (fields.isEmpty(field) || fields.raw(field).strip().equals("0")) continue;
            Mass mass = fields.mass(field);
            if (fields.errors().stream().noneMatch(error -> error.field().equals(field)))
                deductions.add(new Deduction(kind, mass));
        }
        return deductions;
    }

    static String field(DeductionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// As far as the figures go; the reason where they cannot be.
    TicketPage.Reckoned reckoned(Fields fields, Shell shell) {
        if (fields.isEmpty("gross")) return TicketPage.Reckoned.nothing();
        try {
            Mass gross = fields.mass("gross");
            Mass tare = tare(fields);
            List<Deduction> deductions = deductions(fields);
            Optional<Price> price = fields.optional("price", f -> f.price("price"));
            fields.check();
            Weighing weighing = new Weighing(gross, tare, deductions);
            return new TicketPage.Reckoned(
                    Optional.of(weighing.net()), price.map(each -> each.of(weighing.net())), Optional.empty());
        } catch (InputBroken broken) {
            return new TicketPage.Reckoned(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(shell.error(broken.errors().getFirst())));
        } catch (RuleBroken broken) {
            return new TicketPage.Reckoned(Optional.empty(), Optional.empty(), Optional.of(shell.refusal(broken)));
        }
    }
}
