package org.farmgate.logistics.parcels;

import java.util.List;
import java.util.Optional;
import org.farmgate.place.Site;
import org.farmgate.platform.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Parcels that go back to who sent them: by a clerk's word, or because nobody fetched them in time.
@Service
@Transactional
public class ParcelReturns {
    private static final int AT_ONCE = 500;

    private final ParcelStore store;
    private final ReturnStore returns;
    private final PickupStore pickups;
    private final ParcelScanning ofParcels;
    private final ScanKeeping keeping;
    private final ParcelAccess access;
    private final ScanChecks checks;
    private final ApplicationEventPublisher events;

    ParcelReturns(
            ParcelStore store,
            ReturnStore returns,
            PickupStore pickups,
            ParcelScanning ofParcels,
            ScanKeeping keeping,
            ParcelAccess access,
            ScanChecks checks,
            ApplicationEventPublisher events) {
        this.store = store;
        this.returns = returns;
        this.pickups = pickups;
        this.ofParcels = ofParcels;
        this.keeping = keeping;
        this.access = access;
        this.checks = checks;
        this.events = events;
    }

    /// Sends a parcel back from where it lies: refused by its receiver, say. The same scan again changes
    /// nothing. Needs HANDLE_PARCELS at its site. Refuses by [org.farmgate.platform.NotFound],
    /// SCAN_ID_USED, and by PARCEL_NOT_IN_THAT_STATE unless it lies at a site and goes forward.
    ///
    /// @param reason as the trail and the sender are told
    public Parcel sendBack(Actor actor, ScanId scan, ParcelKey key, String reason) {
        Parcel parcel = store.lock(key).orElseThrow(() -> new org.farmgate.platform.NotFound("parcel", key.id()));
        ParcelAccess.Post post = access.handling(actor, parcel.state().site());
        String why = Contact.checked("reason", reason, Scan.LONGEST_NOTE);
        if (keeping.isThere(post.county(), scan, key, ScanKind.RETURN)) return parcel;
        ParcelStage stage = parcel.stage();
        boolean lies = stage == ParcelStage.AT_SITE || stage == ParcelStage.READY;
        if (!lies || parcel.state().returning()) throw Movement.refused(ParcelRule.PARCEL_NOT_IN_THAT_STATE, parcel);
        var at = checks.now().isBefore(parcel.state().at()) ? parcel.state().at() : checks.now();
        Parcel back = parcel.in(back(parcel, post.site(), at));
        ofParcels.change(parcel, back);
        ScanStore.Kept kept = ScanStore.Kept.of(
                post.county(), scan, parcel.sscc().digits(), ScanKind.RETURN, post.id(), at, why, Optional.of(key));
        keeping.counted(actor, kept, List.of(key), new Next.Nowhere());
        return back;
    }

    private ParcelState back(Parcel parcel, Site site, java.time.Instant at) {
        ParcelState returning =
                new ParcelState(ParcelStage.AT_SITE, site.id(), at, Optional.empty(), true, Optional.empty());
        boolean here = parcel.in(returning).goal().equals(Optional.of(site.id()));
        if (!here) return returning;
        return new ParcelState(
                ParcelStage.READY,
                site.id(),
                at,
                Optional.empty(),
                true,
                Optional.of(StorageLimit.from(at, site.kind())));
    }

    /// Sends back what nobody fetched in time, some hundred at once. Answers how many. For the task that
    /// does it.
    int sendOverdueBack() {
        List<ReturnStore.Overdue> overdue = returns.overdue(checks.now(), AT_ONCE);
        if (overdue.isEmpty()) return 0;
        ScanId scan = ScanId.next();
        List<ReturnStore.Overdue> back = returns.sendBack(overdue, scan, checks.now());
        pickups.remove(back.stream().map(ReturnStore.Overdue::parcel).toList());
        back.stream()
                .map(one -> one.parcel().origin())
                .distinct()
                .forEach(county -> events.publishEvent(new ParcelsMoved(county, scan, ScanKind.RETURN, checks.now())));
        return back.size();
    }
}
