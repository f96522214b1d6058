package org.farmgate.logistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
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

/// Near-market warehouses for people; they are listed on the tariff's page.
@Controller
@Needs(Right.SET_TARIFFS)
class WarehousePages {
    private static final int MOST_CHOICES = 100;

    private final Warehouses warehouses;
    private final Sites sites;

    WarehousePages(Warehouses warehouses, Sites sites) {
        this.warehouses = warehouses;
        this.sites = sites;
    }

    @GetMapping("/warehouses/new")
    String fresh(Actor actor, Paging paging, Model model) {
        return form(actor, Optional.empty(), FormErrors.none(), paging.search(), model);
    }

    @GetMapping("/warehouses/{site}/edit")
    String edit(Actor actor, @PathVariable SiteId site, Model model) {
        NearMarketWarehouse warehouse = warehouses.get(site);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("site", site.toString());
        values.put("capacity", warehouse.capacity().in(Mass.Unit.TONNE).toPlainString());
        values.put("perTonneWeek", TariffPages.yuan(warehouse.perTonneWeek().fenPerTonne()));
        if (warehouse.cold()) values.put("cold", "on");
        return form(actor, Optional.of(site), FormErrors.startingWith(values), "", model);
    }

    @PostMapping("/warehouses")
    String put(
            Actor actor,
            Fields fields,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String known,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Optional<SiteId> changed = known.isEmpty() ? Optional.empty() : Optional.of(fields.id("site", SiteId::new));
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    warehouses.put(actor, TariffForms.warehouse(fields, fields.id("site", SiteId::new)));
                    return "redirect:/tariffs?done=saved";
                },
                errors -> form(actor, changed, errors, "", model));
    }

    @PostMapping("/warehouses/{site}/withdrawal")
    String withdraw(Actor actor, @PathVariable SiteId site) {
        warehouses.withdraw(actor, site);
        return "redirect:/tariffs?done=retired";
    }

    private String form(Actor actor, Optional<SiteId> site, FormErrors errors, String search, Model model) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (site.isEmpty())
            for (SiteKind kind : new SiteKind[] {SiteKind.WAREHOUSE, SiteKind.SORTING_CENTRE})
                sites.search(actor, new Paging(0, MOST_CHOICES, search), Optional.of(kind)).rows().stream()
                        .filter(each -> !each.closed())
                        .forEach(each -> choices.put(each.id().toString(), each.name()));
        String title = site.map(sites::get).map(org.farmgate.place.Site::name).orElse("");
        model.addAttribute("page", new FormPage(site.map(SiteId::toString), title, errors, choices, search));
        return "logistics/warehouseForm";
    }
}
