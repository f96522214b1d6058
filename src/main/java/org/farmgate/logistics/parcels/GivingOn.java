package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Parcels that another carrier brings on, and what it tells of them.
@Service
@Transactional
public class GivingOn {
    private final ParcelStore store;
    private final GivenOnStore given;
    private final ScanStore scans;
    private final ParcelScanning ofParcels;
    private final ParcelAccess access;
    private final ScanChecks checks;
    private final ScanKeeping keeping;
    private final ParcelEnding ending;
    private final ApplicationEventPublisher events;

    GivingOn(
            ParcelStore store,
            GivenOnStore given,
            ScanStore scans,
            ParcelScanning ofParcels,
            ParcelAccess access,
            ScanChecks checks,
            ScanKeeping keeping,
            ParcelEnding ending,
            ApplicationEventPublisher events) {
        this.store = store;
        this.given = given;
        this.scans = scans;
        this.ofParcels = ofParcels;
        this.access = access;
        this.checks = checks;
        this.keeping = keeping;
        this.ending = ending;
        this.events = events;
    }

    /// The other carrier fetches it from the site where it lies. The same scan id again changes nothing.
    /// Needs HANDLE_PARCELS there. Refuses by [NotFound], SITE_NOT_IN_NETWORK, PARCEL_NOT_IN_THAT_STATE,
    /// SCAN_ID_USED.
    public Parcel give(Actor actor, ScanId scan, ParcelKey key, GivenOn to, Instant at) {
        Parcel parcel = store.lock(key).orElseThrow(() -> new NotFound("parcel", key.id()));
        ParcelAccess.Post post = access.handling(actor, parcel.state().site());
        if (keeping.isThere(post.county(), scan, key, ScanKind.GIVE_ON)) return parcel;
        if (parcel.stage() != ParcelStage.AT_SITE) throw Movement.refused(ParcelRule.PARCEL_NOT_IN_THAT_STATE, parcel);
        checks.time(at, parcel.takenIn());
        Instant then = after(parcel, at);
        given.put(key, to);
        Parcel now = moved(parcel, ParcelStage.GIVEN_ON, then);
        ScanStore.Kept kept = ScanStore.Kept.of(
                post.county(),
                scan,
                parcel.sscc().digits(),
                ScanKind.GIVE_ON,
                post.id(),
                then,
                to.carrier(),
                Optional.of(key));
        keeping.counted(actor, kept, List.of(key), new Next.Nowhere());
        return now;
    }

    /// The other carrier says that it has fetched a parcel that was booked with it: nobody of ours scanned it. The same
    /// scan id again changes nothing, and neither does it for one that does not lie at a site, or came to it after
    /// that. For the part of `logistics` that talks to carriers.
    public void fetched(ScanId scan, ParcelKey key, GivenOn to, Instant at) {
        Parcel parcel = store.lock(key).orElseThrow(() -> new NotFound("parcel", key.id()));
        if (scans.hasStep(key, scan) || parcel.stage() != ParcelStage.AT_SITE) return;
        if (checks.isEarlier(at, parcel.state().at())) return;
        ParcelAccess.Post post = access.post(parcel.state().site());
        Instant then = after(parcel, at);
        given.put(key, to);
        moved(parcel, ParcelStage.GIVEN_ON, then);
        ScanStore.Kept kept = ScanStore.Kept.of(
                post.county(),
                scan,
                parcel.sscc().digits(),
                ScanKind.GIVE_ON,
                post.id(),
                then,
                to.carrier(),
                Optional.of(key));
        scans.steps(List.of(key), kept, Optional.empty(), checks.now());
        events.publishEvent(new ParcelsMoved(post.county(), scan, ScanKind.GIVE_ON, then));
    }

    /// What the carrier tells, for the part of `logistics` that talks to it; the same scan id again changes
    /// nothing, and neither does what comes after the end. Told in the trail with the site that gave it on.
    ///
    /// @param note in the carrier's words: where it is
    /// @param taker who took it, as the carrier says; may be empty
    public void told(ScanId scan, ParcelKey key, CarrierNews news, Instant at, String note, String taker) {
        Parcel parcel = store.lock(key).orElseThrow(() -> new NotFound("parcel", key.id()));
        boolean before = scans.hasStep(key, scan);
        if (before || parcel.stage() != ParcelStage.GIVEN_ON) return;
        ParcelAccess.Post post = access.post(parcel.state().site());
        Instant then = after(parcel, at);
        ScanStore.Kept kept = ScanStore.Kept.of(
                post.county(), scan, parcel.sscc().digits(), ScanKind.TOLD, post.id(), then, note, Optional.of(key));
        scans.steps(List.of(key), kept, Optional.empty(), checks.now());
        switch (news) {
            case UNDER_WAY -> {}
            case DELIVERED -> {
                Parcel done = moved(parcel, ParcelStage.HANDED_OUT, then);
                ending.taken(Optional.empty(), done, taker, then);
            }
            case LOST -> {
                Parcel lost = moved(parcel, ParcelStage.LOST, then);
                ending.failed(Optional.empty(), lost, note.isBlank() ? "lost" : note, then);
            }
            case COMES_BACK ->
                ofParcels.change(
                        parcel,
                        parcel.in(new ParcelState(
                                ParcelStage.GIVEN_ON, post.id(), then, Optional.empty(), true, Optional.empty())));
        }
        events.publishEvent(new ParcelsMoved(post.county(), scan, ScanKind.TOLD, then));
    }

    private static Instant after(Parcel parcel, Instant at) {
        Instant then = at.truncatedTo(ChronoUnit.MICROS);
        return then.isBefore(parcel.state().at()) ? parcel.state().at() : then;
    }

    private Parcel moved(Parcel parcel, ParcelStage stage, Instant at) {
        ParcelState before = parcel.state();
        Parcel now = parcel.in(
                new ParcelState(stage, before.site(), at, Optional.empty(), before.returning(), Optional.empty()));
        ofParcels.change(parcel, now);
        return now;
    }

    /// To whom it was given, if it was.
    @Transactional(readOnly = true)
    public Optional<GivenOn> of(ParcelKey parcel) {
        return given.of(parcel);
    }

    /// Those that the carrier has under that number, the latest first.
    @Transactional(readOnly = true)
    public List<ParcelKey> find(GivenOn to) {
        return given.find(to);
    }
}
