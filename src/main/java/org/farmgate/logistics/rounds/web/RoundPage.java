package org.farmgate.logistics.rounds.web;

import java.util.List;
import java.util.Map;
import org.farmgate.logistics.rounds.OpenGoods;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.logistics.rounds.RoundFigures;
import org.farmgate.logistics.rounds.RoundProofs;
import org.farmgate.logistics.rounds.RoundState;
import org.farmgate.logistics.rounds.RoundStep;
import org.farmgate.logistics.rounds.Task;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.charts.RouteMap;

/// One round with all that may be done about it.
///
/// @param open goods that wait at its depot
/// @param drivers to choose from, by id
public record RoundPage(
        Round round,
        RoundNames names,
        List<RouteMap.Route> routes,
        List<OpenGoods> open,
        Map<String, String> drivers,
        List<RoundStep> steps,
        List<RoundProofs.Proof> proofs,
        RoundProofs.Counts scans,
        RoundFigures.Day figures,
        FormErrors errors) {
    public String path() {
        return "/rounds/" + round.id();
    }

    public boolean mayAssign() {
        return round.state() == RoundState.DRAFT || round.state() == RoundState.PLANNED;
    }

    public boolean mayAdd() {
        return round.state().isOpen() && !round.locked();
    }

    public boolean hasRest() {
        return round.state() == RoundState.DONE && round.stops().stream().anyMatch(stop -> stop.isOpen());
    }

    public String code(Task.TaskId id) {
        return round.tasks().stream()
                .filter(task -> task.id().equals(id))
                .map(Task::code)
                .findFirst()
                .orElse("–");
    }
}
