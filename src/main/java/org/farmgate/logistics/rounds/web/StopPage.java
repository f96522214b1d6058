package org.farmgate.logistics.rounds.web;

import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.rounds.MoveCost;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.logistics.rounds.Stop;
import org.farmgate.platform.web.FormErrors;

/// One stop: where else it could go, without a mouse; when its place takes goods.
///
/// @param targets rounds of that day and depot, by id
/// @param cost of the move that was asked about
public record StopPage(
        Round round,
        Stop stop,
        RoundNames names,
        Map<String, String> targets,
        Optional<Asked> cost,
        FormErrors errors) {
    /// @param toVersion of the round it would come to, as it was when the cost was reckoned
    public record Asked(String to, int toVersion, int place, MoveCost cost) {}

    public String path() {
        return "/rounds/" + round.id() + "/stops/" + stop.id();
    }
}
