package org.farmgate.logistics.parcels;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Who may do what where.
@Component
class ParcelAccess {
    private final NetworkStore network;
    private final Sites sites;
    private final Regions regions;
    private final Reaches reaches;

    ParcelAccess(NetworkStore network, Sites sites, Regions regions, Reaches reaches) {
        this.network = network;
        this.sites = sites;
        this.regions = regions;
        this.reaches = reaches;
    }

    /// A site of the network at which somebody works.
    record Post(Site site, RegionId county) {
        SiteId id() {
            return site.id();
        }
    }

    /// Needs HANDLE_PARCELS at a site of their organisation's or in their county. Refuses by [NotFound]
    /// (also for others' sites), SITE_NOT_IN_NETWORK.
    Post handling(Actor actor, SiteId id) {
        actor.require(Right.HANDLE_PARCELS);
        Site site = sites.get(id);
        if (!actor.actsFor(site.operator()) && !reachesCounty(actor, site)) throw new NotFound("site", id);
        return post(site);
    }

    /// As [#handling]; whoever has DRIVE may load, unload and deliver anywhere in the network. Which round
    /// is theirs the caller has asked.
    Post driving(Actor actor, SiteId id, ScanKind kind) {
        if (!actor.may(Right.DRIVE)) throw new Denied(Right.DRIVE);
        return kind.isDriving() ? post(sites.get(id)) : handling(actor, id);
    }

    /// Of a site, for parts of `logistics` that have asked. Refuses by [NotFound], SITE_NOT_IN_NETWORK.
    Post post(SiteId id) {
        return post(sites.get(id));
    }

    private Post post(Site site) {
        return network.find(site.id())
                .map(link -> new Post(site, link.county()))
                .orElseThrow(() -> new RuleBroken(ParcelRule.SITE_NOT_IN_NETWORK, site.name()));
    }

    private boolean reachesCounty(Actor actor, Site site) {
        return switch (reaches.of(actor)) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) -> counties.contains(regions.countyOf(site.region()));
            case Reach.Parties _ -> false;
        };
    }

    /// Whether a parcel is their affair: it was taken in, is or is to be handed out at a site of their
    /// organisation's, or in their county.
    boolean sees(Actor actor, Parcel parcel) {
        if (!actor.may(Right.HANDLE_PARCELS)) return false;
        Set<SiteId> stops = Stream.concat(
                        Stream.of(parcel.takenInAt(), parcel.state().site()), parcel.toSite().stream())
                .collect(Collectors.toSet());
        return switch (reaches.of(actor)) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) ->
                counties.contains(parcel.key().origin())
                        || network.byIds(stops).stream().anyMatch(link -> counties.contains(link.county()));
            case Reach.Parties _ ->
                sites.byIds(stops).values().stream().anyMatch(site -> actor.actsFor(site.operator()));
        };
    }
}
