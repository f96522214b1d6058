package org.farmgate.logistics.parcels;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One reading of one code. The client makes it, so that sent twice it counts once.
public record ScanId(UUID value) implements Id {
    public static ScanId next() {
        return new ScanId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
