package org.farmgate.ledger.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farmgate.ledger.payout.Due;
import org.farmgate.ledger.payout.LineState;
import org.farmgate.ledger.payout.Payout;
import org.farmgate.ledger.payout.PayoutFile;
import org.farmgate.ledger.payout.PayoutFiles;
import org.farmgate.ledger.payout.PayoutId;
import org.farmgate.ledger.payout.PayoutLine;
import org.farmgate.ledger.payout.PayoutListing;
import org.farmgate.ledger.payout.PayoutState;
import org.farmgate.ledger.payout.Payouts;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Payouts for programs. Amounts are fen.
@RestController
@RequestMapping("/api/v1/payouts")
@Needs({Right.KEEP_BOOKS, Right.RELEASE_PAYOUTS})
class PayoutApi {
    private final Payouts payouts;
    private final PayoutFiles files;

    PayoutApi(Payouts payouts, PayoutFiles files) {
        this.payouts = payouts;
        this.files = files;
    }

    record ProposalBody(
            @Nullable String id,
            @Nullable String origin,
            @Nullable String payOn,
            @Nullable List<String> payees) {}

    record ConfirmationBody(@Nullable String on, @Nullable List<Integer> lines) {}

    record ReturnBody(
            @Nullable String line,
            @Nullable String reason,
            @Nullable String on) {}

    record FileBody(@Nullable String form) {}

    record OfDue(PartyId payee, long payableFen, long owesFen, long amountFen, Due.@Nullable Obstacle obstacle) {
        static OfDue of(Due due) {
            return new OfDue(
                    due.payee(),
                    due.payable().fen(),
                    due.owes().fen(),
                    due.amount().fen(),
                    due.obstacle().orElse(null));
        }
    }

    record OfListing(
            PayoutId id,
            RegionId origin,
            PartyId holder,
            PayoutState state,
            long lines,
            long amountFen,
            long open,
            long returned,
            Instant proposedAt) {
        static OfListing of(PayoutListing row) {
            return new OfListing(
                    row.id(),
                    row.origin(),
                    row.holder(),
                    row.state(),
                    row.lines(),
                    row.amount().fen(),
                    row.open(),
                    row.returned(),
                    row.proposedAt());
        }
    }

    record Line(
            int number,
            PartyId payee,
            long amountFen,
            long setOffFen,
            LineState state,
            @Nullable LocalDate endedOn,
            String reason) {
        static Line of(PayoutLine line) {
            return new Line(
                    line.number(),
                    line.payee(),
                    line.amount().fen(),
                    line.setOff().fen(),
                    line.state(),
                    line.endedOn().orElse(null),
                    line.reason());
        }
    }

    record OfPayout(
            PayoutId id,
            RegionId origin,
            PartyId holder,
            LocalDate payOn,
            PayoutState state,
            PartyId proposedBy,
            Instant proposedAt,
            @Nullable PartyId endedBy,
            @Nullable Instant endedAt,
            long amountFen,
            List<Line> lines) {
        static OfPayout of(Payout payout) {
            return new OfPayout(
                    payout.id(),
                    payout.origin(),
                    payout.holder(),
                    payout.payOn(),
                    payout.state(),
                    payout.proposedBy(),
                    payout.proposedAt(),
                    payout.endedBy().orElse(null),
                    payout.endedAt().orElse(null),
                    payout.amount().fen(),
                    payout.lines().stream().map(Line::of).toList());
        }
    }

    @GetMapping
    Slice<OfListing> list(Actor actor, Paging paging) {
        return payouts.search(actor, paging).map(OfListing::of);
    }

    /// To whom one's organisation owes something in the books of `origin`, and why it cannot be paid where it
    /// cannot.
    @GetMapping("/dues")
    @Needs(Right.KEEP_BOOKS)
    List<OfDue> dues(Actor actor, Fields query) {
        RegionId origin = query.id("origin", RegionId::new);
        query.check();
        return payouts.dues(actor, origin, actor.organisation()).stream()
                .map(OfDue::of)
                .toList();
    }

    /// Without `payees` all who can be paid.
    @PostMapping
    @Needs(Right.KEEP_BOOKS)
    @ResponseStatus(HttpStatus.CREATED)
    OfPayout propose(Actor actor, @RequestBody ProposalBody body) {
        Fields fields = Bodies.fields(body);
        PayoutId id = fields.isEmpty("id") ? PayoutId.next() : fields.id("id", PayoutId::new);
        RegionId origin = fields.id("origin", RegionId::new);
        LocalDate payOn = fields.date("payOn");
        fields.check();
        Set<PartyId> payees = new HashSet<>();
        List<String> named = body.payees() == null ? List.of() : body.payees();
        for (String one : named) {
            Fields each = new Fields(one == null ? Map.of() : Map.of("payees", one));
            PartyId payee = each.id("payees", PartyId::new);
            each.check();
            payees.add(payee);
        }
        return OfPayout.of(payouts.propose(actor, id, origin, actor.organisation(), payOn, payees));
    }

    @GetMapping("/{id}")
    OfPayout one(Actor actor, @PathVariable PayoutId id) {
        return OfPayout.of(payouts.see(actor, id));
    }

    @PostMapping("/{id}/release")
    @Needs(Right.RELEASE_PAYOUTS)
    OfPayout release(Actor actor, @PathVariable PayoutId id) {
        return OfPayout.of(payouts.release(actor, id));
    }

    @PostMapping("/{id}/cancellation")
    OfPayout cancel(Actor actor, @PathVariable PayoutId id) {
        return OfPayout.of(payouts.cancel(actor, id));
    }

    /// Without `lines` all that are under way.
    @PostMapping("/{id}/confirmation")
    @Needs(Right.KEEP_BOOKS)
    OfPayout confirm(Actor actor, @PathVariable PayoutId id, @RequestBody ConfirmationBody body) {
        Fields fields = Bodies.fields(body);
        LocalDate on = fields.date("on");
        fields.check();
        return OfPayout.of(payouts.confirm(actor, id, body.lines() == null ? List.of() : body.lines(), on));
    }

    @PostMapping("/{id}/return")
    @Needs(Right.KEEP_BOOKS)
    OfPayout returned(Actor actor, @PathVariable PayoutId id, @RequestBody ReturnBody body) {
        Fields fields = Bodies.fields(body);
        Long line = fields.number("line", 1, Payout.MOST_LINES);
        String reason = fields.text("reason", 200);
        LocalDate on = fields.date("on");
        fields.check();
        return OfPayout.of(payouts.returned(actor, id, line.intValue(), reason, on));
    }

    /// The bank's file, `csv` or `pain-001`. Bank numbers are opened into it, and each opening is kept.
    @PostMapping("/{id}/file")
    @Needs(Right.RELEASE_PAYOUTS)
    ResponseEntity<byte[]> file(Actor actor, @PathVariable PayoutId id, @RequestBody FileBody body) {
        Fields fields = Bodies.fields(body);
        PayoutFile.Form form = fields.choice("form", PayoutFile.Form.class);
        fields.check();
        return PayoutDeeds.download(files.file(actor, id, form));
    }
}
