package org.farmgate.logistics.parcels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.place.SiteId;

/// Where things go next: up the tree until the goal lies below, then down to it; from one county's centre to
/// another's.
final class Ways {
    private final Map<SiteId, NetworkLink> links = new HashMap<>();

    Ways(Collection<NetworkLink> links) {
        links.forEach(link -> this.links.put(link.site(), link));
    }

    Next next(Parcel parcel) {
        ParcelState state = parcel.state();
        if (state.stage().isFinal() || state.stage() == ParcelStage.GIVEN_ON) return new Next.Nowhere();
        Optional<SiteId> goal = parcel.goal().filter(links::containsKey);
        boolean here = state.stage() != ParcelStage.UNDER_WAY && goal.equals(Optional.of(state.site()));
        if (here) return parcel.toDoor() && !state.returning() ? new Next.ByRound() : new Next.FetchedHere();
        return next(state.site(), goal);
    }

    Next next(Container container) {
        if (container.stage() == ContainerStage.EMPTIED) return new Next.Nowhere();
        boolean here =
                container.stage() != ContainerStage.UNDER_WAY && container.to().equals(Optional.of(container.site()));
        if (here) return new Next.OpenedHere();
        Next next = next(container.site(), container.to());
        return next instanceof Next.FetchedHere ? new Next.To(container.site()) : next;
    }

    /// Whether what goes to the goal comes by there; both empty for other carriers.
    boolean isOnWay(SiteId from, Optional<SiteId> goal, Optional<SiteId> there) {
        SiteId at = from;
        for (int steps = 0; steps <= 2 * ParcelNetwork.MOST_TIERS; steps++) {
            switch (next(at, goal)) {
                case Next.To(SiteId site) -> {
                    if (there.equals(Optional.of(site))) return true;
                    at = site;
                }
                case Next.Outside _ -> {
                    return there.isEmpty();
                }
                case Next.FetchedHere _, Next.ByRound _, Next.OpenedHere _, Next.Nowhere _ -> {
                    return false;
                }
            }
        }
        return false;
    }

    /// @param goal empty for what another carrier brings on
    Next next(SiteId from, Optional<SiteId> goal) {
        List<SiteId> down = goal.map(this::upwards).orElse(List.of());
        int at = down.indexOf(from);
        if (at == 0) return new Next.FetchedHere();
        if (at > 0) return new Next.To(down.get(at - 1));
        NetworkLink here = links.get(from);
        if (here != null && here.parent().isPresent())
            return new Next.To(here.parent().get());
        return down.isEmpty() ? new Next.Outside() : new Next.To(down.getLast());
    }

    /// From the site up to its county's centre.
    List<SiteId> upwards(SiteId from) {
        List<SiteId> way = new ArrayList<>();
        for (NetworkLink link = links.get(from);
                link != null && !way.contains(link.site());
                link = link.parent().map(links::get).orElse(null)) way.add(link.site());
        return way;
    }
}
