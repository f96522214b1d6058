package org.farmgate.platform;

import java.util.UUID;

/// A person or an organisation. The ground floor must name whoever acts, so the id lives here; `party` keeps the
/// rest.
public record PartyId(UUID value) implements Id {
    public static PartyId next() {
        return new PartyId(Id.next());
    }

    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
