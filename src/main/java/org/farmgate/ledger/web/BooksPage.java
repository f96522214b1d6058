package org.farmgate.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.AccountListing;
import org.farmgate.ledger.BooksExport;
import org.farmgate.ledger.Correction;
import org.farmgate.ledger.Posting;
import org.farmgate.ledger.TrialBalance;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;

/// The pages of the books.
public final class BooksPage {
    private BooksPage() {}

    /// @param balance empty while there are no books
    /// @param origins those that can be chosen, by id
    public record Balance(
            Optional<TrialBalance> balance, Map<String, String> origins, LocalDate on, Days export, LedgerBook names) {
        public String origin() {
            return balance.map(trial -> trial.origin().toString()).orElse("");
        }
    }

    public record Accounts(
            RegionId origin,
            AccountKind kind,
            LocalDate on,
            Slice<AccountListing> accounts,
            String search,
            LedgerBook names) {}

    public record Account(
            RegionId origin, AccountListing account, Days days, Slice<Posting> postings, LedgerBook names) {
        public String address() {
            return LedgerBook.address(account.account());
        }
    }

    /// @param correction how it was put right, where it was
    /// @param together the other entries of the same cause
    public record Entry(
            RegionId origin,
            Posting posting,
            Optional<Correction> correction,
            boolean mayCorrect,
            List<Posting> together,
            FormErrors errors,
            LedgerBook names) {
        public String address() {
            return "/books/" + origin + "/postings/" + posting.transfer().id();
        }
    }

    public record Export(BooksExport export) {}
}
