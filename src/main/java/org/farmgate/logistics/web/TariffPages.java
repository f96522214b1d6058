package org.farmgate.logistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Rates;
import org.farmgate.logistics.Tariff;
import org.farmgate.logistics.TariffChange;
import org.farmgate.logistics.Tariffs;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.logistics.TruckKinds;
import org.farmgate.logistics.Warehouses;
import org.farmgate.place.Distances;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionTexts;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
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

/// The tariff as a whole, its history, the rates, and what a trip would cost.
@Controller
@Needs({Right.SET_TARIFFS, Right.PLAN_SEASON})
class TariffPages {
    private final Tariffs tariffs;
    private final TruckKinds truckKinds;
    private final Warehouses warehouses;
    private final Rates rates;
    private final Sites sites;
    private final Regions regions;
    private final Distances distances;
    private final RegionTexts texts;

    TariffPages(
            Tariffs tariffs,
            TruckKinds truckKinds,
            Warehouses warehouses,
            Rates rates,
            Sites sites,
            Regions regions,
            Distances distances,
            RegionTexts texts) {
        this.tariffs = tariffs;
        this.truckKinds = truckKinds;
        this.warehouses = warehouses;
        this.rates = rates;
        this.sites = sites;
        this.regions = regions;
        this.distances = distances;
        this.texts = texts;
    }

    @GetMapping("/tariffs")
    String show(@RequestParam(defaultValue = "") String done, Model model) {
        List<NearMarketWarehouse> all = warehouses.list();
        model.addAttribute("page", new TariffPage(0, "", truckKinds.list(), all, rates.current(), sitesOf(all), done));
        return "logistics/tariff";
    }

    @GetMapping("/tariffs/{version}")
    String at(@PathVariable long version, Shell shell, Model model) {
        Tariff then = tariffs.at(version);
        model.addAttribute(
                "page",
                new TariffPage(
                        version,
                        shell.instant(then.since()),
                        then.truckKinds(),
                        then.warehouses(),
                        Optional.of(then.rates()),
                        sitesOf(then.warehouses()),
                        ""));
        return "logistics/tariff";
    }

    private Map<SiteId, Site> sitesOf(List<NearMarketWarehouse> all) {
        return sites.byIds(all.stream().map(NearMarketWarehouse::site).toList());
    }

    @GetMapping("/tariffs/changes")
    String changes(Paging paging, Shell shell, Model model) {
        Slice<TariffChange> found = tariffs.changes(paging);
        Map<String, String> names = new HashMap<>();
        truckKinds
                .list()
                .forEach(kind -> names.put(kind.id().toString(), kind.name().in(shell.locale())));
        sites.byIds(found.rows().stream()
                        .filter(change -> change.of() == TariffChange.Subject.WAREHOUSE)
                        .map(change -> new SiteId(change.subject()))
                        .toList())
                .forEach((id, site) -> names.put(id.toString(), site.name()));
        model.addAttribute("page", new ChangesPage(found, names));
        return "logistics/changes";
    }

    @GetMapping("/rates/edit")
    @Needs(Right.SET_TARIFFS)
    String editRates(Model model) {
        Map<String, String> values = new HashMap<>();
        rates.current().ifPresent(now -> {
            values.put("lastLegPerTonne", yuan(now.lastLegPerTonne().fenPerTonne()));
            values.put(
                    "onwardPerTonneKilometre",
                    yuan(now.onwardPerTonneKilometre().fenPerTonne()));
        });
        return ratesForm(FormErrors.startingWith(values), model);
    }

    static String yuan(long fen) {
        return new org.farmgate.measure.Money(fen).inYuan().toPlainString();
    }

    @PostMapping("/rates")
    @Needs(Right.SET_TARIFFS)
    String setRates(
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
                    rates.set(actor, TariffForms.rates(fields));
                    return "redirect:/tariffs?done=saved";
                },
                errors -> ratesForm(errors, model));
    }

    private static String ratesForm(FormErrors errors, Model model) {
        model.addAttribute("page", new FormPage(Optional.empty(), "", errors, Map.of(), ""));
        return "logistics/ratesForm";
    }

    @GetMapping("/trip-cost")
    String tripCost(
            Fields query,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        if (query.isEmpty("from") && query.isEmpty("to") && query.isEmpty("kind"))
            return tripCost(FormErrors.none(), Optional.empty(), shell, model);
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    RegionId from = query.read("from", texts::read);
                    RegionId to = query.read("to", texts::read);
                    TruckKindId kind = query.id("kind", TruckKindId::new);
                    query.check();
                    var answer = new TripCostPage.Answer(
                            regions.get(from), regions.get(to), truckKinds.get(kind), distances.between(from, to));
                    return tripCost(FormErrors.startingWith(typed), Optional.of(answer), shell, model);
                },
                errors -> tripCost(errors, Optional.empty(), shell, model));
    }

    private String tripCost(FormErrors errors, Optional<TripCostPage.Answer> answer, Shell shell, Model model) {
        Map<String, String> kinds = new LinkedHashMap<>();
        truckKinds.list().stream()
                .filter(kind -> !kind.retired())
                .forEach(kind -> kinds.put(
                        kind.id().toString(), kind.name().in(shell.locale()) + " · " + shell.mass(kind.capacity())));
        model.addAttribute("page", new TripCostPage(errors, kinds, answer));
        return "logistics/tripCost";
    }
}
