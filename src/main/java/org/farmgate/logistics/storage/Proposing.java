package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.Position;
import org.farmgate.stock.Positions;
import org.springframework.stereotype.Component;

/// Reckons what stores need and shares out what there is: everything is read in a handful of queries
/// for any number of stores.
@Component
class Proposing {
    private final SellThroughStore sold;
    private final ShipmentStore shipments;
    private final Positions positions;
    private final Sites sites;
    private final Clock clock;

    Proposing(SellThroughStore sold, ShipmentStore shipments, Positions positions, Sites sites, Clock clock) {
        this.sold = sold;
        this.shipments = shipments;
        this.positions = positions;
        this.sites = sites;
        this.clock = clock;
    }

    private record Key(SiteId store, ProductId product) {}

    private record Wanted(StoreLine line, StoreShelf shelf, SalesForecast forecast, StoreNeed need) {}

    List<Proposal.Line> lines(PartyId owner, SiteId warehouse, List<StoreLine> lines) {
        LocalDate today = LocalDate.now(clock);
        Map<Key, StoreShelf> shelves = shelves(owner, lines, today);
        List<Wanted> wanted = new ArrayList<>();
        for (StoreLine line : lines) {
            StoreShelf shelf = Objects.requireNonNull(shelves.get(new Key(line.store(), line.product())));
            SalesForecast forecast = SalesForecast.of(shelf.sold(), today);
            wanted.add(new Wanted(
                    line, shelf, forecast, StoreNeed.of(line, forecast, shelf.onHand(), shelf.underWay(), today)));
        }
        var goods = new FirstToExpire(
                positions.atSite(warehouse).stream()
                        .filter(position -> position.owner().equals(owner))
                        .toList(),
                today);
        List<Proposal.Line> proposed = new ArrayList<>();
        wanted.stream()
                .collect(Collectors.groupingBy(
                        one -> new Shared(one.line.product(), one.line.pack()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((shared, group) -> proposed.addAll(share(group, goods)));
        return proposed;
    }

    private record Shared(ProductId product, Mass pack) {}

    /// Lines of one product and pack.
    private static List<Proposal.Line> share(List<Wanted> group, FirstToExpire goods) {
        List<Integer> capped = new ArrayList<>();
        for (Wanted one : group) capped.add(capped(one, goods));
        LocalDate loosest = group.stream()
                .map(one -> one.need.freshUntil())
                .min(java.util.Comparator.naturalOrder())
                .orElseThrow();
        StoreLine first = group.getFirst().line;
        List<Integer> shares = Sharing.of(capped, goods.packs(first.product(), first.pack(), loosest));
        List<Proposal.Line> lines = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Wanted one = group.get(i);
            int given = goods.take(one.line.product(), one.line.pack(), shares.get(i), one.need.freshUntil()).stream()
                    .mapToInt(Sending.Pick::packs)
                    .sum();
            lines.add(line(one, capped.get(i), given));
        }
        return lines;
    }

    /// No more than can be sold before the longest keeping of the goods expires, where sales are known.
    private static int capped(Wanted one, FirstToExpire goods) {
        if (one.forecast.daysKnown() == 0) return one.need.packs();
        LocalDate longest = goods.longest(one.line.product(), one.need.freshUntil(), one.need.coversUntil());
        if (!longest.isBefore(one.need.coversUntil())) return one.need.packs();
        return (int) Math.min(one.need.packs(), one.need.sellableBy(longest, one.forecast, one.line.pack()));
    }

    private static Proposal.Line line(Wanted one, int capped, int given) {
        StoreNeed need = one.need;
        return new Proposal.Line(
                one.line.id(),
                one.line.store(),
                one.line.product(),
                one.line.pack(),
                need.arrivesOn(),
                need.coversUntil(),
                need.freshUntil(),
                one.forecast.daysKnown(),
                one.forecast.usual(),
                one.forecast.errorBasisPoints(),
                one.forecast.tellsWeekdaysApart(),
                one.shelf.onHand(),
                one.shelf.basis(),
                one.shelf.underWay(),
                need.until(),
                need.target(),
                need.packs(),
                given,
                given,
                why(one, capped, given),
                Optional.empty());
    }

    private static Proposal.Why why(Wanted one, int capped, int given) {
        if (one.need.packs() == 0)
            return one.forecast.daysKnown() == 0 && one.line.leastPacks() == 0
                    ? Proposal.Why.UNKNOWN
                    : Proposal.Why.ENOUGH;
        if (given == 0 && capped > 0) return Proposal.Why.NO_GOODS;
        if (given < capped) return Proposal.Why.SCARCE;
        if (capped < one.need.packs()) return Proposal.Why.KEEPS_SHORT;
        return one.need.least() ? Proposal.Why.LEAST : Proposal.Why.COVER;
    }

    private Map<Key, StoreShelf> shelves(PartyId owner, List<StoreLine> lines, LocalDate today) {
        Set<SiteId> stores = lines.stream().map(StoreLine::store).collect(Collectors.toSet());
        Map<SiteId, Site> known = sites.byIds(stores);
        Map<Key, StoreShelf.Gathering> gathered = new HashMap<>();
        for (StoreLine line : lines) gathered.put(new Key(line.store(), line.product()), new StoreShelf.Gathering());
        LocalDate since = today.minusDays(SalesForecast.DAYS_LOOKED_BACK);
        for (SellThrough row : sold.since(stores, since))
            Optional.ofNullable(gathered.get(new Key(row.store(), row.product())))
                    .ifPresent(shelf -> shelf.add(row));
        for (ShipmentStore.Sent sent :
                shipments.sentTo(stores, owner, since, clock.getZone().getId()))
            Optional.ofNullable(gathered.get(new Key(sent.store(), sent.product())))
                    .ifPresent(shelf -> shelf.add(sent));
        for (Position position : positions.atSites(stores))
            if (position.owner().equals(owner) && position.status().isGood())
                Optional.ofNullable(gathered.get(new Key(position.site(), position.product())))
                        .ifPresent(shelf -> shelf.add(position.onHand()));
        Map<Key, StoreShelf> shelves = new HashMap<>();
        gathered.forEach((key, shelf) -> shelves.put(
                key,
                shelf.of(Optional.ofNullable(known.get(key.store()))
                        .filter(site -> site.operator().equals(owner))
                        .isPresent())));
        return shelves;
    }
}
