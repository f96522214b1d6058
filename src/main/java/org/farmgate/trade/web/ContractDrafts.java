package org.farmgate.trade.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.trade.Amendments;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.ContractTerms;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.TermsHash;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The one form of terms, for its three purposes: a new contract, other terms before signing, an amendment.
@Controller
@Needs(Right.NEGOTIATE_CONTRACT)
class ContractDrafts {
    private static final String TEMPLATE = "trade/contract-form";

    private final Contracts contracts;
    private final Amendments amendments;
    private final ContractForm form;
    private final ContractViews views;

    ContractDrafts(Contracts contracts, Amendments amendments, ContractForm form, ContractViews views) {
        this.contracts = contracts;
        this.amendments = amendments;
        this.form = form;
        this.views = views;
    }

    @GetMapping("/contracts/new")
    String fresh(Actor actor, Shell shell, Model model) {
        Map<String, String> usual = new HashMap<>(Map.of(
                "id", shell.freshId(),
                "quantity", "FIXED_MASS",
                "tolerance", "5",
                "basis", "DELIVERED",
                "priceKind", "FIXED",
                "depositKind", "NONE",
                "how", "SPREAD"));
        usual.putAll(Map.of("noticeDays", "7", "claimDays", "2", "paymentDays", "15", "minimumGrade", "2"));
        model.addAttribute("page", views.fresh(actor, FormErrors.startingWith(usual), shell.locale()));
        return TEMPLATE;
    }

    @PostMapping("/contracts")
    ModelAndView draft(Actor actor, Fields fields, @RequestParam Map<String, String> typed, Shell shell) {
        return answered(
                typed,
                shell,
                () -> {
                    ContractId id = fields.id("id", ContractId::new);
                    ContractTerms terms = form.readNew(actor, fields);
                    return contracts.draft(actor, id, terms).id();
                },
                errors -> views.fresh(actor, errors, shell.locale()));
    }

    @GetMapping("/contracts/{id}/terms")
    String terms(Actor actor, @PathVariable ContractId id, Shell shell, Model model) {
        return opened(ContractPage.Purpose.REWRITE, actor, id, shell, model);
    }

    @PostMapping("/contracts/{id}/terms")
    ModelAndView rewrite(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        Contract contract = contracts.get(actor, id);
        return answered(
                typed,
                shell,
                () -> {
                    TermsHash seen = ContractDeeds.seen(fields);
                    return contracts
                            .rewrite(actor, id, seen, read(fields, contract))
                            .id();
                },
                errors -> views.standing(ContractPage.Purpose.REWRITE, actor, contract, errors, shell.locale()));
    }

    @GetMapping("/contracts/{id}/amendments/new")
    @Needs(Right.SIGN_CONTRACT)
    String amendment(Actor actor, @PathVariable ContractId id, Shell shell, Model model) {
        return opened(ContractPage.Purpose.AMEND, actor, id, shell, model);
    }

    @PostMapping("/contracts/{id}/amendments")
    @Needs(Right.SIGN_CONTRACT)
    ModelAndView amend(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        Contract contract = contracts.get(actor, id);
        return answered(
                typed,
                shell,
                () -> {
                    TermsHash seen = ContractDeeds.seen(fields);
                    String reason = fields.text("reason", 300);
                    ContractTerms terms = read(fields, contract);
                    amendments.propose(actor, id, seen, terms, reason);
                    return id;
                },
                errors -> views.standing(ContractPage.Purpose.AMEND, actor, contract, errors, shell.locale()));
    }

    private ContractTerms read(Fields fields, Contract contract) {
        return form.read(
                fields, ContractForm.Deal.of(contract.terms()), contract.terms().lines());
    }

    private String opened(ContractPage.Purpose purpose, Actor actor, ContractId id, Shell shell, Model model) {
        Contract contract = contracts.get(actor, id);
        FormErrors filled = FormErrors.startingWith(views.filled(contract));
        model.addAttribute("page", views.standing(purpose, actor, contract, filled, shell.locale()));
        return TEMPLATE;
    }

    private static ModelAndView answered(
            Map<String, String> typed,
            Shell shell,
            Supplier<ContractId> deed,
            Function<FormErrors, ContractPage.Form> again) {
        FormErrors errors;
        int status;
        try {
            return new ModelAndView("redirect:/contracts/" + deed.get());
        } catch (InputBroken broken) {
            errors = FormErrors.of(broken, typed, shell);
            status = 422;
        } catch (RuleBroken broken) {
            errors = FormErrors.of(broken, typed, shell);
            status = broken.rule().status();
        }
        return new ModelAndView(TEMPLATE, Map.of("page", again.apply(errors)), HttpStatusCode.valueOf(status));
    }
}
