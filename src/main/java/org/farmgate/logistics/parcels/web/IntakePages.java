package org.farmgate.logistics.parcels.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.parcels.NetworkLink;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.NotFound;
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

/// Takes parcels in over the counter.
@Controller
@Needs(Right.HANDLE_PARCELS)
class IntakePages {
    private final Parcels parcels;
    private final IntakeForm form;
    private final ParcelNetwork network;
    private final Sites sites;
    private final Clock clock;

    IntakePages(Parcels parcels, IntakeForm form, ParcelNetwork network, Sites sites, Clock clock) {
        this.parcels = parcels;
        this.form = form;
        this.network = network;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping("/parcels/at/{site}/intake")
    String blank(
            Actor actor,
            @PathVariable SiteId site,
            @RequestParam(defaultValue = "VILLAGER") IntakeKind what,
            Shell shell,
            Model model) {
        return page(actor, site, what, shell.freshId(), FormErrors.none(), model);
    }

    /// `what`; `id`; `senderName` … ; `receiverName` … ; `how`, `station`, `region`; `carrier`, `waybill`;
    /// `consignment`, `package`; `mass`, `length`, `width`, `height`.
    @PostMapping("/parcels/at/{site}/intake")
    String takeIn(
            Actor actor,
            @PathVariable SiteId site,
            @RequestParam(defaultValue = "VILLAGER") IntakeKind what,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    Parcel taken = parcels.takeIn(actor, form.read(actor, site, what, fields, clock.instant()));
                    return "redirect:/parcels/" + taken.id() + "?taken";
                },
                errors -> page(
                        actor, site, what, fields.isEmpty("id") ? shell.freshId() : fields.raw("id"), errors, model));
    }

    private String page(Actor actor, SiteId id, IntakeKind kind, String parcel, FormErrors errors, Model model) {
        if (!network.handledBy(actor).contains(id)) throw new NotFound("site", id);
        NetworkLink here = network.find(id).orElseThrow(() -> new NotFound("site", id));
        Site site = sites.get(id);
        List<SiteId> county =
                network.ofCounty(here.county()).stream().map(NetworkLink::site).toList();
        Map<String, String> stations = new LinkedHashMap<>();
        sites.byIds(county).values().stream()
                .sorted(Comparator.comparing((Site one) -> !one.id().equals(id)).thenComparing(Site::name))
                .forEach(one -> stations.put(one.id().toString(), one.name()));
        model.addAttribute("page", new IntakePage(site, kind, parcel, stations, errors));
        return "logistics/parcels/intake";
    }
}
