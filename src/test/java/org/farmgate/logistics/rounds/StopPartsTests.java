package org.farmgate.logistics.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.Coordinates;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.junit.jupiter.api.Test;

class StopPartsTests {
    private static final SiteId PLACE = SiteId.next();
    private static final RegionId REGION = RegionId.next();

    private static OpenGoods goods(long kilograms, int litres, boolean cold) {
        return new OpenGoods(
                Task.Thing.CONSIGNMENT,
                UUID.randomUUID(),
                Task.Kind.DELIVER,
                "C" + kilograms,
                PLACE,
                Optional.of(PLACE),
                REGION,
                new Coordinates(38.9, 77.6),
                Mass.kilograms(kilograms),
                litres,
                cold,
                1,
                LocalDate.of(2027, 7, 21));
    }

    private static Vehicle vehicle(long kilograms, int litres, boolean cold) {
        return new Vehicle(
                VehicleId.next(),
                PartyId.next(),
                "T1",
                Mass.kilograms(kilograms),
                litres,
                cold,
                Money.yuan(1),
                Money.yuan(1),
                false);
    }

    private static List<List<OpenGoods>> parts(List<Vehicle> vehicles, OpenGoods... here) {
        return StopParts.fitting(vehicles).orElseThrow().of(List.of(here));
    }

    @Test
    void coldGoesApartAndEachPartFitsTheLargestVehicleThatCanCarryIt() {
        List<Vehicle> fleet = List.of(vehicle(500, 2_000, true), vehicle(1_000, 3_000, false));
        OpenGoods cold = goods(300, 100, true);
        OpenGoods colder = goods(300, 100, true);
        OpenGoods one = goods(500, 100, false);
        OpenGoods two = goods(500, 100, false);
        assertThat(parts(fleet, one, cold, two, colder))
                .containsExactly(List.of(cold), List.of(colder), List.of(one, two));
    }

    @Test
    void whatIsBulkyIsSplitByItsRoom() {
        OpenGoods one = goods(10, 900, false);
        OpenGoods two = goods(11, 900, false);
        OpenGoods three = goods(12, 900, false);
        assertThat(parts(List.of(vehicle(1_000, 2_000, false)), one, two, three))
                .containsExactly(List.of(one, two), List.of(three));
    }

    @Test
    void whatNoVehicleCarriesStaysTogether() {
        OpenGoods one = goods(10, 900, true);
        OpenGoods two = goods(11, 900, true);
        assertThat(parts(List.of(vehicle(10, 10, false)), one, two)).containsExactly(List.of(one, two));
    }
}
