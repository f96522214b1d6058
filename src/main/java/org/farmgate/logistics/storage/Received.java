package org.farmgate.logistics.storage;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.InputBroken;
import org.farmgate.stock.LotId;

/// What somebody found of a lot when it came.
///
/// @param mass nothing where none of it came
/// @param difference why it is not what was announced; empty where it is
public record Received(
        LotId lot, Mass mass, Arrival.How how, Optional<Arrival.Difference> difference, String note, Instant at) {
    /// Refuses by the input error `too-long`.
    public Received {
        note = note.strip();
        if (note.codePointCount(0, note.length()) > Arrival.LONGEST_NOTE)
            throw new InputBroken("note", "too-long", Arrival.LONGEST_NOTE);
    }
}
