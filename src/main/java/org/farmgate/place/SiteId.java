package org.farmgate.place;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A place where goods lie or are handed over: warehouse, packing house, station, store, ship-to.
public record SiteId(UUID value) implements Id {
    public static SiteId next() {
        return new SiteId(Id.next());
    }

    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
