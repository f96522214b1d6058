package org.farmgate.logistics.storage;

import java.util.UUID;
import org.farmgate.platform.Id;

/// What a week of storage costs an owner, or a correction of it.
public record BillId(UUID value) implements Id {
    public static BillId next() {
        return new BillId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
