package org.farmgate.logistics.parcels;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.Sealing;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Parcels of the county's network: taking them in, finding and following them. What moves them are [Scans],
/// [Containers], [Waves] and [HandOuts].
@Service
@Transactional(readOnly = true)
public class Parcels {
    private static final Set<ScanKind> TOLD_TO_ALL = EnumSet.of(
            ScanKind.TAKE_IN,
            ScanKind.IN,
            ScanKind.OUT,
            ScanKind.LOAD,
            ScanKind.UNLOAD,
            ScanKind.DELIVER,
            ScanKind.HAND_OUT,
            ScanKind.RETURN,
            ScanKind.GIVE_ON,
            ScanKind.TOLD,
            ScanKind.LOST);

    private final Intake intake;
    private final ParcelReadStore reading;
    private final ParcelAccess access;
    private final ParcelNetwork network;
    private final Sealing sealing;

    Parcels(Intake intake, ParcelReadStore reading, ParcelAccess access, ParcelNetwork network, Sealing sealing) {
        this.intake = intake;
        this.reading = reading;
        this.access = access;
        this.network = network;
        this.sealing = sealing;
    }

    /// A parcel comes over the counter; the same id twice is one parcel. Needs HANDLE_PARCELS at that site.
    /// Refuses by [NotFound], SITE_NOT_IN_NETWORK, PARCEL_ID_USED, PARCEL_TAKEN_IN_BEFORE,
    /// PARCEL_NOT_OF_CONSIGNMENT, PARCEL_WITHOUT_ADDRESS, SCAN_TIME_OUT_OF_REACH,
    /// CONSIGNMENT_NOT_IN_THAT_STATE.
    @Transactional
    public Parcel takeIn(Actor actor, NewParcel parcel) {
        return intake.takeIn(actor, access.handling(actor, parcel.site()), parcel);
    }

    /// By any code that a scanner reads: an SSCC in any of its shapes, or another carrier's waybill number.
    /// For modules.
    public Optional<Parcel> find(String code) {
        return Sscc.find(code).flatMap(reading::bySscc).or(() -> reading.byWaybill(code.strip()));
    }

    /// For modules; those that exist.
    public List<Parcel> byIds(Collection<ParcelId> ids) {
        return reading.byIds(ids);
    }

    /// What of a consignment was taken in, by package. For modules.
    public List<Parcel> ofConsignment(org.farmgate.logistics.ConsignmentId consignment) {
        return reading.ofConsignment(consignment);
    }

    /// Needs HANDLE_PARCELS. Refuses by [NotFound], also for a parcel that is not their affair: neither
    /// taken in, nor lying, nor to be handed out at a site of theirs.
    public Parcel see(Actor actor, ParcelId id) {
        actor.require(Right.HANDLE_PARCELS);
        return reading.byIds(List.of(id)).stream()
                .filter(parcel -> access.sees(actor, parcel))
                .findFirst()
                .orElseThrow(() -> new NotFound("parcel", id));
    }

    /// As [#see], by any code. Refuses by the input errors `missing`, `too-long`, `control-character`.
    public Parcel see(Actor actor, String code) {
        actor.require(Right.HANDLE_PARCELS);
        return find(Contact.checked("code", code, Scan.LONGEST_CODE))
                .filter(parcel -> access.sees(actor, parcel))
                .orElseThrow(() -> new NotFound("parcel", code));
    }

    /// Who sends and gets it, while it is on its way; nobody afterwards. Refuses as [#see], and by
    /// KEY_MISSING.
    public Optional<ParcelPeople> unseal(Actor actor, ParcelId id) {
        return people(see(actor, id));
    }

    /// As [#unseal], for parts of `logistics` that have asked: labels, rounds.
    public Optional<ParcelPeople> people(Parcel parcel) {
        if (parcel.stage() == ParcelStage.HANDED_OUT) return Optional.empty();
        return Optional.of(ParcelSealing.people(sealing, parcel.id(), reading.people(parcel.key())));
    }

    /// Everything that was scanned, refused ones too, the earliest first. Refuses as [#see].
    public List<ParcelStep> trail(Actor actor, ParcelId id) {
        return reading.steps(see(actor, id).key());
    }

    /// Where it goes from where it is.
    public Next next(Parcel parcel) {
        return network.next(parcel);
    }

    /// What anybody may know who has the number. Nothing is said of another carrier's waybill numbers.
    public Optional<Track> track(Sscc sscc) {
        return reading.bySscc(sscc).map(parcel -> track(parcel, reading.steps(parcel.key())));
    }

    private static Track track(Parcel parcel, List<ParcelStep> steps) {
        ParcelState state = parcel.state();
        return new Track(
                parcel.sscc(),
                state.stage(),
                state.returning(),
                state.at(),
                state.site(),
                parcel.toRegion(),
                parcel.goal(),
                state.keepUntil(),
                steps.stream()
                        .filter(step -> step.outcome() != ScanOutcome.REFUSED && TOLD_TO_ALL.contains(step.kind()))
                        .map(step -> new Track.Place(
                                step.kind(), step.site(), step.at(), step.kind() == ScanKind.TOLD ? step.note() : ""))
                        .toList());
    }

    /// What lies, or was last, at the sites where the actor handles parcels. Needs HANDLE_PARCELS. Refuses by
    /// [NotFound] for a site that is not theirs.
    public Slice<Parcel> search(Actor actor, ParcelQuery query) {
        List<SiteId> theirs = query.site()
                .map(site -> List.of(access.handling(actor, site).id()))
                .orElseGet(() -> network.handledBy(actor));
        return reading.search(theirs, query);
    }
}
