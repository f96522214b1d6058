package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Mass;

/// One code read at a wave.
public record WaveScan(ScanId id, String code, Instant at, Optional<Mass> weighed) {
    /// Refuses by the input errors `missing`, `too-long` and `no-such-date`.
    public WaveScan {
        code = Contact.checked("code", code, Scan.LONGEST_CODE);
        at = Scan.moment(at);
    }
}
