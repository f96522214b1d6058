package org.farmgate.trade.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.ProductId;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.planning.Acceptances;
import org.farmgate.trade.planning.PlanFigures.Accepted;
import org.farmgate.trade.planning.PlanSummary;
import org.farmgate.trade.planning.Plans;
import org.farmgate.trade.planning.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Turning a plan, or a part of it, into contracts.
@Controller
@Needs(Right.PLAN_SEASON)
class AcceptancePages {
    private final Plans plans;
    private final Acceptances acceptances;
    private final NameBook names;

    AcceptancePages(Plans plans, Acceptances acceptances, NameBook names) {
        this.plans = plans;
        this.acceptances = acceptances;
        this.names = names;
    }

    @GetMapping("/plans/{id}/acceptance")
    String form(Actor actor, @PathVariable PlanId id, Shell shell, Model model) {
        model.addAttribute("page", page(actor, id, FormErrors.none(), shell.locale()));
        return "trade/plan-acceptance";
    }

    @PostMapping("/plans/{id}/acceptance")
    ModelAndView accept(
            Actor actor,
            @PathVariable PlanId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "line", required = false) int @Nullable [] lines,
            Shell shell) {
        try {
            var buyer = fields.optional("buyer", f -> f.id("buyer", PartyId::new));
            var product = fields.optional("product", f -> f.id("product", ProductId::new));
            fields.check();
            Set<Integer> chosen =
                    lines == null ? Set.of() : Arrays.stream(lines).boxed().collect(Collectors.toSet());
            Accepted accepted = acceptances.accept(actor, id, new Selection(buyer, product, chosen));
            return new ModelAndView("redirect:/plans/%s/accepted?lines=%d&contracts=%d"
                    .formatted(id, accepted.lines(), accepted.contracts().size()));
        } catch (InputBroken broken) {
            return again(actor, id, FormErrors.of(broken, typed, shell), shell.locale(), 422);
        } catch (RuleBroken broken) {
            return again(
                    actor,
                    id,
                    FormErrors.of(broken, typed, shell),
                    shell.locale(),
                    broken.rule().status());
        }
    }

    @GetMapping("/plans/{id}/accepted")
    String accepted(
            Actor actor, @PathVariable PlanId id, @RequestParam int lines, @RequestParam int contracts, Model model) {
        PlanSummary plan = plans.get(actor, id);
        model.addAttribute("plan", plan);
        model.addAttribute("lines", lines);
        model.addAttribute("contracts", contracts);
        model.addAttribute("left", acceptances.left(actor, id));
        return "trade/plan-accepted";
    }

    private ModelAndView again(Actor actor, PlanId id, FormErrors errors, Locale locale, int status) {
        return new ModelAndView(
                "trade/plan-acceptance",
                Map.of("page", page(actor, id, errors, locale)),
                HttpStatusCode.valueOf(status));
    }

    private PlanPage.Acceptance page(Actor actor, PlanId id, FormErrors errors, Locale locale) {
        var ids = new NameBook.Ids();
        ids.parties.addAll(acceptances.buyers(actor, id));
        ids.products.addAll(acceptances.products(actor, id));
        Names known = names.names(ids, locale);
        Map<String, String> buyers = new LinkedHashMap<>();
        ids.parties.stream()
                .sorted(java.util.Comparator.comparing(known::of))
                .forEach(buyer -> buyers.put(buyer.toString(), known.of(buyer)));
        Map<String, String> products = new LinkedHashMap<>();
        ids.products.stream()
                .sorted(java.util.Comparator.comparing(known::of))
                .forEach(product -> products.put(product.toString(), known.of(product)));
        return new PlanPage.Acceptance(plans.get(actor, id), acceptances.left(actor, id), buyers, products, errors);
    }
}
