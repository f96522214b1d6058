package org.farmgate.logistics.rounds.web;

import java.time.LocalDate;
import java.util.List;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.platform.web.charts.RouteMap;

/// A day's rounds beside one another.
///
/// @param routes of the map, in the order of the rounds
/// @param today so that the days around can be named
public record BoardPage(
        LocalDate day, List<Round> rounds, RoundNames names, List<RouteMap.Route> routes, LocalDate today) {
    /// A round as its stops' order is changed by hand: only while somebody may.
    public static boolean isMovable(Round round) {
        return round.state().isOpen() && !round.locked();
    }
}
