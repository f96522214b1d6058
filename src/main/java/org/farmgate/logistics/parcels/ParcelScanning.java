package org.farmgate.logistics.parcels;

import java.util.List;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Scans of single parcels. In the caller's transaction, which holds the parcel's lock.
@Component
class ParcelScanning {
    private final ParcelStore parcels;
    private final ContainerStore containers;
    private final ParcelNetwork network;
    private final ScanChecks checks;
    private final ScanKeeping keeping;
    private final ParcelEnding ending;
    private final PickupStore pickups;

    ParcelScanning(
            ParcelStore parcels,
            ContainerStore containers,
            ParcelNetwork network,
            ScanChecks checks,
            ScanKeeping keeping,
            ParcelEnding ending,
            PickupStore pickups) {
        this.parcels = parcels;
        this.containers = containers;
        this.network = network;
        this.checks = checks;
        this.keeping = keeping;
        this.ending = ending;
        this.pickups = pickups;
    }

    ScanAnswer decide(Actor actor, ParcelAccess.Post post, Scan scan, ScanStore.Kept kept, Parcel parcel) {
        List<ParcelKey> it = List.of(parcel.key());
        try {
            checks.time(scan.at(), parcel.takenIn());
            Movement.checkWeight(parcel, scan.weighed());
            checks.places(parcel, post.site(), scan.at());
            if (scan.at().isBefore(parcel.state().at())) return keeping.late(actor, kept, it, network.next(parcel));
            if (scan.kind() != ScanKind.SEEN) checkComesBy(parcel, post);
            Parcel now = scan.kind() == ScanKind.PACK
                    ? packed(parcel, post, scan)
                    : parcel.in(Movement.after(parcel, scan.kind(), post.site(), scan.at()));
            change(parcel, now);
            if (scan.kind() == ScanKind.DELIVER) ending.taken(Optional.of(actor), now, scan.note(), scan.at());
            return keeping.counted(actor, kept, it, network.next(now));
        } catch (RuleBroken broken) {
            return keeping.refused(actor, kept, it, broken);
        }
    }

    /// A parcel that is scanned by itself is no longer in its container. Once it goes back, the receiver's code
    /// opens nothing.
    void change(Parcel before, Parcel now) {
        if (now.state().equals(before.state())) return;
        if (!now.state().container().equals(before.state().container())) takeOut(before);
        if (now.state().returning() && !before.state().returning()) pickups.remove(List.of(now.key()));
        parcels.move(now.key(), now.state());
    }

    /// What lies at one site is not drawn to another that is not on its way, by whoever knows its number.
    /// Refuses by PARCEL_NOT_HERE.
    void checkComesBy(Parcel parcel, ParcelAccess.Post post) {
        ParcelState before = parcel.state();
        boolean lies = before.stage() == ParcelStage.AT_SITE || before.stage() == ParcelStage.READY;
        if (!lies || before.site().equals(post.id())) return;
        if (!network.isOnWay(before.site(), parcel.goal(), Optional.of(post.id())))
            throw Movement.refused(ParcelRule.PARCEL_NOT_HERE, parcel);
    }

    private void takeOut(Parcel parcel) {
        Optional<ContainerId> from = parcel.state().container();
        while (from.isPresent()) from = containers.take(from.get(), parcel.mass(), parcel.litres(), 1);
    }

    /// Refuses by CONTAINER_UNKNOWN, CONTAINER_NOT_OPEN, CONTAINER_GOES_ELSEWHERE, CONTAINER_OVERFILLED.
    /// All of it is asked before anything is written, since a refusal is kept and does not roll back.
    private Parcel packed(Parcel parcel, ParcelAccess.Post post, Scan scan) {
        Container into = openHere(post, scan);
        if (parcel.state().container().equals(Optional.of(into.id()))) return parcel;
        ParcelState there = Movement.after(parcel, ScanKind.IN, post.site(), scan.at());
        Next way = network.next(parcel.in(there));
        if (there.stage() == ParcelStage.READY
                || way instanceof Next.ByRound
                || !network.isOnWay(post.id(), parcel.goal(), into.to()))
            throw Movement.refused(ParcelRule.CONTAINER_GOES_ELSEWHERE, parcel);
        if (!containers.add(into, parcel.mass(), parcel.litres(), 1)) throw overfilled(into);
        return parcel.in(new ParcelState(
                ParcelStage.AT_SITE,
                post.id(),
                scan.at(),
                Optional.of(into.id()),
                there.returning(),
                Optional.empty()));
    }

    /// The container that the scan names, locked.
    Container openHere(ParcelAccess.Post post, Scan scan) {
        String code = scan.into().orElseThrow();
        Container into = Sscc.find(code)
                .flatMap(containers::bySscc)
                .map(containers::lock)
                .orElseThrow(() -> new RuleBroken(ParcelRule.CONTAINER_UNKNOWN, code));
        if (into.stage() != ContainerStage.OPEN || !into.site().equals(post.id()))
            throw new RuleBroken(ParcelRule.CONTAINER_NOT_OPEN, into.sscc().digits());
        return into;
    }

    static RuleBroken overfilled(Container into) {
        return new RuleBroken(
                ParcelRule.CONTAINER_OVERFILLED,
                into.kind().mostMass(),
                into.kind().mostLitres());
    }
}
