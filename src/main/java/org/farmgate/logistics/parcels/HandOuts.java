package org.farmgate.logistics.parcels;

import java.time.Duration;
import java.util.Map;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Handing parcels out at a counter, by a code that only who is to fetch them knows.
@Service
public class HandOuts {
    /// After so many wrong tries nobody may try for a while.
    public static final int MOST_TRIES = 5;

    public static final Duration LOCKED = Duration.ofMinutes(30);

    private final HandingOut handing;
    private final Parcels parcels;
    private final ParcelStore store;
    private final PickupStore pickups;
    private final ParcelAccess access;
    private final ScanChecks checks;
    private final Audit audit;

    HandOuts(
            HandingOut handing,
            Parcels parcels,
            ParcelStore store,
            PickupStore pickups,
            ParcelAccess access,
            ScanChecks checks,
            Audit audit) {
        this.handing = handing;
        this.parcels = parcels;
        this.store = store;
        this.pickups = pickups;
        this.access = access;
        this.checks = checks;
        this.audit = audit;
    }

    /// Needs HANDLE_PARCELS at that site. Refuses as [Scans#record] throws; other refusals are kept and
    /// answered: CODE_UNKNOWN, PARCEL_HANDED_OUT, PARCEL_NOT_HERE, PARCEL_NOT_IN_THAT_STATE,
    /// SCAN_TIME_OUT_OF_REACH, PICKUP_WITHOUT_CODE, PICKUP_CODE_WRONG, PICKUP_LOCKED. The consignment of a
    /// parcel is delivered with it.
    public ScanAnswer record(Actor actor, HandOut asked) {
        return handing.record(actor, access.handling(actor, asked.site()), asked);
    }

    /// Makes a code for a parcel on its way or waiting: told to who is to fetch it, then forgotten. An
    /// earlier one is void, and so is its lock; the audit trail names who made it. Refuses as
    /// [Parcels#see], and by PARCEL_HANDED_OUT.
    @Transactional
    public PickupCode newCode(Actor actor, ParcelId id) {
        Parcel seen = parcels.see(actor, id);
        Parcel parcel = store.lock(seen.key()).orElseThrow();
        if (parcel.stage() == ParcelStage.HANDED_OUT) throw Movement.refused(ParcelRule.PARCEL_HANDED_OUT, parcel);
        PickupCode code = PickupCode.random();
        pickups.put(parcel.key(), handing.mark(parcel, code), actor.personName(), checks.now());
        audit.record(
                actor,
                "parcel.pickup-code",
                "parcel",
                id,
                Map.of("number", parcel.sscc().digits()));
        return code;
    }
}
