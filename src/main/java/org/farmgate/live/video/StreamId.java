package org.farmgate.live.video;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One unbroken run of one camera; made by the client. A camera that is switched, a page loaded anew, begins another.
public record StreamId(UUID value) implements Id {
    public static StreamId next() {
        return new StreamId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
