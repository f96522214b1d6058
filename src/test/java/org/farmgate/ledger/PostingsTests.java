package org.farmgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.farmgate.ledger.Entries.breaks;
import static org.farmgate.ledger.Entries.transfer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.Id;
import org.farmgate.platform.NotFound;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class PostingsTests {
    @Autowired
    Postings postings;

    @Autowired
    Holds holds;

    @Autowired
    Proofs proofs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Entries books = new Entries();

    @BeforeEach
    void inACountyOfItsOwn() {
        books = new Entries();
    }

    @AfterEach
    void theBooksAreRight() {
        assertThat(proofs.faults()).isEmpty();
    }

    @Test
    void anEntryMovesMoneyAndBothBalancesShowIt() {
        postings.post(List.of(transfer(books.goods(), books.payable(), 12_345)));
        assertThat(postings.balance(books.goods())).isEqualTo(new Money(12_345));
        assertThat(postings.balance(books.payable())).isEqualTo(new Money(12_345));
        assertThat(postings.balance(books.escrow("nothing here"))).isEqualTo(Money.ZERO);
    }

    @Test
    void theSameEntryTwiceIsPostedOnce() {
        Transfer entry = transfer(books.goods(), books.payable(), 500);
        postings.post(List.of(entry, entry));
        postings.post(List.of(entry, transfer(books.goods(), books.payable(), 7)));
        assertThat(postings.balance(books.payable())).isEqualTo(new Money(507));
        assertThat(postings.posted(books.origin, List.of(entry.id(), TransferId.next())))
                .containsExactly(entry.id());
    }

    @Test
    void anIdStandsForOneEntryForEver() {
        Transfer entry = transfer(books.goods(), books.payable(), 500);
        postings.post(List.of(entry));
        Transfer other = transfer(entry.id(), books.goods(), books.payable(), 501);
        assertThatThrownBy(() -> postings.post(List.of(other))).satisfies(breaks(LedgerRule.TRANSFER_ID_TAKEN));
        assertThatThrownBy(() -> postings.post(List.of(entry, other))).satisfies(breaks(LedgerRule.TRANSFER_ID_TAKEN));
        assertThat(postings.balance(books.payable())).isEqualTo(new Money(500));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> transfer(books.goods(), books.payable(), 0))
                .satisfies(breaks(LedgerRule.AMOUNT_NOT_POSITIVE));
        assertThatThrownBy(() -> transfer(books.goods(), books.payable(), -5))
                .satisfies(breaks(LedgerRule.AMOUNT_NOT_POSITIVE));
        assertThatThrownBy(() -> transfer(books.goods(), books.payable(), Money.GREATEST_FEN + 1))
                .satisfies(breaks(LedgerRule.AMOUNT_TOO_LARGE));
        assertThatThrownBy(() -> transfer(books.goods(), books.goods(), 1)).satisfies(breaks(LedgerRule.SAME_ACCOUNT));
        assertThatThrownBy(() -> transfer(books.goods(), new Entries().payable(), 1))
                .satisfies(breaks(LedgerRule.ACROSS_ORIGINS));
        assertThatThrownBy(() -> AccountKey.of(books.origin, AccountKind.PAYABLE, books.cooperative))
                .satisfies(breaks(LedgerRule.ACCOUNT_INCOMPLETE));
        assertThatThrownBy(() -> books.escrow("")).satisfies(breaks(LedgerRule.ACCOUNT_INCOMPLETE));
    }

    @Test
    void escrowIsNeverSpentTwiceAndTheRefusalLeavesNothingBehind() {
        postings.post(List.of(transfer(books.clearing(), books.escrow("a"), 1_000)));
        List<Transfer> tooMuch = List.of(
                transfer(books.escrow("a"), books.payable(), 600),
                transfer(books.goods(), books.payable(), 5),
                transfer(books.escrow("a"), books.clearing(), 401));
        assertThatThrownBy(() -> postings.post(tooMuch)).satisfies(breaks(LedgerRule.NOT_ENOUGH_ON_ACCOUNT));
        assertThat(postings.balances(List.of(books.escrow("a"), books.payable(), books.goods())))
                .isEqualTo(Map.of(
                        books.escrow("a"), new Money(1_000), books.payable(), Money.ZERO, books.goods(), Money.ZERO));
    }

    /// The constraint stands behind the program: who writes past it is stopped too.
    @Test
    void theDatabaseItselfKeepsEscrowFromFallingBelowZero() {
        postings.post(List.of(transfer(books.clearing(), books.escrow("b"), 10)));
        assertThatThrownBy(() -> jdbc.sql("update ledger.total set debit_fen = 11 where account_id = ?")
                        .param(books.escrow("b").id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into ledger.transfer (origin_id, id, debit_id, credit_id, amount_fen, on_day, cause_kind,
                                                     cause_id, rule, document_kind, deductions, posted_at)
                        select origin_id, gen_random_uuid(), debit_id, debit_id, 1, on_day, cause_kind, cause_id, '', '',
                               '', posted_at
                        from ledger.transfer limit 1
                        """).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aPayableMayFallBelowZeroByAClawBack() {
        postings.post(List.of(transfer(books.payable(), books.clearing(), 40)));
        assertThat(postings.balance(books.payable())).isEqualTo(new Money(-40));
    }

    @Test
    void postingBelongsToTheTransactionOfWhoeverDecides() {
        transaction.executeWithoutResult(status -> {
            postings.post(List.of(transfer(books.goods(), books.payable(), 900)));
            assertThat(postings.balance(books.payable())).isEqualTo(new Money(900));
            status.setRollbackOnly();
        });
        assertThat(postings.balance(books.payable())).isEqualTo(Money.ZERO);
    }

    @Test
    void whatIsSetAsideCannotBeUsedOtherwise() {
        postings.post(List.of(transfer(books.clearing(), books.escrow("c"), 1_000)));
        HoldId first = HoldId.next();
        holds.holdAll(List.of(books.hold(first, books.escrow("c"), books.clearing(), 700)));
        assertThat(postings.balance(books.escrow("c"))).isEqualTo(new Money(1_000));
        assertThat(postings.available(List.of(books.escrow("c")))).containsValue(new Money(300));
        assertThatThrownBy(() -> postings.post(List.of(transfer(books.escrow("c"), books.payable(), 301))))
                .satisfies(breaks(LedgerRule.NOT_ENOUGH_ON_ACCOUNT));
        assertThatThrownBy(() ->
                        holds.holdAll(List.of(books.hold(HoldId.next(), books.escrow("c"), books.clearing(), 301))))
                .satisfies(breaks(LedgerRule.HOLD_EXCEEDS_AVAILABLE));
        holds.settle(first, new Money(650));
        holds.settle(first, new Money(650));
        assertThat(postings.available(List.of(books.escrow("c")))).containsValue(new Money(350));
        assertThatThrownBy(() -> holds.settle(first, new Money(649))).satisfies(breaks(LedgerRule.HOLD_HAS_ENDED));
        assertThatThrownBy(() -> holds.release(first)).satisfies(breaks(LedgerRule.HOLD_HAS_ENDED));
    }

    @Test
    void aHoldIsSettledUpToItsAmountOrReleased() {
        postings.post(List.of(transfer(books.goods(), books.payable(), 1_000)));
        UUID cause = Id.next();
        HoldId id = HoldId.of("test", cause, "pay");
        for (int again = 0; again < 2; again++)
            holds.hold(id, books.payable(), books.clearing(), new Money(400), Entries.DAY, "test", cause);
        assertThatThrownBy(() ->
                        holds.hold(id, books.payable(), books.clearing(), new Money(401), Entries.DAY, "test", cause))
                .satisfies(breaks(LedgerRule.HOLD_ID_TAKEN));
        assertThatThrownBy(() -> holds.settle(id, new Money(401))).satisfies(breaks(LedgerRule.SETTLED_MORE_THAN_HELD));
        assertThatThrownBy(() -> holds.settle(id, Money.ZERO)).satisfies(breaks(LedgerRule.AMOUNT_NOT_POSITIVE));
        holds.release(id);
        holds.release(id);
        assertThat(postings.available(List.of(books.payable()))).containsValue(new Money(1_000));
        assertThatThrownBy(() -> holds.settle(id, new Money(1))).satisfies(breaks(LedgerRule.HOLD_HAS_ENDED));
        assertThatThrownBy(() -> holds.release(HoldId.next())).isInstanceOf(NotFound.class);
    }

    @Test
    void aClawBackBeforeTheHoldIsSettledStopsIt() {
        postings.post(List.of(transfer(books.goods(), books.payable(), 1_000)));
        HoldId id = HoldId.next();
        holds.holdAll(List.of(books.hold(id, books.payable(), books.clearing(), 1_000)));
        postings.post(List.of(transfer(books.payable(), books.clearing(), 1)));
        assertThatThrownBy(() -> holds.settle(id, new Money(1_000))).satisfies(breaks(LedgerRule.HOLD_NOT_COVERED));
        holds.release(id);
        assertThat(postings.available(List.of(books.payable()))).containsValue(new Money(999));
    }
}
