package org.farmgate.live;

import org.farmgate.platform.PartyId;

/// An organisation that takes part in somebody else's show.
public record Participant(ShowId show, PartyId party, Part part, Standing standing) {
    /// As what it takes part: a seller brings goods, a mall or market shows it to its people.
    public enum Part {
        SELLER,
        MALL,
        MARKET
    }

    public enum Standing {
        INVITED,
        JOINED,
        LEFT
    }
}
