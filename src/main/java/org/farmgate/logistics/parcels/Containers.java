package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Bags and cages. They are filled, moved and emptied by [Scans]; here they are made, closed and looked at.
@Service
@Transactional
public class Containers {
    private final ContainerStore store;
    private final ParcelReadStore parcels;
    private final ParcelNetwork network;
    private final ParcelAccess access;
    private final ParcelNumbers numbers;
    private final ScanChecks checks;

    Containers(
            ContainerStore store,
            ParcelReadStore parcels,
            ParcelNetwork network,
            ParcelAccess access,
            ParcelNumbers numbers,
            ScanChecks checks) {
        this.store = store;
        this.parcels = parcels;
        this.network = network;
        this.access = access;
        this.numbers = numbers;
        this.checks = checks;
    }

    /// An open one, with a number of its own; the same id twice is one. Needs HANDLE_PARCELS at that site.
    /// Refuses by [NotFound], SITE_NOT_IN_NETWORK, CONTAINER_ID_USED.
    public Container make(Actor actor, NewContainer wanted) {
        ParcelAccess.Post post = access.handling(actor, wanted.site());
        if (wanted.to().isPresent() && network.find(wanted.to().get()).isEmpty())
            throw new NotFound("site", wanted.to().get());
        Instant now = checks.now();
        Container made = new Container(
                post.county(),
                wanted.id(),
                numbers.next(),
                wanted.kind(),
                ContainerStage.OPEN,
                post.id(),
                wanted.to(),
                post.id(),
                now,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Mass.ZERO,
                0,
                0,
                now);
        if (store.insert(List.of(made)) == 1) return made;
        Container there = get(wanted.id());
        boolean same = there.kind() == wanted.kind()
                && there.from().equals(wanted.site())
                && there.to().equals(wanted.to());
        if (!same) throw new RuleBroken(ParcelRule.CONTAINER_ID_USED);
        return there;
    }

    /// Nothing goes in or out any more. The same again changes nothing. Refuses as [#see], and by
    /// CONTAINER_NOT_OPEN when it is under way or emptied.
    public Container close(Actor actor, ContainerId id) {
        return turn(actor, id, ContainerStage.OPEN, ContainerStage.CLOSED);
    }

    /// Opened again where it stands, to put more in. Refuses as [#close].
    public Container reopen(Actor actor, ContainerId id) {
        return turn(actor, id, ContainerStage.CLOSED, ContainerStage.OPEN);
    }

    private Container turn(Actor actor, ContainerId id, ContainerStage from, ContainerStage to) {
        Container one = store.lock(get(id));
        access.handling(actor, one.site());
        if (one.stage() == to) return one;
        if (one.stage() != from || one.inside().isPresent())
            throw ContainerScanning.refused(ParcelRule.CONTAINER_NOT_OPEN, one);
        store.move(List.of(id), to, one.site(), one.at());
        return get(id);
    }

    /// For modules. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Container get(ContainerId id) {
        return byIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("container", id));
    }

    /// For modules; those that exist.
    @Transactional(readOnly = true)
    public List<Container> byIds(Collection<ContainerId> ids) {
        return store.byIds(ids);
    }

    /// By its SSCC in any shape. For modules.
    @Transactional(readOnly = true)
    public Optional<Container> find(String code) {
        return Sscc.find(code).flatMap(store::bySscc);
    }

    /// Needs HANDLE_PARCELS at the site where it is, was made or goes to. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Container see(Actor actor, ContainerId id) {
        actor.require(Right.HANDLE_PARCELS);
        Container one = get(id);
        List<SiteId> theirs = network.handledBy(actor);
        boolean seen = theirs.contains(one.site())
                || theirs.contains(one.from())
                || one.to().filter(theirs::contains).isPresent();
        if (!seen) throw new NotFound("container", id);
        return one;
    }

    /// What lies in it: parcels by themselves, and bags. Refuses as [#see].
    @Transactional(readOnly = true)
    public Inside inside(Actor actor, ContainerId id) {
        Container one = see(actor, id);
        return new Inside(one, store.inside(List.of(id)), parcels.inContainer(id));
    }

    /// @param bags that stand in it
    /// @param parcels that lie in it by themselves
    public record Inside(Container container, List<Container> bags, List<Parcel> parcels) {}

    /// Where it goes from where it is.
    @Transactional(readOnly = true)
    public Next next(Container container) {
        return network.next(container);
    }

    /// Those at the sites where the actor handles parcels. Needs HANDLE_PARCELS. Refuses by [NotFound] for
    /// a site that is not theirs.
    @Transactional(readOnly = true)
    public Slice<Container> search(Actor actor, Optional<SiteId> site, Paging paging) {
        List<SiteId> theirs =
                site.map(one -> List.of(access.handling(actor, one).id())).orElseGet(() -> network.handledBy(actor));
        return store.search(theirs, paging);
    }
}
