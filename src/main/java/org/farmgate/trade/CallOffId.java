package org.farmgate.trade;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A buyer's call for part of a contract.
public record CallOffId(UUID value) implements Id {
    public static CallOffId next() {
        return new CallOffId(Id.next());
    }

    public static CallOffId of(String text) {
        return new CallOffId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
