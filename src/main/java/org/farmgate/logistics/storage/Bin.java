package org.farmgate.logistics.storage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;

/// A place in a warehouse where goods lie.
///
/// @param code as it is written on it: `A-01`
/// @param zone the part of the warehouse that it is in
/// @param cold whether it keeps goods cold
/// @param dock whether it is the place where everything comes in; there is one in each warehouse
public record Bin(
        BinId id, SiteId site, String code, String zone, boolean cold, Mass capacity, boolean dock, boolean closed) {
    public static final int LONGEST_CODE = 20;
    public static final int LONGEST_ZONE = 40;
    static final String DOCK = "DOCK";

    /// Refuses by the input errors `missing`, `too-long`, `zero`, `too-heavy`.
    public Bin {
        code = text("code", code, LONGEST_CODE);
        zone = text("zone", zone, LONGEST_ZONE);
        if (capacity.isZero()) throw new InputBroken("capacity", "zero");
        if (capacity.compareTo(NearMarketWarehouse.LARGEST_CAPACITY) > 0)
            throw new InputBroken("capacity", "too-heavy", NearMarketWarehouse.LARGEST_CAPACITY);
    }

    private static String text(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()) throw new InputBroken(field, "missing");
        if (stripped.codePointCount(0, stripped.length()) > longest) throw new InputBroken(field, "too-long", longest);
        return stripped;
    }

    /// Where a site's goods come in. Its id follows from the site's, so that two who need it first make
    /// one.
    static Bin dockOf(SiteId site) {
        return new Bin(dockId(site), site, DOCK, DOCK, false, NearMarketWarehouse.LARGEST_CAPACITY, true, false);
    }

    static BinId dockId(SiteId site) {
        return new BinId(UUID.nameUUIDFromBytes(("dock/" + site).getBytes(StandardCharsets.UTF_8)));
    }

    Bin asClosed(boolean nowClosed) {
        return new Bin(id, site, code, zone, cold, capacity, dock, nowClosed);
    }
}
