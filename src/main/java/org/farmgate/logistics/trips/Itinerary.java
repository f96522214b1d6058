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
