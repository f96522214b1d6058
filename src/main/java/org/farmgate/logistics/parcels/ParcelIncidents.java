package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Parcels that are lost or damaged. A lost one is found by the next scan of it; the consignment that it
/// belonged to has failed by then, so it goes back to its sender. A damaged one goes on, unless somebody
/// sends it back.
@Service
@Transactional
public class ParcelIncidents {
    private final ParcelStore store;
    private final ParcelIncidentStore incidents;
    private final Parcels parcels;
    private final ParcelScanning ofParcels;
    private final ParcelAccess access;
    private final ScanChecks checks;
    private final ScanKeeping keeping;
    private final ParcelEnding ending;

    ParcelIncidents(
            ParcelStore store,
            ParcelIncidentStore incidents,
            Parcels parcels,
            ParcelScanning ofParcels,
            ParcelAccess access,
            ScanChecks checks,
            ScanKeeping keeping,
            ParcelEnding ending) {
        this.store = store;
        this.incidents = incidents;
        this.parcels = parcels;
        this.ofParcels = ofParcels;
        this.access = access;
        this.checks = checks;
        this.keeping = keeping;
        this.ending = ending;
    }

    /// The same scan id again changes nothing. Needs HANDLE_PARCELS at the site where it is or was last.
    /// Refuses by [NotFound], PARCEL_HANDED_OUT, SCAN_ID_USED.
    public Parcel report(Actor actor, ParcelKey key, NewIncident told) {
        Parcel parcel = store.lock(key).orElseThrow(() -> new NotFound("parcel", key.id()));
        ParcelAccess.Post post = access.handling(actor, parcel.state().site());
        Instant now =
                checks.now().isBefore(parcel.state().at()) ? parcel.state().at() : checks.now();
        ScanKind kind = switch (told.kind()) {
            case LOST -> ScanKind.LOST;
            case DAMAGED -> ScanKind.DAMAGED;
        };
        if (keeping.isThere(post.county(), told.id(), key, kind)) return parcel;
        if (parcel.stage() == ParcelStage.HANDED_OUT) throw Movement.refused(ParcelRule.PARCEL_HANDED_OUT, parcel);
        Parcel after = kind == ScanKind.LOST ? lost(actor, parcel, told, now) : parcel;
        incidents.insert(
                key,
                told.id(),
                new ParcelIncident(
                        told.kind(),
                        post.id(),
                        now,
                        told.what(),
                        told.payer(),
                        actor.personName(),
                        actor.organisationName()));
        ScanStore.Kept kept = ScanStore.Kept.of(
                post.county(), told.id(), parcel.sscc().digits(), kind, post.id(), now, told.what(), Optional.of(key));
        keeping.counted(actor, kept, List.of(key), new Next.Nowhere());
        return after;
    }

    private Parcel lost(Actor actor, Parcel parcel, NewIncident told, Instant now) {
        ParcelState before = parcel.state();
        Parcel lost = parcel.in(new ParcelState(
                ParcelStage.LOST, before.site(), now, Optional.empty(), before.returning(), Optional.empty()));
        ofParcels.change(parcel, lost);
        ending.failed(Optional.of(actor), lost, told.what(), now);
        return lost;
    }

    /// The earliest first. Refuses as [Parcels#see].
    @Transactional(readOnly = true)
    public List<ParcelIncident> of(Actor actor, ParcelId id) {
        return incidents.of(parcels.see(actor, id).key());
    }
}
