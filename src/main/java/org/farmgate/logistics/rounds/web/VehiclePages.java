package org.farmgate.logistics.rounds.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.rounds.Vehicle;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.logistics.rounds.Vehicles;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The vehicles of one's own organisation.
@Controller
@Needs(Right.PLAN_TRIPS)
class VehiclePages {
    private final Vehicles vehicles;

    VehiclePages(Vehicles vehicles) {
        this.vehicles = vehicles;
    }

    @GetMapping("/vehicles")
    String list(Actor actor, Model model) {
        return shown(actor, Optional.empty(), FormErrors.none(), model);
    }

    @GetMapping("/vehicles/{id}")
    String one(Actor actor, @PathVariable VehicleId id, Model model) {
        Vehicle vehicle = vehicles.get(actor, id);
        Map<String, String> values = new HashMap<>();
        values.put("plate", vehicle.plate());
        values.put("capacity", vehicle.capacity().in(Mass.Unit.KILOGRAM).toPlainString());
        values.put("litres", String.valueOf(vehicle.litres()));
        values.put("perTrip", vehicle.perTrip().inYuan().toPlainString());
        values.put("perKilometre", vehicle.perKilometre().inYuan().toPlainString());
        if (vehicle.cold()) values.put("cold", "on");
        return shown(actor, Optional.of(vehicle), FormErrors.startingWith(values), model);
    }

    private String shown(Actor actor, Optional<Vehicle> chosen, FormErrors errors, Model model) {
        model.addAttribute("page", new VehiclesPage(vehicles.list(actor), chosen, errors));
        return "logistics/rounds/vehicles";
    }

    @PostMapping("/vehicles")
    String register(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    VehicleId id = fields.isEmpty("id") ? VehicleId.next() : fields.id("id", VehicleId::new);
                    vehicles.register(actor, RoundForms.vehicle(actor, fields, id, false));
                    return "redirect:/vehicles?saved";
                },
                errors -> shown(actor, Optional.empty(), errors, model));
    }

    @PostMapping("/vehicles/{id}")
    String amend(
            Actor actor,
            @PathVariable VehicleId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Vehicle before = vehicles.get(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    vehicles.amend(actor, RoundForms.vehicle(actor, fields, id, before.retired()));
                    return "redirect:/vehicles?saved";
                },
                errors -> shown(actor, Optional.of(before), errors, model));
    }

    @PostMapping("/vehicles/{id}/retirement")
    String retire(Actor actor, @PathVariable VehicleId id, Fields fields) {
        if (fields.checked("restored")) vehicles.restore(actor, id);
        else vehicles.retire(actor, id);
        return "redirect:/vehicles?saved";
    }
}
