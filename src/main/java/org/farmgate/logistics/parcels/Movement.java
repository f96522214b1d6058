package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.Site;
import org.farmgate.platform.RuleBroken;

/// What one scan makes of one parcel. Knows no database.
final class Movement {
    /// Scales differ by that much, and labels weigh something.
    private static final long LEAST_TOLERANCE_GRAMS = 50;

    private static final long TOLERANCE_DIVISOR = 20;

    private Movement() {}

    /// Refuses by PARCEL_HANDED_OUT, PARCEL_NOT_IN_THAT_STATE, PARCEL_NOT_HERE, PARCEL_NOT_FOR_A_DOOR.
    ///
    /// @param site where the scan was made
    static ParcelState after(Parcel parcel, ScanKind kind, Site site, Instant at) {
        ParcelState before = parcel.state();
        if (before.stage() == ParcelStage.HANDED_OUT) throw refused(ParcelRule.PARCEL_HANDED_OUT, parcel);
        if (before.stage() == ParcelStage.LOST && parcel.source() instanceof ParcelSource.Order)
            return after(found(parcel), kind, site, at);
        return switch (kind) {
            case IN, UNLOAD -> arrived(parcel, site, at);
            case OUT, LOAD -> {
                if (before.stage() == ParcelStage.GIVEN_ON) throw refused(ParcelRule.PARCEL_NOT_IN_THAT_STATE, parcel);
                yield at(before, ParcelStage.UNDER_WAY, site, at);
            }
            case UNPACK -> {
                if (before.stage() == ParcelStage.READY) throw refused(ParcelRule.PARCEL_NOT_IN_THAT_STATE, parcel);
                yield arrived(parcel, site, at);
            }
            case DELIVER -> {
                if (!parcel.toDoor() || before.returning()) throw refused(ParcelRule.PARCEL_NOT_FOR_A_DOOR, parcel);
                if (!parcel.toSite().equals(Optional.of(site.id()))) throw refused(ParcelRule.PARCEL_NOT_HERE, parcel);
                yield at(before, ParcelStage.HANDED_OUT, site, at);
            }
            case PACK, SEEN, TAKE_IN, SORT, HAND_OUT, RETURN, GIVE_ON, TOLD, LOST, DAMAGED -> before;
        };
    }

    /// The order it belonged to came to nothing when it was lost: it goes back to its sender.
    private static Parcel found(Parcel parcel) {
        ParcelState lost = parcel.state();
        return parcel.in(
                new ParcelState(ParcelStage.AT_SITE, lost.site(), lost.at(), Optional.empty(), true, Optional.empty()));
    }

    /// At its goal it waits to be fetched, unless a round brings it on.
    private static ParcelState arrived(Parcel parcel, Site site, Instant at) {
        ParcelState before = parcel.state();
        boolean there = parcel.goal().equals(Optional.of(site.id()));
        if (!there || parcel.toDoor() && !before.returning()) return at(before, ParcelStage.AT_SITE, site, at);
        boolean waits = before.stage() == ParcelStage.READY && before.site().equals(site.id());
        Instant until = waits ? before.keepUntil().orElseThrow() : StorageLimit.from(at, site.kind());
        return new ParcelState(
                ParcelStage.READY, site.id(), at, Optional.empty(), before.returning(), Optional.of(until));
    }

    private static ParcelState at(ParcelState before, ParcelStage stage, Site site, Instant at) {
        return new ParcelState(stage, site.id(), at, Optional.empty(), before.returning(), Optional.empty());
    }

    /// Refuses by PARCEL_WEIGHT_DIFFERS: more than a twentieth and fifty grams from what was taken in.
    static void checkWeight(Parcel parcel, Optional<Mass> weighed) {
        if (weighed.isEmpty()) return;
        long tolerance = Math.max(LEAST_TOLERANCE_GRAMS, parcel.mass().grams() / TOLERANCE_DIVISOR);
        if (Math.abs(weighed.get().grams() - parcel.mass().grams()) > tolerance)
            throw new RuleBroken(ParcelRule.PARCEL_WEIGHT_DIFFERS, weighed.get(), parcel.mass());
    }

    static RuleBroken refused(ParcelRule rule, Parcel parcel) {
        return new RuleBroken(rule, parcel.sscc().digits());
    }
}
