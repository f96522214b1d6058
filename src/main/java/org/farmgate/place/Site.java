package org.farmgate.place;

import java.util.Optional;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// A place where goods are: kept once here, whoever else has more to say about it. It is closed, not deleted: papers
/// name it for years.
///
/// @param operator who runs it
/// @param address as a driver needs it; may be empty
public record Site(
        SiteId id,
        SiteKind kind,
        String name,
        Optional<Gln> gln,
        RegionId region,
        Coordinates at,
        PartyId operator,
        String address,
        boolean closed) {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_ADDRESS = 300;

    /// Refuses by the input errors `missing` and `too-long`.
    public Site {
        name = name.strip();
        address = address.strip();
        if (name.isEmpty()) throw new InputBroken("name", "missing");
        if (name.length() > LONGEST_NAME) throw new InputBroken("name", "too-long", LONGEST_NAME);
        if (address.length() > LONGEST_ADDRESS) throw new InputBroken("address", "too-long", LONGEST_ADDRESS);
    }

    Site asClosed(boolean nowClosed) {
        return new Site(id, kind, name, gln, region, at, operator, address, nowClosed);
    }
}
