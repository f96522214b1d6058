package org.farmgate.trade.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.trade.Amendment;
import org.farmgate.trade.Amendments;
import org.farmgate.trade.CallOffId;
import org.farmgate.trade.CallOffs;
import org.farmgate.trade.Calling;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.ContractVersion;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.Signatures;
import org.farmgate.trade.TermsHash;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What moves a contract on: proposing, signing, calling off, agreeing, ending. Who may do what is the facades'
/// affair; a refusal shows the contract again, with the reason above it.
@Controller
@Needs({Right.NEGOTIATE_CONTRACT, Right.SIGN_CONTRACT, Right.PLAN_SEASON})
class ContractDeeds {
    private final Contracts contracts;
    private final Signatures signatures;
    private final CallOffs callOffs;
    private final Amendments amendments;
    private final ContractViews views;

    ContractDeeds(
            Contracts contracts, Signatures signatures, CallOffs callOffs, Amendments amendments, ContractViews views) {
        this.contracts = contracts;
        this.signatures = signatures;
        this.callOffs = callOffs;
        this.amendments = amendments;
        this.views = views;
    }

    @PostMapping("/contracts/{id}/proposal")
    ModelAndView propose(Actor actor, @PathVariable ContractId id, Shell shell) {
        return deed(actor, id, Map.of(), shell, () -> contracts.propose(actor, id));
    }

    @PostMapping("/contracts/{id}/cancellation")
    ModelAndView cancel(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        return deed(actor, id, typed, shell, () -> {
            String reason = fields.text("cancelReason", 300);
            fields.check();
            contracts.cancel(actor, id, reason);
            return id;
        });
    }

    @PostMapping("/contracts/{id}/closing")
    ModelAndView close(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        return deed(actor, id, typed, shell, () -> {
            String reason = fields.optionalText("closeReason", 300).orElse("");
            fields.check();
            contracts.close(actor, id, reason);
            return id;
        });
    }

    /// The whole text, read before signing it.
    @GetMapping("/contracts/{id}/signature")
    @Needs(Right.SIGN_CONTRACT)
    String beforeSigning(Actor actor, @PathVariable ContractId id, Shell shell, Model model) {
        Contract contract = contracts.get(actor, id);
        model.addAttribute("page", signing(actor, contract, contract.version(), 0, shell));
        return "trade/contract-signing";
    }

    private ContractPage.Signing signing(Actor actor, Contract contract, int version, int amendment, Shell shell) {
        ContractVersion found = contracts.versions(actor, contract.id()).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("contract", contract.id()));
        return new ContractPage.Signing(contract, found, contracts.inWords(found.terms(), shell.locale()), amendment);
    }

    @PostMapping("/contracts/{id}/signatures")
    @Needs(Right.SIGN_CONTRACT)
    ModelAndView sign(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        return deed(actor, id, typed, shell, () -> signatures.sign(actor, id, seen(fields)));
    }

    @PostMapping("/contracts/{id}/call-offs")
    @Needs(Right.NEGOTIATE_CONTRACT)
    ModelAndView callOff(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        return deed(actor, id, typed, shell, () -> {
            CallOffId callOff = fields.id("id", CallOffId::new);
            SiteId site = fields.id("site", SiteId::new);
            IsoWeek week = fields.week("week");
            Mass mass = fields.mass("callMass");
            fields.check();
            return callOffs.call(actor, id, List.of(new Calling(callOff, site, week, mass)));
        });
    }

    /// What the contract plans for a week, at all its places.
    @PostMapping("/contracts/{id}/call-offs/week")
    @Needs(Right.NEGOTIATE_CONTRACT)
    ModelAndView callOffWeek(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        return deed(actor, id, typed, shell, () -> {
            IsoWeek week = fields.week("wholeWeek");
            fields.check();
            return callOffs.callPlanned(actor, id, week);
        });
    }

    @PostMapping("/contracts/{id}/call-offs/{callOff}/withdrawal")
    @Needs(Right.NEGOTIATE_CONTRACT)
    ModelAndView withdrawCallOff(
            Actor actor, @PathVariable ContractId id, @PathVariable CallOffId callOff, Shell shell) {
        return deed(actor, id, Map.of(), shell, () -> {
            callOffs.withdraw(actor, id, callOff);
            return id;
        });
    }

    /// The whole proposed text, read before agreeing to it.
    @GetMapping("/contracts/{id}/amendments/{number}/agreement")
    @Needs(Right.SIGN_CONTRACT)
    String beforeAgreeing(
            Actor actor, @PathVariable ContractId id, @PathVariable int number, Shell shell, Model model) {
        Contract contract = contracts.get(actor, id);
        Amendment amendment = amendments.of(actor, id).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("amendment", number));
        model.addAttribute("page", signing(actor, contract, amendment.version(), number, shell));
        return "trade/contract-signing";
    }

    @PostMapping("/contracts/{id}/amendments/{number}/agreement")
    @Needs(Right.SIGN_CONTRACT)
    ModelAndView agree(
            Actor actor,
            @PathVariable ContractId id,
            @PathVariable int number,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        return deed(actor, id, typed, shell, () -> amendments.agree(actor, id, number, seen(fields)));
    }

    @PostMapping("/contracts/{id}/amendments/{number}/refusal")
    @Needs(Right.NEGOTIATE_CONTRACT)
    ModelAndView refuse(
            Actor actor,
            @PathVariable ContractId id,
            @PathVariable int number,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell) {
        return deed(actor, id, typed, shell, () -> {
            String answer = fields.text("answer", 300);
            fields.check();
            amendments.refuse(actor, id, number, answer);
            return id;
        });
    }

    @PostMapping("/contracts/{id}/amendments/{number}/withdrawal")
    @Needs(Right.NEGOTIATE_CONTRACT)
    ModelAndView withdrawAmendment(Actor actor, @PathVariable ContractId id, @PathVariable int number, Shell shell) {
        return deed(actor, id, Map.of(), shell, () -> {
            amendments.withdraw(actor, id, number);
            return id;
        });
    }

    /// The hash of the text that was on the page.
    static TermsHash seen(Fields fields) {
        TermsHash hash = fields.read("seen", text -> {
            if (!text.matches("[0-9a-f]{64}")) throw new InputBroken("seen", "no-such-choice", text);
            return new TermsHash(text);
        });
        fields.check();
        return hash;
    }

    private ModelAndView deed(
            Actor actor, ContractId id, Map<String, String> typed, Shell shell, Supplier<Object> deed) {
        FormErrors errors;
        int status;
        try {
            Object _ = deed.get();
            return new ModelAndView("redirect:/contracts/" + id);
        } catch (InputBroken broken) {
            errors = FormErrors.of(broken, typed, shell);
            status = 422;
        } catch (RuleBroken broken) {
            errors = FormErrors.of(broken, typed, shell);
            status = broken.rule().status();
        }
        return new ModelAndView(
                "trade/contract", Map.of("page", views.one(actor, id, errors, shell)), HttpStatusCode.valueOf(status));
    }
}
