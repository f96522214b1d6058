package org.farmgate.logistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.logistics.TruckKinds;
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
import org.springframework.web.bind.annotation.RequestParam;

/// Truck kinds for people; they are listed on the tariff's page.
@Controller
@Needs(Right.SET_TARIFFS)
class TruckKindPages {
    private final TruckKinds kinds;

    TruckKindPages(TruckKinds kinds) {
        this.kinds = kinds;
    }

    @GetMapping("/truck-kinds/new")
    String fresh(Shell shell, Model model) {
        return form(Optional.empty(), FormErrors.none(), shell, model);
    }

    @PostMapping("/truck-kinds")
    String register(
            Actor actor,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    kinds.register(actor, TariffForms.truckKind(fields, fields.id("id", TruckKindId::new), false));
                    return "redirect:/tariffs?done=saved";
                },
                errors -> form(Optional.empty(), errors, shell, model));
    }

    @GetMapping("/truck-kinds/{id}/edit")
    String edit(@PathVariable TruckKindId id, Shell shell, Model model) {
        TruckKind kind = kinds.get(id);
        return form(Optional.of(kind), FormErrors.startingWith(values(kind)), shell, model);
    }

    @PostMapping("/truck-kinds/{id}")
    String amend(
            Actor actor,
            @PathVariable TruckKindId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        TruckKind before = kinds.get(id);
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    kinds.amend(actor, TariffForms.truckKind(fields, id, before.retired()));
                    return "redirect:/tariffs?done=saved";
                },
                errors -> form(Optional.of(before), errors, shell, model));
    }

    @PostMapping("/truck-kinds/{id}/retirement")
    String retire(Actor actor, @PathVariable TruckKindId id) {
        kinds.retire(actor, id);
        return "redirect:/tariffs?done=retired";
    }

    @PostMapping("/truck-kinds/{id}/restoration")
    String restore(Actor actor, @PathVariable TruckKindId id) {
        kinds.restore(actor, id);
        return "redirect:/tariffs?done=saved";
    }

    private static Map<String, String> values(TruckKind kind) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("nameEn", kind.name().english());
        values.put("nameZh", kind.name().chinese());
        values.put("nameUg", kind.name().uyghur());
        values.put("capacity", kind.capacity().in(Mass.Unit.TONNE).toPlainString());
        values.put("perTrip", kind.perTrip().inYuan().toPlainString());
        values.put("perKilometre", kind.perKilometre().inYuan().toPlainString());
        values.put("kilometresPerDay", String.valueOf(kind.kilometresPerDay()));
        if (kind.cold()) values.put("cold", "on");
        return values;
    }

    private static String form(Optional<TruckKind> kind, FormErrors errors, Shell shell, Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        kind.map(k -> k.id().toString()),
                        kind.map(k -> k.name().in(shell.locale())).orElse(""),
                        errors,
                        Map.of(),
                        ""));
        return "logistics/truckKindForm";
    }
}
