package org.farmgate.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.ledger.AccountId;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Books;
import org.farmgate.ledger.BooksExports;
import org.farmgate.ledger.Correction;
import org.farmgate.ledger.Corrections;
import org.farmgate.ledger.PostingQuery;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.TransferId;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.JobId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The books for programs. Amounts are fen.
@RestController
@RequestMapping("/api/v1/books")
@Needs({Right.SEE_BOOKS, Right.KEEP_BOOKS, Right.RELEASE_PAYOUTS})
class BooksApi {
    private final Books books;
    private final Postings postings;
    private final Corrections corrections;
    private final BooksExports exports;
    private final Clock clock;

    BooksApi(Books books, Postings postings, Corrections corrections, BooksExports exports, Clock clock) {
        this.books = books;
        this.postings = postings;
        this.corrections = corrections;
        this.exports = exports;
        this.clock = clock;
    }

    record CorrectionBody(@Nullable String reason, @Nullable String rightFen) {}

    record ExportBody(
            @Nullable String origin,
            @Nullable String from,
            @Nullable String to) {}

    /// The origins in whose books one has anything to see.
    @GetMapping("/origins")
    List<RegionId> origins(Actor actor) {
        return books.origins(actor);
    }

    /// Query: `origin`, and `on` (today where it is missing).
    @GetMapping("/trial-balance")
    LedgerJson.OfBalance balance(Actor actor, Fields query) {
        RegionId origin = query.id("origin", RegionId::new);
        LocalDate on = on(query);
        query.check();
        return LedgerJson.OfBalance.of(books.trialBalance(actor, origin, on));
    }

    /// Query: `kind`, `on`, and `q`: a party's name or a whole subject.
    @GetMapping("/{origin}/accounts")
    Slice<LedgerJson.OfAccount> accounts(Actor actor, @PathVariable RegionId origin, Fields query, Paging paging) {
        AccountKind kind = query.choice("kind", AccountKind.class);
        LocalDate on = on(query);
        query.check();
        return books.accounts(actor, origin, kind, on, paging).map(LedgerJson.OfAccount::of);
    }

    @GetMapping("/{origin}/accounts/{id}")
    LedgerJson.OfAccount account(Actor actor, @PathVariable RegionId origin, @PathVariable AccountId id, Fields query) {
        LocalDate on = on(query);
        query.check();
        return LedgerJson.OfAccount.of(books.account(actor, origin, id, on));
    }

    /// The latest first; query: `from`, `to`.
    @GetMapping("/{origin}/accounts/{id}/postings")
    Slice<LedgerJson.OfPosting> postings(
            Actor actor, @PathVariable RegionId origin, @PathVariable AccountId id, Fields query, Paging paging) {
        Optional<LocalDate> from = query.optional("from", some -> some.date("from"));
        Optional<LocalDate> to = query.optional("to", some -> some.date("to"));
        query.check();
        return postings.search(actor, new PostingQuery(paging, origin, Optional.of(id), Optional.empty(), from, to))
                .map(LedgerJson.OfPosting::of);
    }

    @GetMapping("/{origin}/postings/{id}")
    LedgerJson.OfPosting posting(Actor actor, @PathVariable RegionId origin, @PathVariable TransferId id) {
        return LedgerJson.OfPosting.of(postings.get(actor, origin, id));
    }

    /// Takes an entry back by one that mirrors it; with `rightFen` the right amount is posted too.
    @PostMapping("/{origin}/postings/{id}/correction")
    @Needs(Right.KEEP_BOOKS)
    @ResponseStatus(HttpStatus.CREATED)
    LedgerJson.OfCorrection correct(
            Actor actor, @PathVariable RegionId origin, @PathVariable TransferId id, @RequestBody CorrectionBody body) {
        Fields fields = Bodies.fields(body);
        String reason = fields.text("reason", Correction.LONGEST_REASON);
        Optional<Money> right = fields.optional("rightFen", some -> some.number("rightFen", 1, Money.GREATEST_FEN))
                .map(Money::new);
        fields.check();
        return LedgerJson.OfCorrection.of(corrections.correct(actor, origin, id, right, reason));
    }

    /// Starts a job that writes a CSV file; `/api/v1/jobs/{id}` tells how it stands.
    @PostMapping("/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, JobId> export(Actor actor, @RequestBody ExportBody body) {
        Fields fields = Bodies.fields(body);
        RegionId origin = fields.id("origin", RegionId::new);
        LocalDate from = fields.date("from");
        LocalDate to = fields.date("to");
        fields.check();
        return Map.of("job", exports.start(actor, origin, from, to));
    }

    private LocalDate on(Fields query) {
        return query.isEmpty("on") ? LocalDate.now(clock) : query.date("on");
    }
}
