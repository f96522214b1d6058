package org.farmgate.logistics.parcels;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which sites make a county's network: village stations below townships below one sorting centre. The
/// county's centre keeps it.
@Service
@Transactional
public class ParcelNetwork {
    /// Station, point, township, centre.
    public static final int MOST_TIERS = 4;

    private final NetworkStore store;
    private final Sites sites;
    private final Regions regions;
    private final Reaches reaches;
    private final Clock clock;

    ParcelNetwork(NetworkStore store, Sites sites, Regions regions, Reaches reaches, Clock clock) {
        this.store = store;
        this.sites = sites;
        this.regions = regions;
        this.reaches = reaches;
        this.clock = clock;
    }

    /// Hangs a site below another, or puts it at the top of its county; the same again changes nothing.
    /// Needs PLAN_TRIPS for that county. Refuses by [NotFound], NETWORK_TOP_NOT_CENTRE, NETWORK_HAS_TOP,
    /// NETWORK_CIRCLE, NETWORK_TOO_DEEP, NETWORK_OTHER_COUNTY, SITE_NOT_IN_NETWORK for a parent that is in
    /// none.
    public NetworkLink put(Actor actor, SiteId id, Optional<SiteId> parent) {
        Site site = sites.see(actor, id);
        RegionId county = keptBy(actor, site);
        store.queueUp();
        List<NetworkLink> tree = store.ofCounties(Set.of(county));
        NetworkLink link = new NetworkLink(id, county, parent, site.region());
        if (parent.isEmpty()) checkTop(site, tree);
        else checkBelow(site, parent.get(), tree);
        store.put(link, actor, clock.instant());
        return link;
    }

    private void checkTop(Site site, List<NetworkLink> tree) {
        if (site.kind() != SiteKind.SORTING_CENTRE)
            throw new RuleBroken(ParcelRule.NETWORK_TOP_NOT_CENTRE, site.name());
        tree.stream()
                .filter(link -> link.parent().isEmpty() && !link.site().equals(site.id()))
                .findFirst()
                .ifPresent(other -> {
                    throw new RuleBroken(
                            ParcelRule.NETWORK_HAS_TOP, sites.get(other.site()).name());
                });
    }

    private void checkBelow(Site site, SiteId parent, List<NetworkLink> tree) {
        Site above = sites.get(parent);
        if (tree.stream().noneMatch(link -> link.site().equals(parent))) {
            RuleBroken reason = store.find(parent).isPresent()
                    ? new RuleBroken(ParcelRule.NETWORK_OTHER_COUNTY, site.name(), above.name())
                    : new RuleBroken(ParcelRule.SITE_NOT_IN_NETWORK, above.name());
            throw reason;
        }
        Ways before = new Ways(tree);
        if (before.upwards(parent).contains(site.id())) throw new RuleBroken(ParcelRule.NETWORK_CIRCLE, site.name());
        int tiersAbove = before.upwards(parent).size();
        int below = tree.stream()
                .map(link -> before.upwards(link.site()).indexOf(site.id()))
                .max(Comparator.naturalOrder())
                .orElse(-1);
        if (tiersAbove + 1 + Math.max(below, 0) > MOST_TIERS)
            throw new RuleBroken(ParcelRule.NETWORK_TOO_DEEP, MOST_TIERS);
    }

    /// Takes a site out. Needs PLAN_TRIPS for its county. Refuses by [NotFound],
    /// NETWORK_SITE_HAS_OTHERS_BELOW.
    public void remove(Actor actor, SiteId id) {
        Site site = sites.see(actor, id);
        keptBy(actor, site);
        store.queueUp();
        if (store.hasChildren(id)) throw new RuleBroken(ParcelRule.NETWORK_SITE_HAS_OTHERS_BELOW, site.name());
        if (!store.remove(id)) throw new NotFound("site", id);
    }

    private RegionId keptBy(Actor actor, Site site) {
        actor.require(Right.PLAN_TRIPS);
        RegionId county = regions.countyOf(site.region());
        boolean keeps = switch (reaches.of(actor)) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) -> counties.contains(county);
            case Reach.Parties _ -> false;
        };
        if (!keeps) throw new NotFound("site", site.id());
        return county;
    }

    /// Whether the actor keeps networks at all: their county's or any.
    @Transactional(readOnly = true)
    public boolean mayKeep(Actor actor) {
        return actor.may(Right.PLAN_TRIPS) && !(reaches.of(actor) instanceof Reach.Parties);
    }

    /// All of a county.
    @Transactional(readOnly = true)
    public List<NetworkLink> ofCounty(RegionId county) {
        return store.ofCounties(Set.of(county));
    }

    @Transactional(readOnly = true)
    public Optional<NetworkLink> find(SiteId site) {
        return store.find(site);
    }

    /// The site whose round brings parcels to doors in that region: the one that lies in the narrowest
    /// region around it, a lower one before a higher. Empty where no network reaches.
    @Transactional(readOnly = true)
    public Optional<SiteId> siteFor(RegionId region) {
        List<RegionId> path = regions.path(region).stream().map(Region::id).toList();
        return store.inRegions(path).stream()
                .max(Comparator.comparing((NetworkLink link) -> path.indexOf(link.region()))
                        .thenComparing(link -> link.parent().isPresent())
                        .thenComparing(link -> link.site().value(), Comparator.reverseOrder()))
                .map(NetworkLink::site);
    }

    /// Where each goes next.
    @Transactional(readOnly = true)
    public Map<ParcelKey, Next> next(Collection<Parcel> parcels) {
        Ways ways = ways(parcels.stream()
                .flatMap(parcel -> Stream.concat(Stream.of(parcel.state().site()), parcel.goal().stream()))
                .collect(Collectors.toSet()));
        return parcels.stream().collect(Collectors.toMap(Parcel::key, ways::next, (a, _) -> a));
    }

    @Transactional(readOnly = true)
    public Next next(Parcel parcel) {
        return java.util.Objects.requireNonNull(next(List.of(parcel)).get(parcel.key()));
    }

    /// Where a bag or cage goes next.
    @Transactional(readOnly = true)
    public Next next(Container container) {
        return ways(Stream.concat(Stream.of(container.site()), container.to().stream())
                        .collect(Collectors.toSet()))
                .next(container);
    }

    /// Whether what goes from a site to that goal comes by there; empty for other carriers.
    boolean isOnWay(SiteId from, Optional<SiteId> goal, Optional<SiteId> there) {
        return ways(Stream.concat(Stream.of(from), goal.stream()).collect(Collectors.toSet()))
                .isOnWay(from, goal, there);
    }

    /// The other counties' centres.
    List<SiteId> otherTops(RegionId county) {
        return store.tops().stream()
                .filter(link -> !link.county().equals(county))
                .map(NetworkLink::site)
                .toList();
    }

    /// The sites of the network that the actor handles parcels at: their organisation's, or their county's.
    /// Needs HANDLE_PARCELS.
    @Transactional(readOnly = true)
    public List<SiteId> handledBy(Actor actor) {
        actor.require(Right.HANDLE_PARCELS);
        return switch (reaches.of(actor)) {
            case Reach.Everything _ ->
                store.all().stream().map(NetworkLink::site).toList();
            case Reach.Regions(var counties) ->
                store.ofCounties(counties).stream().map(NetworkLink::site).toList();
            case Reach.Parties _ ->
                store.byIds(sites.operatedBy(actor.organisation())).stream()
                        .map(NetworkLink::site)
                        .toList();
        };
    }

    Ways ways(Collection<SiteId> from) {
        return new Ways(store.upwards(from));
    }
}
