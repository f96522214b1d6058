package org.farmgate.live.outside;

import java.time.Instant;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// Another platform on which a seller sells the same goods.
///
/// @param seller whose orders come from there
/// @param name by which the seller and its files know it
/// @param renewedAt since when its secret stands
public record OutsideChannel(
        OutsideChannelId id, PartyId seller, String name, State state, Instant madeAt, Instant renewedAt) {
    public static final int LONGEST_NAME = 60;

    public enum State {
        OPEN,
        /// Takes no orders; those it took may still be cancelled.
        CLOSED
    }

    /// Refuses by the input errors `missing`, `too-long`.
    public OutsideChannel {
        name = name.strip();
        if (name.isEmpty()) throw new InputBroken("name", "missing");
        if (name.length() > LONGEST_NAME) throw new InputBroken("name", "too-long", LONGEST_NAME);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /// Its page.
    public String path() {
        return "/outside-channels/" + id;
    }
}
