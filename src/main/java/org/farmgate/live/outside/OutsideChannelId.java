package org.farmgate.live.outside;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A channel of one seller; made by the client.
public record OutsideChannelId(UUID value) implements Id {
    public static OutsideChannelId next() {
        return new OutsideChannelId(Id.next());
    }

    public static OutsideChannelId of(String text) {
        return new OutsideChannelId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
