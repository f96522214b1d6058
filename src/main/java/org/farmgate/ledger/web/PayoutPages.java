package org.farmgate.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.ledger.Books;
import org.farmgate.ledger.payout.Due;
import org.farmgate.ledger.payout.Payout;
import org.farmgate.ledger.payout.PayoutId;
import org.farmgate.ledger.payout.PayoutListing;
import org.farmgate.ledger.payout.PayoutState;
import org.farmgate.ledger.payout.Payouts;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of payouts, proposing one, and one with its payments. What is done to it is [PayoutDeeds]'.
@Controller
@Needs({Right.KEEP_BOOKS, Right.RELEASE_PAYOUTS})
class PayoutPages {
    private final Payouts payouts;
    private final Books books;
    private final LedgerNames names;
    private final Clock clock;

    PayoutPages(Payouts payouts, Books books, LedgerNames names, Clock clock) {
        this.payouts = payouts;
        this.books = books;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/payouts")
    String list(Actor actor, Paging paging, Model model) {
        Slice<PayoutListing> found = payouts.search(actor, paging);
        Set<PartyId> people = new HashSet<>();
        for (PayoutListing row : found.rows()) people.addAll(List.of(row.holder(), row.proposedBy()));
        model.addAttribute(
                "page",
                new PayoutPage.Listing(
                        found,
                        actor.may(Right.KEEP_BOOKS),
                        names.book(
                                people,
                                found.rows().stream().map(PayoutListing::origin).toList(),
                                List.of())));
        return "ledger/payouts";
    }

    @GetMapping("/payouts/new")
    @Needs(Right.KEEP_BOOKS)
    String form(Actor actor, Fields query, Shell shell, Model model) {
        RegionId origin = query.isEmpty("origin") ? null : query.id("origin", RegionId::new);
        query.check();
        return form(actor, Optional.ofNullable(origin), PayoutId.next(), List.of(), FormErrors.none(), shell, model);
    }

    private String form(
            Actor actor,
            Optional<RegionId> wanted,
            PayoutId id,
            List<String> chosen,
            FormErrors errors,
            Shell shell,
            Model model) {
        List<RegionId> origins = books.origins(actor);
        Optional<RegionId> origin = wanted.or(() -> origins.stream().findFirst());
        List<Due> dues = origin.map(one -> payouts.dues(actor, one, actor.organisation()))
                .orElse(List.of());
        LedgerBook book = names.book(dues.stream().map(Due::payee).toList(), origins, List.of());
        Map<String, String> choices = new LinkedHashMap<>();
        for (RegionId one : origins) choices.put(one.toString(), book.region(shell, one));
        model.addAttribute(
                "page",
                new PayoutPage.Proposal(
                        origin, choices, dues, id, LocalDate.now(clock), Set.copyOf(chosen), errors, book));
        return "ledger/payout-form";
    }

    @PostMapping("/payouts")
    @Needs(Right.KEEP_BOOKS)
    String propose(
            Actor actor,
            Fields fields,
            @RequestParam(required = false, defaultValue = "") List<String> payee,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        PayoutId id = fields.id("id", PayoutId::new);
        RegionId origin = fields.id("origin", RegionId::new);
        // Without these two there is no form to show again.
        fields.check();
        FormErrors errors;
        try {
            LocalDate payOn = fields.date("payOn");
            Set<PartyId> payees = new HashSet<>();
            for (String one : payee) payees.add(new Fields(Map.of("payee", one)).id("payee", PartyId::new));
            if (payee.isEmpty()) fields.wrong("payees", "missing");
            fields.check();
            payouts.propose(actor, id, origin, actor.organisation(), payOn, payees);
            return "redirect:/payouts/" + id;
        } catch (InputBroken broken) {
            response.setStatus(422);
            errors = FormErrors.of(broken, fields.typed(), shell);
        } catch (RuleBroken broken) {
            response.setStatus(broken.rule().status());
            errors = FormErrors.of(broken, fields.typed(), shell);
        }
        return form(actor, Optional.of(origin), id, payee, errors, shell, model);
    }

    @GetMapping("/payouts/{id}")
    String one(Actor actor, @PathVariable PayoutId id, Model model) {
        return one(actor, id, FormErrors.none(), model);
    }

    String one(Actor actor, PayoutId id, FormErrors errors, Model model) {
        Payout payout = payouts.see(actor, id);
        boolean ours = actor.everywhere() || actor.actsFor(payout.holder());
        boolean proposer = payout.proposedBy().equals(actor.person());
        boolean open = payout.state() == PayoutState.PROPOSED;
        List<PartyId> people = new ArrayList<>(List.of(payout.holder(), payout.proposedBy()));
        payout.endedBy().ifPresent(people::add);
        payout.lines().forEach(line -> people.add(line.payee()));
        model.addAttribute(
                "page",
                new PayoutPage.One(
                        payout,
                        ours && open && !proposer && actor.may(Right.RELEASE_PAYOUTS),
                        open && proposer,
                        ours && actor.may(Right.KEEP_BOOKS),
                        ours && payout.isReleased() && actor.may(Right.RELEASE_PAYOUTS),
                        LocalDate.now(clock),
                        errors,
                        names.book(people, List.of(payout.origin()), List.of())));
        return "ledger/payout";
    }
}
