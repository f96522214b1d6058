package org.farmgate.logistics.trips;

import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.InputBroken;

/// What a trip costs beside its hire.
///
/// @param id made by whoever enters it; the same again is once
public record CostLine(UUID id, Kind kind, Money amount, String note) {
    public static final int LONGEST_NOTE = 200;
    public static final int MOST = 50;

    public enum Kind {
        TOLL,
        WAITING,
        COLD,
        OTHER
    }

    /// Refuses by the input errors `zero`, `too-long`.
    public CostLine {
        note = note.strip();
        if (amount.fen() <= 0 || amount.fen() > Money.GREATEST_FEN) throw new InputBroken("amount", "zero");
        if (note.length() > LONGEST_NOTE) throw new InputBroken("note", "too-long", LONGEST_NOTE);
    }
}
