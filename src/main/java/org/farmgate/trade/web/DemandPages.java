package org.farmgate.trade.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Grade;
import org.farmgate.product.Products;
import org.farmgate.trade.Demand;
import org.farmgate.trade.DemandId;
import org.farmgate.trade.DemandListing;
import org.farmgate.trade.DemandQuery;
import org.farmgate.trade.Demands;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What buyers want: the list, one demand with its history, and the form to post or change one.
@Controller
@Needs({Right.SEE_DEMAND, Right.POST_DEMAND, Right.PLAN_SEASON})
class DemandPages {
    private final Demands demands;
    private final DemandForm form;
    private final PlaceList places;
    private final Products products;
    private final NameBook names;

    DemandPages(Demands demands, DemandForm form, PlaceList places, Products products, NameBook names) {
        this.demands = demands;
        this.form = form;
        this.places = places;
        this.products = products;
        this.names = names;
    }

    @GetMapping("/demands")
    String list(
            Actor actor,
            Paging paging,
            @RequestParam(defaultValue = "OPEN") DemandQuery.Show show,
            Shell shell,
            Model model) {
        Slice<DemandListing> found = demands.search(actor, new DemandQuery(paging, show, Optional.empty()));
        var ids = new NameBook.Ids();
        Set<String> priced = new HashSet<>();
        for (DemandListing demand : found.rows()) {
            ids.parties.add(demand.buyer());
            ids.products.add(demand.product());
            if (Demands.seesHighestPrice(actor, demand.buyer()))
                priced.add(demand.buyer().toString());
        }
        model.addAttribute(
                "page",
                new DemandPage.Listing(
                        found,
                        show,
                        paging.search(),
                        names.names(ids, shell.locale()),
                        actor.may(Right.POST_DEMAND),
                        priced));
        return "trade/demands";
    }

    @GetMapping("/demands/{id}")
    String one(Actor actor, @PathVariable DemandId id, Shell shell, Model model) {
        model.addAttribute("page", page(actor, id, FormErrors.none(), shell.locale()));
        return "trade/demand";
    }

    private DemandPage.One page(Actor actor, DemandId id, FormErrors errors, Locale locale) {
        Demand demand = demands.get(actor, id);
        Map<SiteId, Mass> left = new HashMap<>();
        demands.stillWanted(actor, id).forEach(place -> left.put(place.site(), place.mass()));
        var ids = new NameBook.Ids();
        ids.parties.add(demand.buyer());
        ids.products.add(demand.product());
        demand.shipTo().forEach(place -> ids.sites.add(place.site()));
        var versions = demands.history(actor, id);
        versions.forEach(version -> ids.parties.add(version.by()));
        String grade = products.grade(demand.product(), demand.minimumGrade())
                .map(Grade::name)
                .map(name -> name.in(locale))
                .orElse(String.valueOf(demand.minimumGrade()));
        return new DemandPage.One(
                demand,
                versions,
                left,
                names.names(ids, locale),
                grade,
                actor.actsFor(demand.buyer()) && actor.may(Right.POST_DEMAND),
                Demands.seesHighestPrice(actor, demand.buyer()),
                errors);
    }

    @GetMapping("/demands/new")
    @Needs(Right.POST_DEMAND)
    String fresh(Actor actor, Shell shell, Model model) {
        FormErrors empty = FormErrors.startingWith(Map.of("id", shell.freshId(), "how", "EACH"));
        model.addAttribute("page", formPage(actor, Optional.empty(), empty, shell.locale()));
        return "trade/demand-form";
    }

    @PostMapping("/demands")
    @Needs(Right.POST_DEMAND)
    ModelAndView post(Actor actor, Fields fields, @RequestParam Map<String, String> typed, Shell shell) {
        return answered(
                actor,
                Optional.empty(),
                typed,
                shell,
                () -> demands.post(actor, form.read(fields, actor.organisation(), Optional.empty())));
    }

    @GetMapping("/demands/{id}/edit")
    @Needs(Right.POST_DEMAND)
    String edit(Actor actor, @PathVariable DemandId id, Shell shell, Model model) {
        Demand demand = demands.get(actor, id);
        FormErrors filled = FormErrors.startingWith(form.filled(demand));
        model.addAttribute("page", formPage(actor, Optional.of(demand), filled, shell.locale()));
        return "trade/demand-form";
    }

    @PostMapping("/demands/{id}")
    @Needs(Right.POST_DEMAND)
    ModelAndView change(
            Actor actor,
            @PathVariable DemandId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        Demand demand = demands.get(actor, id);
        return answered(
                actor,
                Optional.of(demand),
                typed,
                shell,
                () -> demands.change(actor, form.read(fields, demand.buyer(), Optional.of(demand))));
    }

    @PostMapping("/demands/{id}/withdrawal")
    @Needs(Right.POST_DEMAND)
    ModelAndView withdraw(
            Actor actor,
            @PathVariable DemandId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        try {
            String reason = fields.text("reason", 300);
            fields.check();
            demands.withdraw(actor, id, reason);
            return new ModelAndView("redirect:/demands/" + id);
        } catch (InputBroken broken) {
            FormErrors errors = FormErrors.of(broken, typed, shell);
            return new ModelAndView(
                    "trade/demand",
                    Map.of("page", page(actor, id, errors, shell.locale())),
                    HttpStatusCode.valueOf(422));
        }
    }

    private ModelAndView answered(
            Actor actor,
            Optional<Demand> standing,
            Map<String, String> typed,
            Shell shell,
            java.util.function.Supplier<Demand> deed) {
        FormErrors errors;
        int status;
        try {
            return new ModelAndView("redirect:/demands/" + deed.get().id());
        } catch (InputBroken broken) {
            errors = FormErrors.of(broken, typed, shell);
            status = 422;
        } catch (RuleBroken broken) {
            errors = FormErrors.of(broken, typed, shell);
            status = broken.rule().status();
        }
        return new ModelAndView(
                "trade/demand-form",
                Map.of("page", formPage(actor, standing, errors, shell.locale())),
                HttpStatusCode.valueOf(status));
    }

    private DemandPage.Form formPage(Actor actor, Optional<Demand> standing, FormErrors errors, Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        products.all()
                .forEach(product ->
                        choices.put(product.id().toString(), product.name().in(locale)));
        int count = places.of(actor.organisation()).size();
        return new DemandPage.Form(standing, choices, count, errors);
    }
}
