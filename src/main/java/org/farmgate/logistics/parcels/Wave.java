package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// One sorting wave at one site: parcels are scanned into chutes until it is closed; then each chute's
/// parcels are in bags and cages, and nothing changes any more.
///
/// @param number counted at the site
/// @param closedAt empty while it is open
public record Wave(
        RegionId origin,
        WaveId id,
        SiteId site,
        int number,
        Instant openedAt,
        String openedBy,
        Optional<Instant> closedAt,
        List<Chute> chutes) {
    public Wave {
        chutes = List.copyOf(chutes);
    }

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    public long parcels() {
        return chutes.stream().mapToLong(Chute::parcels).sum();
    }

    /// @param number painted on the chute
    /// @param to where it leads; empty for other carriers
    /// @param parcels in it so far
    public record Chute(int number, Optional<SiteId> to, long parcels) {}
}
