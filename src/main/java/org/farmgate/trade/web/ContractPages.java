package org.farmgate.trade.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.ContractLine;
import org.farmgate.trade.ContractListing;
import org.farmgate.trade.ContractQuery;
import org.farmgate.trade.ContractVersion;
import org.farmgate.trade.Contracts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Reading contracts: the list, one with all that belongs to it, its places, its papers. What changes one is
/// [ContractDeeds]'.
@Controller
@Needs({Right.NEGOTIATE_CONTRACT, Right.SIGN_CONTRACT, Right.PLAN_SEASON})
class ContractPages {
    private final Contracts contracts;
    private final ContractViews views;
    private final ContractPapers papers;
    private final NameBook names;

    ContractPages(Contracts contracts, ContractViews views, ContractPapers papers, NameBook names) {
        this.contracts = contracts;
        this.views = views;
        this.papers = papers;
        this.names = names;
    }

    @GetMapping("/contracts")
    String list(
            Actor actor, Paging paging, @RequestParam(defaultValue = "all") String group, Shell shell, Model model) {
        var query = new ContractQuery(paging, ContractPage.GROUPS.getOrDefault(group, Set.of()), Optional.empty());
        Slice<ContractListing> found = contracts.search(actor, query);
        var ids = new NameBook.Ids();
        for (ContractListing contract : found.rows()) {
            ids.parties.add(contract.seller());
            ids.parties.add(contract.buyer());
            ids.products.add(contract.product());
        }
        model.addAttribute(
                "page",
                new ContractPage.Listing(
                        found,
                        ContractPage.GROUPS.containsKey(group) ? group : "all",
                        paging.search(),
                        names.names(ids, shell.locale()),
                        actor.may(Right.NEGOTIATE_CONTRACT)));
        return "trade/contracts";
    }

    @GetMapping("/contracts/{id}")
    String one(Actor actor, @PathVariable ContractId id, Shell shell, Model model) {
        model.addAttribute("page", views.one(actor, id, FormErrors.none(), shell));
        return "trade/contract";
    }

    @GetMapping("/contracts/{id}/places")
    String places(Actor actor, @PathVariable ContractId id, Paging paging, Shell shell, Model model) {
        Contract contract = contracts.get(actor, id);
        List<ContractLine> all = contract.terms().lines();
        int from = (int) Math.min(paging.offset(), all.size());
        List<ContractLine> rows = all.subList(from, Math.min(from + paging.size(), all.size()));
        var ids = new NameBook.Ids();
        rows.forEach(line -> ids.sites.add(line.site()));
        model.addAttribute(
                "page",
                new ContractPage.Places(
                        contract, Slice.of(rows, paging, all.size()), from, names.names(ids, shell.locale())));
        return "trade/contract-places";
    }

    /// The printable paper in both parties' languages.
    ///
    /// @param language the other language beside Chinese, `ug` or `en`; where none is named, the reader's own,
    ///     and Uyghur for who reads Chinese
    @GetMapping("/contracts/{id}/contract.pdf")
    ResponseEntity<byte[]> paper(
            Actor actor,
            @PathVariable ContractId id,
            @RequestParam(required = false, defaultValue = "") String language,
            Shell shell) {
        Contract contract = contracts.get(actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + contract.number() + ".pdf\"")
                .body(papers.print(contract, papers.other(language, shell.locale())));
    }

    /// The exact text that signatures are bound to, byte for byte: its SHA-256 is the one beside each
    /// signature.
    @GetMapping("/contracts/{id}/versions/{version}/terms.txt")
    ResponseEntity<byte[]> text(Actor actor, @PathVariable ContractId id, @PathVariable int version) {
        ContractVersion found = contracts.versions(actor, id).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("contract", id));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", java.nio.charset.StandardCharsets.UTF_8))
                .body(found.termsText().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
