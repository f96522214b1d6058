package org.farmgate.trade.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.trade.Amendments;
import org.farmgate.trade.Backings;
import org.farmgate.trade.CallOffId;
import org.farmgate.trade.CallOffs;
import org.farmgate.trade.Calling;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.ContractQuery;
import org.farmgate.trade.ContractTerms;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.Signatures;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Contracts by JSON, with the same verbs as the pages. Terms are sent with the members of the contract
/// form, as texts: its names and units are described in docs/howto/contracts.md. Whoever signs or agrees
/// sends the hash of the text they read as `seen`.
@RestController
@RequestMapping("/api/v1/contracts")
@Needs({Right.NEGOTIATE_CONTRACT, Right.SIGN_CONTRACT, Right.PLAN_SEASON})
class ContractApi {
    private final Contracts contracts;
    private final Signatures signatures;
    private final CallOffs callOffs;
    private final Amendments amendments;
    private final Backings backings;
    private final ContractForm form;

    ContractApi(
            Contracts contracts,
            Signatures signatures,
            CallOffs callOffs,
            Amendments amendments,
            Backings backings,
            ContractForm form) {
        this.contracts = contracts;
        this.signatures = signatures;
        this.callOffs = callOffs;
        this.amendments = amendments;
        this.backings = backings;
        this.form = form;
    }

    private ContractView.View view(Contract contract) {
        return ContractView.View.of(contract, backings.backed(contract));
    }

    @GetMapping
    Slice<ContractView.Row> list(Actor actor, Paging paging, @RequestParam(defaultValue = "all") String group) {
        Set<org.farmgate.trade.ContractStage> stages = ContractPage.GROUPS.getOrDefault(group, Set.of());
        return contracts
                .search(actor, new ContractQuery(paging, stages, Optional.empty()))
                .map(ContractView.Row::of);
    }

    @GetMapping("/{id}")
    ContractView.View get(Actor actor, @PathVariable ContractId id) {
        return view(contracts.get(actor, id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.NEGOTIATE_CONTRACT)
    ContractView.View draft(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        ContractId id = fields.optional("id", f -> f.id("id", ContractId::new)).orElseGet(ContractId::next);
        return view(contracts.draft(actor, id, form.readNew(actor, fields)));
    }

    @PutMapping("/{id}/terms")
    @Needs(Right.NEGOTIATE_CONTRACT)
    ContractView.View rewrite(Actor actor, @PathVariable ContractId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        Contract contract = contracts.get(actor, id);
        return view(contracts.rewrite(actor, id, ContractDeeds.seen(fields), terms(fields, contract)));
    }

    @PostMapping("/{id}/proposal")
    ContractView.View propose(Actor actor, @PathVariable ContractId id) {
        return view(contracts.propose(actor, id));
    }

    @PostMapping("/{id}/cancellation")
    ContractView.View cancel(Actor actor, @PathVariable ContractId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        String reason = fields.text("reason", 300);
        fields.check();
        contracts.cancel(actor, id, reason);
        return get(actor, id);
    }

    @PostMapping("/{id}/closing")
    @Needs(Right.NEGOTIATE_CONTRACT)
    ContractView.View close(Actor actor, @PathVariable ContractId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        String reason = fields.optionalText("reason", 300).orElse("");
        fields.check();
        contracts.close(actor, id, reason);
        return get(actor, id);
    }

    @PostMapping("/{id}/signatures")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.SIGN_CONTRACT)
    ContractView.Signed sign(Actor actor, @PathVariable ContractId id, @RequestBody Map<String, Object> body) {
        return ContractView.Signed.of(signatures.sign(actor, id, ContractDeeds.seen(fields(body))));
    }

    @GetMapping("/{id}/call-offs")
    List<ContractView.Called> called(Actor actor, @PathVariable ContractId id) {
        return callOffs.of(actor, id).stream().map(ContractView.Called::of).toList();
    }

    /// `id` (optional), `site`, `week`, `massGrams`.
    @PostMapping("/{id}/call-offs")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.NEGOTIATE_CONTRACT)
    ContractView.Called callOff(Actor actor, @PathVariable ContractId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        CallOffId callOff =
                fields.optional("id", f -> f.id("id", CallOffId::new)).orElseGet(CallOffId::next);
        SiteId site = fields.id("site", SiteId::new);
        IsoWeek week = fields.week("week");
        Long grams = fields.number("massGrams", 1, Mass.GREATEST_GRAMS);
        fields.check();
        return ContractView.Called.of(
                callOffs.call(actor, id, List.of(new Calling(callOff, site, week, new Mass(grams))))
                        .getFirst());
    }

    @PostMapping("/{id}/call-offs/{callOff}/withdrawal")
    @Needs(Right.NEGOTIATE_CONTRACT)
    ContractView.View withdraw(Actor actor, @PathVariable ContractId id, @PathVariable CallOffId callOff) {
        callOffs.withdraw(actor, id, callOff);
        return get(actor, id);
    }

    @GetMapping("/{id}/amendments")
    List<ContractView.Change> changes(Actor actor, @PathVariable ContractId id) {
        return amendments.of(actor, id).stream().map(ContractView.Change::of).toList();
    }

    @PostMapping("/{id}/amendments")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.SIGN_CONTRACT)
    ContractView.Change amend(Actor actor, @PathVariable ContractId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        Contract contract = contracts.get(actor, id);
        String reason = fields.text("reason", 300);
        ContractTerms terms = terms(fields, contract);
        return ContractView.Change.of(amendments.propose(actor, id, ContractDeeds.seen(fields), terms, reason));
    }

    @PostMapping("/{id}/amendments/{number}/agreement")
    @Needs(Right.SIGN_CONTRACT)
    ContractView.View agree(
            Actor actor, @PathVariable ContractId id, @PathVariable int number, @RequestBody Map<String, Object> body) {
        return view(amendments.agree(actor, id, number, ContractDeeds.seen(fields(body))));
    }

    @PostMapping("/{id}/amendments/{number}/refusal")
    @Needs(Right.NEGOTIATE_CONTRACT)
    ContractView.View refuse(
            Actor actor, @PathVariable ContractId id, @PathVariable int number, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        String answer = fields.text("reason", 300);
        fields.check();
        amendments.refuse(actor, id, number, answer);
        return get(actor, id);
    }

    private ContractTerms terms(Fields fields, Contract contract) {
        return form.read(
                fields, ContractForm.Deal.of(contract.terms()), contract.terms().lines());
    }

    private static Fields fields(Map<String, Object> body) {
        Map<String, String> texts = new LinkedHashMap<>();
        body.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return new Fields(texts);
    }
}
