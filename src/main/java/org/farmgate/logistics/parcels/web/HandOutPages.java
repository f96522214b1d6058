package org.farmgate.logistics.parcels.web;

import java.util.Optional;
import org.farmgate.logistics.parcels.HandOut;
import org.farmgate.logistics.parcels.HandOuts;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.logistics.parcels.PickupCode;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Hands parcels out by the code that the receiver brings.
@Controller
@Needs(Right.HANDLE_PARCELS)
class HandOutPages {
    private final HandOuts handOuts;
    private final ParcelNetwork network;
    private final Sites sites;
    private final ScanForms forms;
    private final ParcelViews views;

    HandOutPages(HandOuts handOuts, ParcelNetwork network, Sites sites, ScanForms forms, ParcelViews views) {
        this.handOuts = handOuts;
        this.network = network;
        this.sites = sites;
        this.forms = forms;
        this.views = views;
    }

    @GetMapping("/parcels/at/{site}/hand-out")
    String ask(Actor actor, @PathVariable SiteId site, @RequestParam(defaultValue = "") String code, Model model) {
        return page(actor, site, code, Optional.empty(), FormErrors.none(), model);
    }

    /// `scan`, `code`, `pickupCode`, `taker`. A wrong code is answered in the page, with the tries that are left.
    @PostMapping("/parcels/at/{site}/hand-out")
    String handOut(Actor actor, @PathVariable SiteId site, Fields fields, Shell shell, Model model) {
        ScanView answer = forms.answer(fields, shell, sent -> {
            ScanId id = sent.id("scan", ScanId::new);
            PickupCode code = sent.read("pickupCode", PickupCode::new);
            String taker = sent.text("taker", HandOut.LONGEST_NAME);
            sent.check();
            return handOuts.record(actor, new HandOut(id, sent.raw("code"), site, code, taker, forms.at(sent)));
        });
        boolean done = answer.tone().equals("good");
        return page(
                actor,
                site,
                done ? "" : fields.raw("code"),
                Optional.of(
                        done ? answer.saying(shell.t("parcel.handed-out"), shell.t("parcel.handed-out.say")) : answer),
                done ? FormErrors.none() : FormErrors.startingWith(fields.typed()),
                model);
    }

    /// It stands in the page that answers, and nowhere ever after; that is why it does not redirect.
    @PostMapping("/parcels/{id}/pickup-code")
    String newCode(Actor actor, @PathVariable ParcelId id, Model model) {
        model.addAttribute("pickupCode", handOuts.newCode(actor, id).digits());
        return views.show(actor, id, FormErrors.none(), model);
    }

    private String page(
            Actor actor, SiteId site, String code, Optional<ScanView> answer, FormErrors errors, Model model) {
        if (!network.handledBy(actor).contains(site)) throw new NotFound("site", site);
        model.addAttribute("page", new HandOutPage(sites.get(site), code, answer, errors));
        return "logistics/parcels/hand-out";
    }
}
