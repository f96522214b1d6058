package org.farmgate.supply.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Product;
import org.farmgate.product.Products;
import org.farmgate.supply.Harvest;
import org.farmgate.supply.HarvestListing;
import org.farmgate.supply.HarvestQuery;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotQuery;
import org.farmgate.supply.Plots;
import org.farmgate.supply.Ticket;
import org.farmgate.supply.Tickets;
import org.springframework.stereotype.Component;

/// What the pages of tickets show.
@Component
class TicketViews {
    private static final int MOST_SOURCES = 100;

    private final Tickets tickets;
    private final Harvests harvests;
    private final Plots plots;
    private final Products products;
    private final Parties parties;
    private final Sites sites;
    private final Names names;
    private final TicketForms forms;

    TicketViews(
            Tickets tickets,
            Harvests harvests,
            Plots plots,
            Products products,
            Parties parties,
            Sites sites,
            Names names,
            TicketForms forms) {
        this.tickets = tickets;
        this.harvests = harvests;
        this.plots = plots;
        this.products = products;
        this.parties = parties;
        this.sites = sites;
        this.names = names;
        this.forms = forms;
    }

    NameBook names(List<Ticket> shown) {
        List<PartyId> people = new ArrayList<>();
        for (Ticket ticket : shown) {
            people.add(ticket.buyer());
            people.add(ticket.grower());
            people.add(ticket.recorded().organisation());
        }
        return names.book(
                people,
                shown.stream().map(Ticket::product).toList(),
                shown.stream().map(Ticket::origin).toList());
    }

    TicketPage one(Actor actor, Ticket ticket, FormErrors errors) {
        return new TicketPage(
                ticket,
                names(List.of(ticket)),
                sites.get(ticket.site()).name(),
                tickets.decides(actor, ticket),
                errors);
    }

    boolean isGrower(Actor actor) {
        return names.isGrower(actor);
    }

    TicketPage.Start growers(Actor actor, Paging paging) {
        return new TicketPage.Start(
                Optional.empty(),
                parties.search(actor, paging, Optional.of(PartyKind.GROWER)),
                List.of(),
                paging.search());
    }

    TicketPage.Start sources(Actor actor, Party grower, Shell shell) {
        List<TicketPage.Source> sources = new ArrayList<>();
        var ofGrower = Optional.of(grower.id());
        for (HarvestListing row : harvests.search(
                        actor, new HarvestQuery(new Paging(0, MOST_SOURCES, ""), Optional.empty(), ofGrower, true))
                .rows()) {
            Mass left = tickets.left(row.harvest());
            if (!left.isZero()) sources.add(source(row.harvest(), row.plotName(), left, shell));
        }
        for (Plot plot : plots.search(
                        actor,
                        new PlotQuery(
                                new Paging(0, MOST_SOURCES, ""), Optional.empty(), Optional.empty(), ofGrower, false))
                .rows())
            sources.add(new TicketPage.Source(
                    "plot:" + plot.id(),
                    name(shell, products.get(plot.product())),
                    plot.name(),
                    Optional.empty(),
                    Optional.empty()));
        for (Product product : products.all())
            sources.add(new TicketPage.Source(
                    "product:" + product.id(), name(shell, product), "", Optional.empty(), Optional.empty()));
        return new TicketPage.Start(
                Optional.of(grower), new Slice<>(List.of(), 0, 1, 0, false), List.copyOf(sources), "");
    }

    private TicketPage.Source source(Harvest harvest, String plot, Mass left, Shell shell) {
        return new TicketPage.Source(
                "harvest:" + harvest.id(),
                name(shell, products.get(harvest.product())),
                plot,
                Optional.of(harvest.harvestedOn()),
                Optional.of(left));
    }

    TicketPage.Form form(Actor actor, Party grower, String word, Fields fields, FormErrors errors, Shell shell) {
        TicketForms.Goods goods = forms.goods(actor, word);
        String plot = goods.plot().map(id -> plots.see(actor, id).name()).orElse("");
        Optional<Harvest> harvest = goods.harvest().map(id -> harvests.see(actor, id));
        return new TicketPage.Form(
                grower,
                new TicketPage.Source(
                        word,
                        name(shell, products.get(goods.product())),
                        plot,
                        harvest.map(Harvest::harvestedOn),
                        harvest.map(tickets::left)),
                names.gradeChoices(shell, goods.product()),
                sites(actor),
                forms.reckoned(fields, shell),
                errors);
    }

    private Map<String, String> sites(Actor actor) {
        Map<String, String> choices = new LinkedHashMap<>();
        sites.ofOperator(actor.organisation(), new Paging(0, MOST_SOURCES, ""))
                .rows()
                .forEach(site -> choices.put(Objects.requireNonNull(site.id()).toString(), site.name()));
        return choices;
    }

    private static String name(Shell shell, Product product) {
        return shell.pick(product.name());
    }
}
