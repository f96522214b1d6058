package org.farmgate.trade.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.product.Grade;
import org.farmgate.product.Products;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.Contracts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A buyer weighs what a grower brings under a contract.
@Controller
@Needs(Right.WEIGH)
public class WeighingPages {
    private static final int MOST_SITES = 100;

    private final Contracts contracts;
    private final WeighingForm form;
    private final Products products;
    private final Sites sites;
    private final NameBook names;

    WeighingPages(Contracts contracts, WeighingForm form, Products products, Sites sites, NameBook names) {
        this.contracts = contracts;
        this.form = form;
        this.products = products;
        this.sites = sites;
        this.names = names;
    }

    /// @param grades that fulfil the contract, best first
    public record Page(
            Contract contract,
            String seller,
            String product,
            Map<String, String> grades,
            Map<String, String> sites,
            FormErrors errors) {}

    @GetMapping("/contracts/{id}/weighing")
    String show(Actor actor, @PathVariable ContractId id, Shell shell, Model model) {
        return show(actor, id, FormErrors.none(), shell, model);
    }

    private String show(Actor actor, ContractId id, FormErrors errors, Shell shell, Model model) {
        Contract contract = contracts.get(actor, id);
        var ids = new NameBook.Ids();
        ids.parties.add(contract.terms().seller());
        ids.products.add(contract.terms().product());
        Names known = names.names(ids, shell.locale());
        Map<String, String> grades = new LinkedHashMap<>();
        for (Grade grade : products.grades(contract.terms().product()))
            if (grade.rank() <= contract.terms().minimumGrade())
                grades.put(String.valueOf(grade.rank()), shell.pick(grade.name()));
        Map<String, String> places = new LinkedHashMap<>();
        sites.ofOperator(actor.organisation(), new Paging(0, MOST_SITES, ""))
                .rows()
                .forEach(site -> places.put(site.id().toString(), site.name()));
        model.addAttribute(
                "page",
                new Page(
                        contract,
                        known.of(contract.terms().seller()),
                        known.of(contract.terms().product()),
                        grades,
                        places,
                        errors));
        return "trade/weighing-form";
    }

    @PostMapping("/contracts/{id}/weighings")
    String weigh(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> "redirect:/tickets/" + form.weigh(actor, id, fields).id() + "?saved",
                errors -> show(actor, id, errors, shell, model));
    }
}
