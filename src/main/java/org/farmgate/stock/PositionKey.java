package org.farmgate.stock;

import java.util.Comparator;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// Which position: a lot at a site. In the database's order, in which all that changes several positions comes to
/// them: two who want the same then wait for one another instead of for ever.
public record PositionKey(RegionId origin, LotId lot, SiteId site) implements Comparable<PositionKey> {
    private static final Comparator<PositionKey> ORDER = Comparator.comparing(
                    (PositionKey key) -> key.origin().value(), PositionKey::compare)
            .thenComparing(key -> key.lot().value(), PositionKey::compare)
            .thenComparing(key -> key.site().value(), PositionKey::compare);

    @Override
    public int compareTo(PositionKey other) {
        return ORDER.compare(this, other);
    }

    /// Byte by byte, as PostgreSQL does; Java's own order takes the halves as signed numbers.
    static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
