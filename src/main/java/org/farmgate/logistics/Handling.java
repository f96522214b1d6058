package org.farmgate.logistics;

import java.util.Optional;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// How goods want to be carried, and who pays for it.
///
/// @param litres how much room they take; 0 where nobody measured it
/// @param cold whether only a cold truck may carry them; what is in them may ask for it too
/// @param payer who bears the freight; empty for the sender
public record Handling(int litres, boolean cold, Optional<PartyId> payer) {
    public static final Handling PLAIN = new Handling(0, false, Optional.empty());
    /// Ten thousand cubic metres: no truck is larger.
    public static final int MOST_LITRES = 10_000_000;

    /// Refuses by the input error `out-of-range`.
    public Handling {
        if (litres < 0 || litres > MOST_LITRES) throw new InputBroken("litres", "out-of-range", 0, MOST_LITRES);
    }

    public static Handling paidBy(PartyId payer) {
        return new Handling(0, false, Optional.of(payer));
    }
}
