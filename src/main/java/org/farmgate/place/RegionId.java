package org.farmgate.place;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A region of the tree. A producing county's id is the `origin_id` of everything grown there.
public record RegionId(UUID value) implements Id {
    public static RegionId next() {
        return new RegionId(Id.next());
    }

    public static RegionId of(String text) {
        return new RegionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
