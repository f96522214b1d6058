package org.farmgate.logistics.parcels;

import java.util.Optional;
import java.util.function.Supplier;
import org.farmgate.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes one scan in, in one transaction: finds and locks what the code names, so that of two scans of it
/// at once the second sees what the first did, and has it decided.
@Component
class ScanRecording {
    private final ParcelStore parcels;
    private final ParcelReadStore reading;
    private final ContainerStore containers;
    private final ScanKeeping keeping;
    private final ParcelScanning ofParcels;
    private final ContainerScanning ofContainers;

    ScanRecording(
            ParcelStore parcels,
            ParcelReadStore reading,
            ContainerStore containers,
            ScanKeeping keeping,
            ParcelScanning ofParcels,
            ContainerScanning ofContainers) {
        this.parcels = parcels;
        this.reading = reading;
        this.containers = containers;
        this.keeping = keeping;
        this.ofParcels = ofParcels;
        this.ofContainers = ofContainers;
    }

    /// @param at asks whether the actor may, in the same transaction
    @Transactional
    public ScanAnswer record(Actor actor, Supplier<ParcelAccess.Post> at, Scan scan) {
        ParcelAccess.Post post = at.get();
        ScanStore.Kept kept = ScanStore.Kept.of(post.county(), scan);
        Optional<Parcel> parcel = lockParcel(scan.code());
        if (parcel.isPresent())
            return keeping.before(kept)
                    .orElseGet(() -> ofParcels.decide(
                            actor, post, scan, kept.about(parcel.map(Parcel::key), Optional.empty()), parcel.get()));
        Optional<Container> container =
                Sscc.find(scan.code()).flatMap(containers::bySscc).map(containers::lock);
        if (container.isPresent())
            return keeping.before(kept)
                    .orElseGet(() -> ofContainers.decide(
                            actor,
                            post,
                            scan,
                            kept.about(Optional.empty(), container.map(Container::id)),
                            container.get()));
        return keeping.before(kept).orElseGet(() -> keeping.unknown(actor, kept));
    }

    /// By an SSCC, else by another carrier's waybill number.
    Optional<Parcel> lockParcel(String code) {
        return Sscc.find(code)
                .flatMap(reading::bySscc)
                .or(() -> reading.byWaybill(code.strip()))
                .map(Parcel::key)
                .flatMap(parcels::lock);
    }
}
