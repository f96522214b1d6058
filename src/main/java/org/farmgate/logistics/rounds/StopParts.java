package org.farmgate.logistics.rounds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How the goods of one place are shared among stops, so that several vehicles may serve it: what needs cold apart from
/// what does not, and of each no more than the largest vehicle that can carry it has room for.
///
/// @param cold the room of the largest cold vehicle
/// @param any the room of the largest vehicle
record StopParts(Room cold, Room any) {
    /// Room without end: goods that no vehicle carries are not split.
    private static final Room ENDLESS = new Room(Long.MAX_VALUE, Long.MAX_VALUE);

    record Room(long grams, long litres) {}

    /// For a vehicle that was chosen already.
    static Optional<StopParts> none() {
        return Optional.empty();
    }

    static Optional<StopParts> fitting(Collection<Vehicle> vehicles) {
        return Optional.of(new StopParts(largest(vehicles.stream().filter(Vehicle::cold)), largest(vehicles.stream())));
    }

    private static Room largest(Stream<Vehicle> vehicles) {
        return vehicles.map(vehicle -> new Room(vehicle.capacity().grams(), vehicle.litres()))
                .max(Comparator.comparingLong(Room::grams).thenComparingLong(Room::litres))
                .orElse(ENDLESS);
    }

    List<List<OpenGoods>> of(List<OpenGoods> here) {
        return Stream.concat(
                        filled(here.stream().filter(OpenGoods::cold).toList(), cold).stream(),
                        filled(here.stream().filter(one -> !one.cold()).toList(), any).stream())
                .toList();
    }

    private static List<List<OpenGoods>> filled(List<OpenGoods> here, Room room) {
        List<List<OpenGoods>> parts = new ArrayList<>();
        long grams = 0;
        long litres = 0;
        for (OpenGoods one : here) {
            if (parts.isEmpty() || grams + one.mass().grams() > room.grams() || litres + one.litres() > room.litres()) {
                parts.add(new ArrayList<>());
                grams = 0;
                litres = 0;
            }
            parts.getLast().add(one);
            grams += one.mass().grams();
            litres += one.litres();
        }
        return parts;
    }
}
