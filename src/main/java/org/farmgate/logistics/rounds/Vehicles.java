package org.farmgate.logistics.rounds;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The vehicles of one's own organisation. Kept by whoever has PLAN_TRIPS; another organisation's are not found.
@Service
@Transactional
public class Vehicles {
    private final VehicleStore store;

    Vehicles(VehicleStore store) {
        this.store = store;
    }

    /// The same twice is one. Refuses by ROUND_ID_USED, PLATE_TAKEN, [NotFound].
    public Vehicle register(Actor actor, Vehicle vehicle) {
        require(actor, vehicle);
        Optional<Vehicle> there = find(vehicle.id());
        if (there.isPresent()) {
            if (!there.get().equals(vehicle)) throw new RuleBroken(RoundRule.ROUND_ID_USED);
            return vehicle;
        }
        if (!store.insert(vehicle)) throw new RuleBroken(RoundRule.PLATE_TAKEN, vehicle.plate());
        return vehicle;
    }

    /// Rounds made before keep what they cost. Refuses by PLATE_TAKEN, [NotFound].
    public Vehicle amend(Actor actor, Vehicle vehicle) {
        get(actor, vehicle.id());
        require(actor, vehicle);
        if (!store.update(vehicle)) throw new RuleBroken(RoundRule.PLATE_TAKEN, vehicle.plate());
        return vehicle;
    }

    /// Drives no new rounds.
    public Vehicle retire(Actor actor, VehicleId id) {
        return amend(actor, get(actor, id).asRetired(true));
    }

    public Vehicle restore(Actor actor, VehicleId id) {
        return amend(actor, get(actor, id).asRetired(false));
    }

    private static void require(Actor actor, Vehicle vehicle) {
        actor.require(Right.PLAN_TRIPS);
        if (!actor.actsFor(vehicle.owner())) throw new NotFound("vehicle", vehicle.id());
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Vehicle get(Actor actor, VehicleId id) {
        actor.require(Right.PLAN_TRIPS);
        return find(id).filter(vehicle -> actor.actsFor(vehicle.owner()))
                .orElseThrow(() -> new NotFound("vehicle", id));
    }

    /// Retired ones too, at the end.
    @Transactional(readOnly = true)
    public List<Vehicle> list(Actor actor) {
        actor.require(Right.PLAN_TRIPS);
        return store.of(actor.organisation());
    }

    Map<VehicleId, Vehicle> byIds(Collection<VehicleId> ids) {
        if (ids.isEmpty()) return Map.of();
        return store.byIds(ids).stream().collect(Collectors.toMap(Vehicle::id, Function.identity()));
    }

    private Optional<Vehicle> find(VehicleId id) {
        return store.byIds(List.of(id)).stream().findFirst();
    }
}
