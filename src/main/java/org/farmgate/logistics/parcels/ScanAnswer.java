package org.farmgate.logistics.parcels;

import java.util.Optional;
import org.farmgate.platform.RuleBroken;

/// What a scan came to; the same however often it is sent.
///
/// @param parcel the parcel that the code names, if it does
/// @param container the container that the code names, if it does
/// @param parcels how many parcels it was about: those inside, for a container
/// @param next where it goes from here, as things are now
/// @param why it was refused
public record ScanAnswer(
        ScanId scan,
        ScanOutcome outcome,
        Optional<ParcelKey> parcel,
        Optional<ContainerId> container,
        int parcels,
        Next next,
        Optional<RuleBroken> why) {
    static ScanAnswer refused(ScanId scan, RuleBroken why) {
        return new ScanAnswer(
                scan, ScanOutcome.REFUSED, Optional.empty(), Optional.empty(), 0, new Next.Nowhere(), Optional.of(why));
    }

    /// Refuses by what the scan was refused by. For who asks for one alone.
    public ScanAnswer orThrow() {
        if (why.isPresent()) throw why.get();
        return this;
    }
}
