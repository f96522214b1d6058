package org.farmgate.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.TransferId;
import org.farmgate.ledger.slip.Slip;
import org.farmgate.ledger.slip.SlipLine;
import org.farmgate.ledger.slip.SlipListing;
import org.farmgate.ledger.slip.Slips;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.ProductId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Pay slips for programs. Amounts are fen, negative for what was taken back or paid out.
@RestController
@RequestMapping("/api/v1/slips")
@Needs({Right.SEE_BOOKS, Right.KEEP_BOOKS, Right.RELEASE_PAYOUTS})
class SlipApi {
    private final Slips slips;
    private final Clock clock;

    SlipApi(Slips slips, Clock clock) {
        this.slips = slips;
        this.clock = clock;
    }

    record OfListing(PartyId holder, PartyId payee, long owedFen) {
        static OfListing of(SlipListing listing) {
            return new OfListing(
                    listing.holder(), listing.payee(), listing.owed().fen());
        }
    }

    record OfSlip(
            PartyId holder,
            PartyId payee,
            LocalDate from,
            LocalDate to,
            long earlierFen,
            long earnedFen,
            long takenFen,
            long paidOutFen,
            long carriedOverFen,
            List<Line> lines) {
        static OfSlip of(Slip slip) {
            return new OfSlip(
                    slip.holder(),
                    slip.payee(),
                    slip.from(),
                    slip.to(),
                    slip.earlier().fen(),
                    slip.earned().fen(),
                    slip.taken().fen(),
                    slip.paidOut().fen(),
                    slip.carriedOver().fen(),
                    slip.lines().stream().map(Line::of).toList());
        }
    }

    record Line(
            TransferId id,
            LocalDate on,
            SlipLine.Kind kind,
            long amountFen,
            String rule,
            @Nullable ProductId product,
            @Nullable Long massGrams,
            @Nullable Long fenPerTonne,
            String documentKind,
            @Nullable UUID document,
            List<LedgerJson.Deduction> deductions) {
        static Line of(SlipLine line) {
            Particulars particulars = line.particulars();
            return new Line(
                    line.id(),
                    line.on(),
                    line.kind(),
                    line.amount().fen(),
                    particulars.rule(),
                    particulars.product().orElse(null),
                    particulars.mass().map(Mass::grams).orElse(null),
                    particulars.price().map(Price::fenPerTonne).orElse(null),
                    particulars.documentKind(),
                    particulars.document().orElse(null),
                    LedgerJson.deductions(particulars));
        }
    }

    @GetMapping
    Slice<OfListing> list(Actor actor, Paging paging) {
        return slips.search(actor, paging).map(OfListing::of);
    }

    /// Query: `from`, `to`; this month so far where they are missing.
    @GetMapping("/{holder}/{payee}")
    OfSlip slip(Actor actor, @PathVariable PartyId holder, @PathVariable PartyId payee, Fields query) {
        Days days = Days.read(query, LocalDate.now(clock));
        return OfSlip.of(slips.get(actor, holder, payee, days.from(), days.to()));
    }
}
