package org.farmgate.logistics.rounds;

import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.rounds.DriverScan.DriverScanId;

/// What became of a driver's scan: it counts, once, or it was refused; the same answer however often it is sent.
///
/// @param refusal why not; empty where it counts
public record ScanResult(DriverScanId id, Optional<Refusal> refusal) {
    /// @param rule by its name, whose sentence is the message `rule.<NAME>`
    public record Refusal(String rule, List<Object> arguments) {
        public Refusal {
            arguments = List.copyOf(arguments);
        }
    }

    public boolean counts() {
        return refusal.isEmpty();
    }
}
