package org.farmgate.ledger.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.farmgate.ledger.AccountId;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.AccountListing;
import org.farmgate.ledger.Correction;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.Posting;
import org.farmgate.ledger.Transfer;
import org.farmgate.ledger.TransferId;
import org.farmgate.ledger.TrialBalance;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.jspecify.annotations.Nullable;

/// The books as JSON. Amounts are fen, masses grams; what is missing is null.
final class LedgerJson {
    private LedgerJson() {}

    record OfBalance(
            RegionId origin, @Nullable PartyId holder, LocalDate on, long debitFen, long creditFen, List<Line> lines) {
        record Line(
                AccountKind kind, String number, long debitedFen, long creditedFen, long debitFen, long creditFen) {}

        static OfBalance of(TrialBalance balance) {
            return new OfBalance(
                    balance.origin(),
                    balance.holder().orElse(null),
                    balance.on(),
                    balance.debit().fen(),
                    balance.credit().fen(),
                    balance.lines().stream()
                            .map(line -> new Line(
                                    line.kind(),
                                    line.kind().number(),
                                    line.debited().fen(),
                                    line.credited().fen(),
                                    line.debit().fen(),
                                    line.credit().fen()))
                            .toList());
        }
    }

    record Key(
            AccountId id,
            AccountKind kind,
            String number,
            @Nullable PartyId holder,
            @Nullable PartyId counterparty,
            String subject) {
        static Key of(AccountKey account) {
            return new Key(
                    account.id(),
                    account.kind(),
                    account.kind().number(),
                    account.holder().orElse(null),
                    account.counterparty().orElse(null),
                    account.subject());
        }
    }

    record OfAccount(Key account, RegionId origin, long balanceFen, long heldFen) {
        static OfAccount of(AccountListing listing) {
            return new OfAccount(
                    Key.of(listing.account()),
                    listing.account().origin(),
                    listing.balance().fen(),
                    listing.held().fen());
        }
    }

    record Deduction(String word, long massGrams) {}

    record OfPosting(
            TransferId id,
            RegionId origin,
            Key debit,
            Key credit,
            long amountFen,
            LocalDate on,
            Instant postedAt,
            String causeKind,
            UUID cause,
            String rule,
            @Nullable ProductId product,
            @Nullable Long massGrams,
            @Nullable Long fenPerTonne,
            String documentKind,
            @Nullable UUID document,
            List<Deduction> deductions) {
        static OfPosting of(Posting posting) {
            Transfer transfer = posting.transfer();
            Particulars particulars = transfer.particulars();
            return new OfPosting(
                    transfer.id(),
                    transfer.debit().origin(),
                    Key.of(transfer.debit()),
                    Key.of(transfer.credit()),
                    transfer.amount().fen(),
                    transfer.on(),
                    posting.postedAt(),
                    transfer.causeKind(),
                    transfer.cause(),
                    particulars.rule(),
                    particulars.product().orElse(null),
                    particulars.mass().map(Mass::grams).orElse(null),
                    particulars.price().map(Price::fenPerTonne).orElse(null),
                    particulars.documentKind(),
                    particulars.document().orElse(null),
                    LedgerJson.deductions(particulars));
        }
    }

    static List<Deduction> deductions(Particulars particulars) {
        return particulars.deductions().stream()
                .map(one -> new Deduction(one.word(), one.mass().grams()))
                .toList();
    }

    record OfCorrection(
            TransferId corrected,
            TransferId mirror,
            @Nullable TransferId replacement,
            String reason,
            Instant at) {
        static OfCorrection of(Correction correction) {
            return new OfCorrection(
                    correction.corrected(),
                    correction.mirror(),
                    correction.replacement().orElse(null),
                    correction.reason(),
                    correction.at());
        }
    }
}
