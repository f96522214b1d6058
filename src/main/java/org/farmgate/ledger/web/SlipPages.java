package org.farmgate.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.farmgate.ledger.slip.Slip;
import org.farmgate.ledger.slip.SlipListing;
import org.farmgate.ledger.slip.Slips;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.ProductId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Pay slips: who is owed what, and one slip as a page and as a paper.
@Controller
@Needs({Right.SEE_BOOKS, Right.KEEP_BOOKS, Right.RELEASE_PAYOUTS})
class SlipPages {
    private final Slips slips;
    private final SlipPapers papers;
    private final LedgerNames names;
    private final Clock clock;

    SlipPages(Slips slips, SlipPapers papers, LedgerNames names, Clock clock) {
        this.slips = slips;
        this.papers = papers;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/slips")
    String list(Actor actor, Paging paging, Model model) {
        Slice<SlipListing> found = slips.search(actor, paging);
        Set<PartyId> people = new HashSet<>();
        for (SlipListing row : found.rows()) people.addAll(List.of(row.holder(), row.payee()));
        boolean own = found.rows().stream().allMatch(row -> actor.actsFor(row.payee()));
        model.addAttribute(
                "page", new SlipPage.Listing(found, paging.search(), own, names.book(people, List.of(), List.of())));
        return "ledger/slips";
    }

    @GetMapping("/slips/{holder}/{payee}")
    String one(Actor actor, @PathVariable PartyId holder, @PathVariable PartyId payee, Fields query, Model model) {
        Days days = Days.read(query, LocalDate.now(clock));
        Slip slip = slips.get(actor, holder, payee, days.from(), days.to());
        model.addAttribute("page", new SlipPage.One(slip, book(slip)));
        return "ledger/slip";
    }

    /// @param language `en`, `zh` or `ug`; the reader's own where none is named
    @GetMapping("/slips/{holder}/{payee}/slip.pdf")
    ResponseEntity<byte[]> paper(
            Actor actor,
            @PathVariable PartyId holder,
            @PathVariable PartyId payee,
            @RequestParam(required = false, defaultValue = "") String language,
            Fields query,
            Shell shell) {
        Days days = Days.read(query, LocalDate.now(clock));
        Slip slip = slips.get(actor, holder, payee, days.from(), days.to());
        LedgerBook book = book(slip);
        String name = "slip-" + book.code(payee) + "-" + days.from() + "-" + days.to() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .body(papers.print(slip, book, SlipPapers.language(language, shell.locale())));
    }

    private LedgerBook book(Slip slip) {
        List<ProductId> goods = slip.lines().stream()
                .flatMap(line -> line.particulars().product().stream())
                .toList();
        return names.book(List.of(slip.holder(), slip.payee()), List.of(), goods);
    }
}
