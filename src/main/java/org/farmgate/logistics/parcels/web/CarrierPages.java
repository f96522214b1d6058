package org.farmgate.logistics.parcels.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.farmgate.logistics.parcels.carrier.OutsideCarrier;
import org.farmgate.logistics.parcels.carrier.OutsideCarrierId;
import org.farmgate.logistics.parcels.carrier.OutsideCarriers;
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

/// The outside carriers: registered by the operator, seen by whoever gives parcels to them.
@Controller
class CarrierPages {
    private final OutsideCarriers carriers;

    CarrierPages(OutsideCarriers carriers) {
        this.carriers = carriers;
    }

    @Needs({Right.ADMINISTER, Right.HANDLE_PARCELS})
    @GetMapping("/outside-carriers")
    String list(Actor actor, Shell shell, Model model) {
        return list(actor, shell.freshId(), FormErrors.none(), model);
    }

    private String list(Actor actor, String id, FormErrors errors, Model model) {
        model.addAttribute("page", new CarrierPage.All(carriers.list(actor), id, actor.may(Right.ADMINISTER), errors));
        return "logistics/parcels/carriers";
    }

    /// `id`, `name`, `address`. The secret stands in the page that answers, and nowhere ever after; that is why it
    /// does not redirect.
    @Needs(Right.ADMINISTER)
    @PostMapping("/outside-carriers")
    String register(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    OutsideCarrierId id = fields.id("id", OutsideCarrierId::new);
                    String name = fields.text("name", OutsideCarrier.LONGEST_NAME);
                    URI address = fields.read("address", OutsideCarrier::address);
                    fields.check();
                    OutsideCarriers.Made made = carriers.register(actor, id, name, address);
                    if (made.secret().isEmpty())
                        return "redirect:" + made.carrier().path();
                    return page(actor, made.carrier(), made.secret(), FormErrors.none(), model);
                },
                errors -> list(actor, fields.isEmpty("id") ? shell.freshId() : fields.raw("id"), errors, model));
    }

    @Needs({Right.ADMINISTER, Right.HANDLE_PARCELS})
    @GetMapping("/outside-carriers/{id}")
    String one(Actor actor, @PathVariable OutsideCarrierId id, Model model) {
        return page(actor, carriers.get(actor, id), Optional.empty(), FormErrors.none(), model);
    }

    /// `address`: where it answers from now on.
    @Needs(Right.ADMINISTER)
    @PostMapping("/outside-carriers/{id}/secret")
    String renew(
            Actor actor,
            @PathVariable OutsideCarrierId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    URI address = fields.read("address", OutsideCarrier::address);
                    fields.check();
                    String secret = carriers.renew(actor, id, address);
                    return page(actor, carriers.get(actor, id), Optional.of(secret), FormErrors.none(), model);
                },
                errors -> page(actor, carriers.get(actor, id), Optional.empty(), errors, model));
    }

    /// `state`: OPEN or CLOSED.
    @Needs(Right.ADMINISTER)
    @PostMapping("/outside-carriers/{id}/state")
    String turn(Actor actor, @PathVariable OutsideCarrierId id, Fields fields) {
        OutsideCarrier.State state = fields.choice("state", OutsideCarrier.State.class);
        fields.check();
        carriers.turn(actor, id, state);
        return "redirect:/outside-carriers/" + id;
    }

    private static String page(
            Actor actor, OutsideCarrier carrier, Optional<String> secret, FormErrors errors, Model model) {
        model.addAttribute("page", new CarrierPage(carrier, secret, actor.may(Right.ADMINISTER), errors));
        return "logistics/parcels/carrier";
    }
}
