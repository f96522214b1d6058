package org.farmgate.logistics;

import java.util.Optional;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// Who carries a consignment: by name, and by party where it has an account here and so sees what it
/// carries.
public record Carrier(Optional<PartyId> party, String name) {
    public static final int LONGEST_NAME = 120;

    /// Refuses by the input errors `missing` and `too-long`.
    public Carrier {
        name = name.strip();
        if (name.isEmpty()) throw new InputBroken("carrierName", "missing");
        if (name.codePointCount(0, name.length()) > LONGEST_NAME)
            throw new InputBroken("carrierName", "too-long", LONGEST_NAME);
    }
}
