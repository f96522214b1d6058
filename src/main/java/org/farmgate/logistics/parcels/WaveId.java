package org.farmgate.logistics.parcels;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One sorting wave at one centre.
public record WaveId(UUID value) implements Id {
    public static WaveId next() {
        return new WaveId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
