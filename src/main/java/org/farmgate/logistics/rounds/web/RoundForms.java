package org.farmgate.logistics.rounds.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.farmgate.logistics.rounds.NewRound;
import org.farmgate.logistics.rounds.RoundId;
import org.farmgate.logistics.rounds.Shift;
import org.farmgate.logistics.rounds.Vehicle;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// Reads what is said about rounds and vehicles.
final class RoundForms {
    private RoundForms() {}

    static NewRound round(Fields fields) {
        RoundId id = fields.isEmpty("id") ? RoundId.next() : fields.id("id", RoundId::new);
        SiteId depot = fields.id("depot", SiteId::new);
        LocalDate day = fields.date("day");
        VehicleId vehicle = fields.id("vehicle", VehicleId::new);
        Optional<PartyId> driver = driver(fields);
        LocalTime from = time(fields, "from");
        LocalTime to = time(fields, "to");
        fields.check();
        return new NewRound(id, depot, day, vehicle, driver, new Shift(from, to));
    }

    static Optional<PartyId> driver(Fields fields) {
        return fields.optional("driver", f -> f.id("driver", PartyId::new));
    }

    static LocalTime time(Fields fields, String field) {
        return fields.read(field, text -> {
            try {
                return LocalTime.parse(text).withSecond(0).withNano(0);
            } catch (DateTimeParseException _) {
                throw new InputBroken(field, "no-such-choice", text);
            }
        });
    }

    /// The version that was seen.
    static int version(Fields fields) {
        return version(fields, "version");
    }

    static int version(Fields fields, String field) {
        Long version = fields.number(field, 0, Integer.MAX_VALUE);
        fields.check();
        return version.intValue();
    }

    static Vehicle vehicle(Actor actor, Fields fields, VehicleId id, boolean retired) {
        String plate = fields.text("plate", Vehicle.LONGEST_PLATE);
        Mass capacity = fields.mass("capacity");
        Long litres = fields.number("litres", 1, Vehicle.MOST_LITRES);
        Money perTrip = fields.money("perTrip");
        Money perKilometre = fields.money("perKilometre");
        fields.check();
        return new Vehicle(
                id,
                actor.organisation(),
                plate,
                capacity,
                litres.intValue(),
                fields.checked("cold"),
                perTrip,
                perKilometre,
                retired);
    }
}
