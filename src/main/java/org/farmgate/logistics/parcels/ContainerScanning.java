package org.farmgate.logistics.parcels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Scans of bags and cages: what happens to one happens to all in it, in a few statements however much that
/// is. In the caller's transaction, which holds the container's lock.
@Component
class ContainerScanning {
    /// Of what it should weigh, this much may be missing; its own weight is not known.
    private static final long TOLERANCE_DIVISOR = 20;

    private final ParcelStore parcels;
    private final ContainerStore containers;
    private final ParcelNetwork network;
    private final ScanChecks checks;
    private final ScanKeeping keeping;
    private final ParcelScanning ofParcels;

    ContainerScanning(
            ParcelStore parcels,
            ContainerStore containers,
            ParcelNetwork network,
            ScanChecks checks,
            ScanKeeping keeping,
            ParcelScanning ofParcels) {
        this.parcels = parcels;
        this.containers = containers;
        this.network = network;
        this.checks = checks;
        this.keeping = keeping;
        this.ofParcels = ofParcels;
    }

    ScanAnswer decide(Actor actor, ParcelAccess.Post post, Scan scan, ScanStore.Kept kept, Container container) {
        List<ContainerId> all = withNested(container);
        try {
            check(container, scan);
            checks.places(container, post.site(), scan.at());
            if (scan.at().isBefore(container.at()))
                return keeping.late(actor, kept, parcels.inside(all), network.next(container));
            if (scan.kind() != ScanKind.SEEN) checkComesBy(container, post);
            List<ParcelKey> moved = deed(post, scan, container, all);
            Container now = containers.byIds(List.of(container.id())).getFirst();
            return keeping.counted(actor, kept, moved, network.next(now));
        } catch (RuleBroken broken) {
            return keeping.refused(actor, kept, parcels.inside(all), broken);
        }
    }

    private void check(Container container, Scan scan) {
        checks.time(scan.at(), container.madeAt());
        if (container.stage() == ContainerStage.EMPTIED) throw refused(ParcelRule.CONTAINER_EMPTIED, container);
        Optional<Mass> weighed = scan.weighed();
        long least = container.mass().grams() - container.mass().grams() / TOLERANCE_DIVISOR;
        if (weighed.isPresent() && weighed.get().grams() < least)
            throw new RuleBroken(ParcelRule.PARCEL_WEIGHT_DIFFERS, weighed.get(), container.mass());
    }

    /// As for a parcel. An open one does not travel at all.
    private void checkComesBy(Container container, ParcelAccess.Post post) {
        boolean lies = container.stage() == ContainerStage.CLOSED;
        if (!lies || container.site().equals(post.id())) return;
        if (!network.isOnWay(container.site(), container.to(), Optional.of(post.id())))
            throw refused(ParcelRule.PARCEL_NOT_HERE, container);
    }

    private List<ParcelKey> deed(ParcelAccess.Post post, Scan scan, Container container, List<ContainerId> all) {
        return switch (scan.kind()) {
            case IN, UNLOAD -> {
                if (container.stage() == ContainerStage.OPEN) yield stays(container, post, all);
                takeOut(container);
                yield moved(all, ContainerStage.CLOSED, ParcelStage.AT_SITE, post, scan);
            }
            case OUT, LOAD -> {
                if (container.stage() == ContainerStage.OPEN) throw refused(ParcelRule.CONTAINER_NOT_CLOSED, container);
                takeOut(container);
                yield moved(all, ContainerStage.UNDER_WAY, ParcelStage.UNDER_WAY, post, scan);
            }
            case PACK -> packed(post, scan, container, all);
            case UNPACK -> unpacked(post, scan, container, all);
            case SEEN -> parcels.inside(all);
            case DELIVER, TAKE_IN, SORT, HAND_OUT, RETURN, GIVE_ON, TOLD, LOST, DAMAGED ->
                throw refused(ParcelRule.CONTAINER_DOES_NOT_HOLD_THAT, container);
        };
    }

    /// An open one does not travel.
    private List<ParcelKey> stays(Container container, ParcelAccess.Post post, List<ContainerId> all) {
        if (!container.site().equals(post.id())) throw refused(ParcelRule.CONTAINER_NOT_CLOSED, container);
        return parcels.inside(all);
    }

    private List<ParcelKey> moved(
            List<ContainerId> all, ContainerStage stage, ParcelStage parcelStage, ParcelAccess.Post post, Scan scan) {
        containers.move(all, stage, post.id(), scan.at());
        return parcels.moveInside(all, parcelStage, post.id(), scan.at());
    }

    /// Bags go into cages; so it stays at two levels.
    private List<ParcelKey> packed(ParcelAccess.Post post, Scan scan, Container bag, List<ContainerId> all) {
        Container cage = ofParcels.openHere(post, scan);
        if (bag.kind() != ContainerKind.BAG || cage.kind() != ContainerKind.CAGE)
            throw refused(ParcelRule.CONTAINER_DOES_NOT_HOLD_THAT, cage);
        if (bag.stage() == ContainerStage.OPEN) throw refused(ParcelRule.CONTAINER_NOT_CLOSED, bag);
        if (bag.inside().equals(Optional.of(cage.id()))) return parcels.inside(all);
        if (!network.isOnWay(post.id(), bag.to(), cage.to())) throw refused(ParcelRule.CONTAINER_GOES_ELSEWHERE, bag);
        if (!containers.add(cage, bag.mass(), bag.litres(), bag.parcels())) throw ParcelScanning.overfilled(cage);
        takeOut(bag);
        containers.putInto(bag, Optional.of(cage.id()));
        return moved(all, ContainerStage.CLOSED, ParcelStage.AT_SITE, post, scan);
    }

    /// A bag that stands in a cage is taken out of it; any other is emptied: what was in it lies at the
    /// site by itself, and waits to be fetched where it has arrived.
    private List<ParcelKey> unpacked(ParcelAccess.Post post, Scan scan, Container container, List<ContainerId> all) {
        List<ParcelKey> moved = moved(all, ContainerStage.CLOSED, ParcelStage.AT_SITE, post, scan);
        if (container.inside().isPresent()) {
            takeOut(container);
            return moved;
        }
        containers.inside(List.of(container.id())).forEach(bag -> containers.putInto(bag, Optional.empty()));
        parcels.unpack(container.id(), post.site(), scan.at());
        containers.empty(container, post.id(), scan.at());
        return moved;
    }

    private void takeOut(Container bag) {
        if (bag.inside().isEmpty()) return;
        containers.take(bag.inside().get(), bag.mass(), bag.litres(), bag.parcels());
        containers.putInto(bag, Optional.empty());
    }

    private List<ContainerId> withNested(Container container) {
        List<ContainerId> all = new ArrayList<>(List.of(container.id()));
        if (container.kind() == ContainerKind.CAGE) containers.inside(all).forEach(bag -> all.add(bag.id()));
        return List.copyOf(all);
    }

    static RuleBroken refused(ParcelRule rule, Container container) {
        return new RuleBroken(rule, container.sscc().digits());
    }
}
