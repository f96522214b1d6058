package org.farmgate.trade.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.logistics.TruckKinds;
import org.farmgate.party.Parties;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.trade.planning.PlanDemand;
import org.farmgate.trade.planning.PlanFigures;
import org.farmgate.trade.planning.PlanLine;
import org.farmgate.trade.planning.PlanSupply;
import org.farmgate.trade.planning.PlanTrip;
import org.springframework.stereotype.Component;

/// Looks the names of a list up, each module asked once.
@Component
class NameBook {
    private final Parties parties;
    private final Products products;
    private final Regions regions;
    private final Sites sites;
    private final TruckKinds truckKinds;

    NameBook(Parties parties, Products products, Regions regions, Sites sites, TruckKinds truckKinds) {
        this.parties = parties;
        this.products = products;
        this.regions = regions;
        this.sites = sites;
        this.truckKinds = truckKinds;
    }

    /// Gathers ids, then looks them up.
    static final class Ids {
        final Set<PartyId> parties = new HashSet<>();
        final Set<ProductId> products = new HashSet<>();
        final Set<RegionId> regions = new HashSet<>();
        final Set<SiteId> sites = new HashSet<>();
        final Set<TruckKindId> kinds = new HashSet<>();
    }

    Names names(Ids ids, Locale locale) {
        Map<TruckKindId, TruckKind> kinds = ids.kinds.isEmpty()
                ? Map.of()
                : truckKinds.list().stream()
                        .filter(kind -> ids.kinds.contains(kind.id()))
                        .collect(Collectors.toMap(TruckKind::id, Function.identity()));
        return new Names(
                locale,
                parties.byIds(ids.parties),
                products.byIds(ids.products),
                regions.byIds(ids.regions),
                sites.byIds(ids.sites),
                kinds);
    }

    Names ofLines(Collection<PlanLine> lines, Locale locale) {
        var ids = new Ids();
        for (PlanLine line : lines) {
            ids.parties.add(line.grower());
            ids.parties.add(line.buyer());
            ids.products.add(line.product());
            ids.regions.add(line.origin());
            ids.regions.add(line.city());
            ids.sites.add(line.site());
            line.warehouse().ifPresent(ids.sites::add);
        }
        return names(ids, locale);
    }

    Names ofSupplies(Collection<PlanSupply> supplies, Locale locale) {
        var ids = new Ids();
        for (PlanSupply supply : supplies) {
            ids.parties.add(supply.grower());
            ids.products.add(supply.product());
            ids.regions.add(supply.origin());
        }
        return names(ids, locale);
    }

    Names ofDemands(Collection<PlanDemand> demands, Locale locale) {
        var ids = new Ids();
        for (PlanDemand demand : demands) {
            ids.parties.add(demand.buyer());
            ids.products.add(demand.product());
            ids.regions.add(demand.city());
            ids.sites.add(demand.site());
        }
        return names(ids, locale);
    }

    Names ofTrips(Collection<PlanTrip> trips, Locale locale) {
        var ids = new Ids();
        for (PlanTrip trip : trips) {
            ids.regions.add(trip.origin());
            trip.city().ifPresent(ids.regions::add);
            trip.warehouse().ifPresent(ids.sites::add);
            ids.kinds.add(trip.truckKind());
        }
        return names(ids, locale);
    }

    Names ofGroups(Collection<PlanFigures.EqualGroup> groups, Locale locale) {
        var ids = new Ids();
        for (PlanFigures.EqualGroup group : groups) {
            ids.regions.add(group.origin());
            ids.products.add(group.product());
        }
        return names(ids, locale);
    }

    Names ofFlows(List<PlanFigures.Flow> flows, Locale locale) {
        var ids = new Ids();
        for (PlanFigures.Flow flow : flows) {
            flow.fromCounty().ifPresent(ids.regions::add);
            flow.toCity().ifPresent(ids.regions::add);
            flow.fromWarehouse().ifPresent(ids.sites::add);
            flow.toWarehouse().ifPresent(ids.sites::add);
        }
        return names(ids, locale);
    }
}
