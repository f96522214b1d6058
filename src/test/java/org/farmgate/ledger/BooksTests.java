package org.farmgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.farmgate.ledger.Entries.breaks;

import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Ledgers.class})
class BooksTests {
    @Autowired
    Cast cast;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Books books;

    @Autowired
    Postings postings;

    @Autowired
    Corrections corrections;

    @Autowired
    Proofs proofs;

    @Test
    void theTrialBalanceIsOfItsDayAndOpensDownToThePosting() {
        RegionId origin = cast.otherCounty();
        PartyId coop = cast.otherManager().organisation();
        PartyId grower = cast.faraway().organisation();
        ledgers.buy(origin, coop, grower, 20_000, Ledgers.DAY);
        ledgers.buy(origin, coop, grower, 500, Ledgers.DAY.plusDays(1));
        TrialBalance first = books.trialBalance(cast.otherManager(), origin, Ledgers.DAY);
        assertThat(first.debit()).isEqualTo(new Money(20_000));
        assertThat(first.balances()).isTrue();
        TrialBalance all = books.trialBalance(cast.admin(), origin, Ledgers.DAY.plusDays(1));
        assertThat(all.credit()).isEqualTo(new Money(20_500));
        AccountListing account = books.accounts(
                        cast.otherManager(), origin, AccountKind.PAYABLE, Ledgers.DAY, Paging.first())
                .rows()
                .getFirst();
        assertThat(account.balance()).as("of that day, not of today").isEqualTo(new Money(20_000));
        assertThat(postings.search(cast.otherManager(), PostingQuery.ofAccount(Paging.first(), account.account()))
                        .rows())
                .extracting(posting -> posting.transfer().amount())
                .containsExactly(new Money(500), new Money(20_000));
        assertThat(books.origins(cast.otherManager())).containsExactly(origin);
        assertThat(books.origins(cast.faraway())).isEmpty();
    }

    @Test
    void everybodySeesWhatIsTheirs() {
        Actor aygul = ledgers.grower();
        ledgers.buy(coop(), aygul.organisation(), 900, Ledgers.DAY);
        AccountKey payable = AccountKey.payable(cast.county(), coop(), aygul.organisation());
        for (Actor seer : List.of(cast.manager(), cast.viewer(), cast.officer(), cast.admin(), aygul))
            assertThat(books.account(seer, cast.county(), payable.id(), Ledgers.DAY)
                            .balance())
                    .isEqualTo(new Money(900));
        for (Actor other : List.of(cast.otherManager(), cast.tursun(), cast.buyer())) {
            assertThatThrownBy(() -> books.account(other, cast.county(), payable.id(), Ledgers.DAY))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> postings.search(other, PostingQuery.ofAccount(Paging.first(), payable)))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> books.origins(cast.nobody())).isInstanceOf(Denied.class);
    }

    @Test
    void ofOneCauseEachSeesOnlyTheirEntries() {
        Actor grower = ledgers.grower();
        var ticket = ledgers.buy(coop(), grower.organisation(), 100, Ledgers.DAY);
        PostingQuery query = PostingQuery.ofCause(Paging.first(), cast.county(), ticket);
        assertThat(postings.search(cast.officer(), query).total()).isEqualTo(1);
        assertThat(postings.search(cast.manager(), query).total()).isEqualTo(1);
        assertThat(postings.search(grower, query).total()).isEqualTo(1);
        assertThat(postings.search(cast.tursun(), query).rows()).isEmpty();
        assertThat(postings.search(cast.otherManager(), query).total()).isZero();
    }

    @Test
    void aWrongEntryIsPutRightByNewOnes() {
        PartyId grower = ledgers.grower().organisation();
        AccountKey payable = AccountKey.payable(cast.county(), coop(), grower);
        AccountKey goods = AccountKey.of(cast.county(), AccountKind.GOODS_BOUGHT, coop());
        TransferId wrong = ledgers.post(goods, payable, 1_000, Ledgers.DAY, "ticket");
        Optional<Money> right = Optional.of(new Money(100));
        Correction made = corrections.correct(cast.clerk(), cast.county(), wrong, right, "One zero too many");
        assertThat(ledgers.payable(coop(), grower)).isEqualTo(new Money(100));
        assertThat(postings.get(cast.clerk(), cast.county(), wrong).transfer().amount())
                .as("the wrong one stays")
                .isEqualTo(new Money(1_000));
        assertThat(corrections.correct(cast.clerk(), cast.county(), wrong, right, "One zero too many"))
                .as("the same again changes nothing")
                .isEqualTo(corrections.of(cast.clerk(), cast.county(), wrong).orElseThrow());
        assertThat(ledgers.payable(coop(), grower)).isEqualTo(new Money(100));
        assertThatThrownBy(() ->
                        corrections.correct(cast.clerk(), cast.county(), wrong, Optional.empty(), "Something else"))
                .satisfies(breaks(LedgerRule.CORRECTED_BEFORE));
        assertThatThrownBy(() -> corrections.correct(
                        cast.clerk(), cast.county(), made.mirror(), Optional.empty(), "Back and forth"))
                .satisfies(breaks(LedgerRule.NOT_CORRECTED_HERE));
        assertThat(proofs.faults()).isEmpty();
    }

    @Test
    void nobodyCorrectsTheBooksOfOthers() {
        AccountKey theirs = AccountKey.payable(cast.county(), cast.admin().organisation(), coop());
        AccountKey escrow = AccountKey.of(cast.county(), AccountKind.ESCROW, "some order");
        AccountKey clearing = AccountKey.of(cast.county(), AccountKind.PROVIDER_CLEARING, "sandbox");
        ledgers.post(clearing, escrow, 50, Ledgers.DAY, "payment");
        TransferId settled = ledgers.post(escrow, theirs, 50, Ledgers.DAY, "settlement");
        assertThatThrownBy(() ->
                        corrections.correct(cast.manager(), cast.county(), settled, Optional.empty(), "I want more"))
                .satisfies(breaks(LedgerRule.NOT_ONLY_YOUR_BOOKS));
        assertThatThrownBy(() ->
                        corrections.correct(cast.viewer(), cast.county(), settled, Optional.empty(), "I only look on"))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() ->
                        corrections.correct(cast.otherManager(), cast.county(), settled, Optional.empty(), "Not mine"))
                .isInstanceOf(NotFound.class);
        corrections.correct(cast.admin(), cast.county(), settled, Optional.empty(), "Settled too early");
        assertThat(postings.balance(escrow)).isEqualTo(new Money(50));
    }

    /// A row that somebody changes by hand shows.
    @Test
    void proofsFindWhatWasChangedByHand(
            @Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc,
            @Autowired org.springframework.transaction.support.TransactionTemplate transaction) {
        PartyId grower = ledgers.grower().organisation();
        ledgers.buy(coop(), grower, 700, Ledgers.DAY);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update ledger.transfer set amount_fen = amount_fen + 1 where credit_id = ?")
                    .param(AccountKey.payable(cast.county(), coop(), grower)
                            .id()
                            .value())
                    .update();
            assertThat(proofs.faults())
                    .anyMatch(fault -> fault.startsWith("ACCOUNT_TOTALS"))
                    .anyMatch(fault -> fault.startsWith("DAY_TOTALS"));
            status.setRollbackOnly();
        });
        assertThat(proofs.faults()).isEmpty();
    }

    private PartyId coop() {
        return cast.manager().organisation();
    }
}
