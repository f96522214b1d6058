package org.farmgate.logistics.trips;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.place.Distance;
import org.farmgate.place.SiteId;
import org.springframework.stereotype.Component;

/// Puts a trip's stops in order: pick-ups in its county, the places it delivers to, and the same on its way
/// back.
@Component
class Itinerary {
    private final Ways ways;

    Itinerary(Ways ways) {
        this.ways = ways;
    }

    /// A stop before anybody knows how far it is.
    private record Call(SiteId site, Leg leg, boolean pickUp) {}

    /// The shortest order that was found.
    List<TripStop> draw(List<TripLoad> loads) {
        Ways.Between between = ways.between(places(loads));
        List<SiteId> places = List.copyOf(between.sites().keySet());
        long[][] metres = between.matrix(places);
        List<Call> calls = new ArrayList<>();
        int at = -1;
        for (Leg leg : Leg.values())
            for (boolean pickUp : new boolean[] {true, false}) {
                Set<Integer> wanted = calls(loads, leg, pickUp).stream()
                        .map(call -> places.indexOf(call.site()))
                        .collect(Collectors.toSet());
                for (int next : StopOrder.of(metres, at, wanted)) {
                    calls.add(new Call(places.get(next), leg, pickUp));
                    at = next;
                }
            }
        return measured(calls, between);
    }

    /// As a trip's stops stand, without those that are not needed any more, and with new places where they make
    /// the way least longer: what a coordinator put in order, and what is driven already, stays as it is.
    List<TripStop> redrawn(Trip trip, List<TripLoad> loads) {
        if (trip.stops().isEmpty()) return draw(loads);
        Ways.Between between = ways.between(places(loads));
        List<Call> calls = new ArrayList<>();
        for (Leg leg : Leg.values())
            for (boolean pickUp : new boolean[] {true, false}) {
                Set<Call> wanted = calls(loads, leg, pickUp);
                int first = calls.size();
                trip.stops().stream()
                        .map(stop -> new Call(stop.site(), stop.leg(), stop.pickUp()))
                        .filter(wanted::contains)
                        .forEach(calls::add);
                for (Call call : wanted)
                    if (!calls.contains(call)) calls.add(cheapest(calls, first, call, between), call);
            }
        return measured(calls, between);
    }

    private static int cheapest(List<Call> calls, int first, Call call, Ways.Between between) {
        int best = calls.size();
        long least = Long.MAX_VALUE;
        for (int at = first; at <= calls.size(); at++) {
            long more = way(calls, at - 1, call, between)
                    + (at < calls.size()
                            ? between.metres(call.site(), calls.get(at).site()).metres()
                            : 0)
                    - (at > 0 && at < calls.size()
                            ? between.metres(
                                            calls.get(at - 1).site(),
                                            calls.get(at).site())
                                    .metres()
                            : 0);
            if (more < least) {
                least = more;
                best = at;
            }
        }
        return best;
    }

    private static long way(List<Call> calls, int before, Call call, Ways.Between between) {
        return before < 0
                ? 0
                : between.metres(calls.get(before).site(), call.site()).metres();
    }

    /// As it stands, but with one stop elsewhere among those of its kind.
    List<TripStop> moved(Trip trip, int from, int to) {
        List<TripStop> order = new ArrayList<>(trip.stops());
        order.add(to, order.remove(from));
        Ways.Between between =
                ways.between(trip.stops().stream().map(TripStop::site).collect(Collectors.toSet()));
        return measured(
                order.stream()
                        .map(stop -> new Call(stop.site(), stop.leg(), stop.pickUp()))
                        .toList(),
                between);
    }

    /// As it stands, without the places where nothing of these goods is taken up or brought.
    List<TripStop> kept(Trip trip, List<TripLoad> loads) {
        Set<Call> wanted = new LinkedHashSet<>();
        for (Leg leg : Leg.values()) {
            wanted.addAll(calls(loads, leg, true));
            wanted.addAll(calls(loads, leg, false));
        }
        return measured(
                trip.stops().stream()
                        .map(stop -> new Call(stop.site(), stop.leg(), stop.pickUp()))
                        .filter(wanted::contains)
                        .toList(),
                ways.between(places(loads)));
    }

    /// Between the stops of a trip, by their places.
    long[][] matrix(List<TripStop> stops) {
        return ways.between(stops.stream().map(TripStop::site).collect(Collectors.toSet()))
                .matrix(stops.stream().map(TripStop::site).toList());
    }

    private static Set<SiteId> places(List<TripLoad> loads) {
        Set<SiteId> places = new LinkedHashSet<>();
        for (TripLoad load : loads) {
            places.add(load.from());
            places.add(load.to());
        }
        return places;
    }

    private static Set<Call> calls(List<TripLoad> loads, Leg leg, boolean pickUp) {
        return loads.stream()
                .filter(load -> load.leg() == leg)
                .map(load -> new Call(pickUp ? load.from() : load.to(), leg, pickUp))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<TripStop> measured(List<Call> calls, Ways.Between between) {
        List<TripStop> stops = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Distance distance = i == 0 || calls.get(i - 1).site().equals(call.site())
                    ? new Distance(0, false)
                    : between.metres(calls.get(i - 1).site(), call.site());
            stops.add(new TripStop(i, call.site(), call.leg(), call.pickUp(), distance.metres(), distance.estimated()));
        }
        return stops;
    }
}
