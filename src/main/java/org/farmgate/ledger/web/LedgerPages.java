package org.farmgate.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.ledger.AccountId;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.AccountListing;
import org.farmgate.ledger.Books;
import org.farmgate.ledger.Posting;
import org.farmgate.ledger.PostingQuery;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.TrialBalance;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The trial balance, and down from it: the accounts of a kind, the postings of an account.
@Controller
@Needs({Right.SEE_BOOKS, Right.KEEP_BOOKS, Right.RELEASE_PAYOUTS})
class LedgerPages {
    private final Books books;
    private final Postings postings;
    private final LedgerNames names;
    private final Clock clock;

    LedgerPages(Books books, Postings postings, LedgerNames names, Clock clock) {
        this.books = books;
        this.postings = postings;
        this.names = names;
        this.clock = clock;
    }

    /// Whoever holds no books, such as a grower, is sent to their slips.
    @GetMapping("/books")
    String balance(Actor actor, Fields query, Shell shell, Model model) {
        List<RegionId> origins = books.origins(actor);
        boolean keeps = actor.may(Right.KEEP_BOOKS) || actor.may(Right.RELEASE_PAYOUTS);
        if (origins.isEmpty() && !keeps && query.isEmpty("on")) return "redirect:/slips";
        LedgerBook book = names.book(List.of(), origins, List.of());
        Map<String, String> choices = new LinkedHashMap<>();
        for (RegionId origin : origins) choices.put(origin.toString(), book.region(shell, origin));
        LocalDate today = LocalDate.now(clock);
        LocalDate on = query.isEmpty("on") ? today : query.date("on");
        RegionId origin = query.isEmpty("origin") ? null : query.id("origin", RegionId::new);
        query.check();
        if (origin == null && !origins.isEmpty()) origin = origins.getFirst();
        Optional<TrialBalance> balance =
                Optional.ofNullable(origin).map(chosen -> books.trialBalance(actor, chosen, on));
        model.addAttribute(
                "page", new BooksPage.Balance(balance, choices, on, new Days(today.withDayOfYear(1), today), book));
        return "ledger/balance";
    }

    @GetMapping("/books/{origin}/accounts")
    String accounts(Actor actor, @PathVariable RegionId origin, Fields query, Paging paging, Model model) {
        LocalDate on = query.isEmpty("on") ? LocalDate.now(clock) : query.date("on");
        AccountKind kind = query.choice("kind", AccountKind.class);
        query.check();
        Slice<AccountListing> found = books.accounts(actor, origin, kind, on, paging);
        model.addAttribute(
                "page",
                new BooksPage.Accounts(
                        origin,
                        kind,
                        on,
                        found,
                        paging.search(),
                        names.of(
                                origin,
                                found.rows().stream()
                                        .map(AccountListing::account)
                                        .toList(),
                                List.of())));
        return "ledger/accounts";
    }

    @GetMapping("/books/{origin}/accounts/{id}")
    String account(
            Actor actor,
            @PathVariable RegionId origin,
            @PathVariable AccountId id,
            Fields query,
            Paging paging,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        LocalDate to = query.isEmpty("to") ? today : query.date("to");
        LocalDate from = query.isEmpty("from") ? to.minusYears(1) : query.date("from");
        query.check();
        AccountListing account = books.account(actor, origin, id, to);
        Slice<Posting> found = postings.search(
                actor,
                new PostingQuery(
                        paging, origin, Optional.of(id), Optional.empty(), Optional.of(from), Optional.of(to)));
        model.addAttribute(
                "page",
                new BooksPage.Account(
                        origin,
                        account,
                        new Days(from, to),
                        found,
                        names.of(origin, List.of(account.account()), found.rows())));
        return "ledger/account";
    }
}
