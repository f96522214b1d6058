package org.farmgate.logistics.parcels;

/// Where a parcel stands.
public enum ParcelStage {
    /// Lies at a site of the network.
    AT_SITE,
    /// Left a site, and has not been scanned at another yet.
    UNDER_WAY,
    /// Waits to be fetched, by a pickup code and for so many days.
    READY,
    /// Another carrier has it.
    GIVEN_ON,
    /// Its receiver has it; or its sender, if it was returned.
    HANDED_OUT,
    /// Somebody said that it is lost. Scanned again it is found.
    LOST;

    /// Whether nothing more is to be done with it.
    public boolean isFinal() {
        return this == HANDED_OUT || this == LOST;
    }
}
