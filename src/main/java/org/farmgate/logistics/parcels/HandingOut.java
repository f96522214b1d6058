package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One hand-out, in one transaction: of two at once with the right code one is handed out and the other
/// refused, and wrong tries are counted one after the other.
@Component
class HandingOut {
    private final ScanRecording recording;
    private final ParcelScanning ofParcels;
    private final PickupStore pickups;
    private final ScanChecks checks;
    private final ScanKeeping keeping;
    private final ParcelEnding ending;
    private final Sealing sealing;

    HandingOut(
            ScanRecording recording,
            ParcelScanning ofParcels,
            PickupStore pickups,
            ScanChecks checks,
            ScanKeeping keeping,
            ParcelEnding ending,
            Sealing sealing) {
        this.recording = recording;
        this.ofParcels = ofParcels;
        this.pickups = pickups;
        this.checks = checks;
        this.keeping = keeping;
        this.ending = ending;
        this.sealing = sealing;
    }

    @Transactional
    public ScanAnswer record(Actor actor, ParcelAccess.Post post, HandOut asked) {
        Optional<Parcel> parcel = recording.lockParcel(asked.code());
        ScanStore.Kept kept = ScanStore.Kept.of(
                post.county(),
                asked.id(),
                asked.code(),
                ScanKind.HAND_OUT,
                post.id(),
                asked.at(),
                "",
                parcel.map(Parcel::key));
        Optional<ScanAnswer> before = keeping.before(kept);
        if (before.isPresent()) return before.get();
        if (parcel.isEmpty()) return keeping.unknown(actor, kept);
        return decide(actor, post, asked, kept, parcel.get());
    }

    private ScanAnswer decide(Actor actor, ParcelAccess.Post post, HandOut asked, ScanStore.Kept kept, Parcel parcel) {
        List<ParcelKey> it = List.of(parcel.key());
        try {
            check(parcel, post, asked.at());
            checkCode(parcel, asked.pickupCode());
            ParcelState before = parcel.state();
            Instant at = asked.at().isBefore(before.at()) ? before.at() : asked.at();
            Parcel now = parcel.in(new ParcelState(
                    ParcelStage.HANDED_OUT, post.id(), at, Optional.empty(), before.returning(), Optional.empty()));
            ofParcels.change(parcel, now);
            ending.taken(Optional.of(actor), now, asked.taker(), at);
            return keeping.counted(actor, kept, it, new Next.Nowhere());
        } catch (RuleBroken broken) {
            return keeping.refused(actor, kept, it, broken);
        }
    }

    private void check(Parcel parcel, ParcelAccess.Post post, Instant at) {
        if (parcel.stage() == ParcelStage.HANDED_OUT) throw Movement.refused(ParcelRule.PARCEL_HANDED_OUT, parcel);
        if (!parcel.state().site().equals(post.id())) throw Movement.refused(ParcelRule.PARCEL_NOT_HERE, parcel);
        if (parcel.stage() != ParcelStage.READY) throw Movement.refused(ParcelRule.PARCEL_NOT_IN_THAT_STATE, parcel);
        checks.time(at, parcel.takenIn());
    }

    private void checkCode(Parcel parcel, PickupCode code) {
        PickupStore.Pickup pickup =
                pickups.find(parcel.key()).orElseThrow(() -> Movement.refused(ParcelRule.PICKUP_WITHOUT_CODE, parcel));
        Instant now = checks.now();
        boolean locked = pickup.lockedUntil().filter(now::isBefore).isPresent();
        if (locked)
            throw new RuleBroken(ParcelRule.PICKUP_LOCKED, pickup.lockedUntil().orElseThrow());
        if (pickup.mark().equals(mark(parcel, code))) return;
        // After a lock has passed the count begins anew.
        int wrong = (pickup.lockedUntil().isPresent() ? 0 : pickup.wrong()) + 1;
        Optional<Instant> until =
                wrong < HandOuts.MOST_TRIES ? Optional.empty() : Optional.of(now.plus(HandOuts.LOCKED));
        pickups.wrong(parcel.key(), wrong, until);
        if (until.isPresent()) throw new RuleBroken(ParcelRule.PICKUP_LOCKED, until.get());
        throw new RuleBroken(ParcelRule.PICKUP_CODE_WRONG, HandOuts.MOST_TRIES - wrong);
    }

    /// Of one parcel's code: the same six digits leave another mark at another parcel.
    UUID mark(Parcel parcel, PickupCode code) {
        return sealing.fingerprint(parcel.id() + "\n" + code.digits(), "pickup code");
    }
}
