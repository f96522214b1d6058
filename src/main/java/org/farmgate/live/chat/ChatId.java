package org.farmgate.live.chat;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One message; made by the client, so that sending twice is once.
public record ChatId(UUID value) implements Id {
    public static ChatId next() {
        return new ChatId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
