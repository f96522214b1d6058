package org.farmgate.logistics.parcels.carrier;

import java.net.URI;
import java.time.Instant;
import org.farmgate.platform.InputBroken;

/// A company beyond our network that takes parcels on.
///
/// @param address under which its program answers
/// @param renewedAt since when the secret stands that both sign with
public record OutsideCarrier(
        OutsideCarrierId id, String name, URI address, State state, Instant madeAt, Instant renewedAt) {
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_ADDRESS = 200;

    public enum State {
        OPEN,
        /// Is given no more parcels; what it has it still tells us of.
        CLOSED
    }

    /// Refuses by the input errors `missing`, `too-long`, `no-such-address`.
    public OutsideCarrier {
        name = name.strip();
        if (name.isEmpty()) throw new InputBroken("name", "missing");
        if (name.length() > LONGEST_NAME) throw new InputBroken("name", "too-long", LONGEST_NAME);
        checkAddress(address);
    }

    /// Reads an address; refuses as the record does.
    public static URI address(String text) {
        try {
            URI address = URI.create(text.strip());
            checkAddress(address);
            return address;
        } catch (IllegalArgumentException _) {
            throw new InputBroken("address", "no-such-address", text);
        }
    }

    private static void checkAddress(URI address) {
        String scheme = address.getScheme();
        boolean web = "https".equals(scheme) || "http".equals(scheme);
        boolean plain = address.getRawUserInfo() == null && address.getRawQuery() == null;
        if (!web || !plain || address.getHost() == null)
            throw new InputBroken("address", "no-such-address", address.toString());
        if (address.toString().length() > LONGEST_ADDRESS)
            throw new InputBroken("address", "too-long", LONGEST_ADDRESS);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /// Its page.
    public String path() {
        return "/outside-carriers/" + id;
    }
}
