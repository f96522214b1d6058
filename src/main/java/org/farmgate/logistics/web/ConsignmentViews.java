package org.farmgate.logistics.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Incident;
import org.farmgate.logistics.IncidentId;
import org.farmgate.logistics.Incidents;
import org.farmgate.logistics.Returns;
import org.farmgate.logistics.trips.Trips;
import org.farmgate.party.Parties;
import org.farmgate.party.PartyKind;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.springframework.stereotype.Component;

/// The names that pages and papers of consignments show beside ids, each kind in one query.
@Component
class ConsignmentViews {
    private static final int MOST_CARRIERS = 200;

    private final Consignments consignments;
    private final Incidents incidents;
    private final Returns returns;
    private final Trips trips;
    private final Parties parties;
    private final Sites sites;
    private final Regions regions;
    private final Products products;

    ConsignmentViews(
            Consignments consignments,
            Incidents incidents,
            Returns returns,
            Trips trips,
            Parties parties,
            Sites sites,
            Regions regions,
            Products products) {
        this.consignments = consignments;
        this.incidents = incidents;
        this.returns = returns;
        this.trips = trips;
        this.parties = parties;
        this.sites = sites;
        this.regions = regions;
        this.products = products;
    }

    ConsignmentPage.Names names(Collection<Consignment> shown) {
        return names(shown, Set.of());
    }

    private ConsignmentPage.Names names(Collection<Consignment> shown, Set<PartyId> others) {
        Set<PartyId> people = new HashSet<>(others);
        Set<SiteId> places = new HashSet<>();
        Set<RegionId> areas = new HashSet<>();
        Set<ProductId> goods = new HashSet<>();
        for (Consignment one : shown) {
            people.add(one.sender());
            places.add(one.from());
            one.toSite().ifPresent(places::add);
            areas.add(one.toRegion());
            areas.add(one.origin());
            goods.addAll(one.products());
        }
        return new ConsignmentPage.Names(
                parties.byIds(people),
                sites.byIds(places),
                regions.byIds(areas),
                goods.isEmpty() ? Map.of() : products.byIds(goods));
    }

    ConsignmentPage page(Actor actor, ConsignmentId id, FormErrors errors) {
        Consignment one = consignments.see(actor, id);
        List<Incident> wrong = incidents.of(actor, id);
        Map<IncidentId, Boolean> maySettle = new HashMap<>();
        for (Incident incident : wrong)
            maySettle.put(
                    incident.id(),
                    incident.isOpen()
                            && !incident.payer().equals(Optional.of(one.sender()))
                            && incidents.maySettle(actor, one, incident.payer().orElseThrow()));
        Set<PartyId> people = wrong.stream()
                .flatMap(incident -> incident.payer().stream())
                .collect(Collectors.toCollection(HashSet::new));
        people.add(one.payer());
        return new ConsignmentPage(
                one,
                consignments.unseal(actor, id),
                consignments.history(actor, id),
                names(List.of(one), people),
                carriers(),
                consignments.maySend(actor, one),
                wrong,
                returns.of(actor, id),
                maySettle,
                Optional.ofNullable(trips.of(List.of(one)).get(id)),
                errors);
    }

    ConsignmentPage.Names names(Consignment one) {
        return names(List.of(one));
    }

    Map<String, String> carriers() {
        Map<String, String> choices = new LinkedHashMap<>();
        parties.organisations(PartyKind.CARRIER, new Paging(0, MOST_CARRIERS, ""))
                .rows()
                .forEach(carrier -> choices.put(carrier.id().toString(), carrier.name()));
        return choices;
    }

    String carrierName(PartyId carrier) {
        return parties.get(carrier).name();
    }
}
