package org.farmgate.ledger.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Ledgers;
import org.farmgate.ledger.Postings;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@Import({Cast.class, Ledgers.class})
class SetOffRaceTests {
    private static final LocalDate DAY = Ledgers.DAY;

    @Autowired
    Cast cast;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Payouts payouts;

    @Autowired
    Postings postings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    /// The repayment is written and not yet committed when the payout is released.
    @Test
    void aDebtRepaidInTheInstantOfTheReleaseIsNotSetOffAgain() {
        PartyId grower = ledgers.keepsBankNumber(ledgers.grower()).organisation();
        PartyId coop = cast.manager().organisation();
        AccountKey owes = AccountKey.receivable(cast.county(), coop, grower);
        ledgers.buy(coop, grower, 1_000, DAY);
        ledgers.post(owes, AccountKey.of(cast.county(), AccountKind.BANK, coop), 250, DAY, "instalment");
        PayoutId id = PayoutId.next();
        payouts.propose(cast.clerk(), id, cast.county(), coop, DAY, Set.of(grower));
        CompletableFuture<Boolean> released = transaction.execute(_ -> {
            ledgers.post(AccountKey.of(cast.county(), AccountKind.CASH_IN_HAND, coop), owes, 250, DAY, "repaid");
            CompletableFuture<Boolean> release = CompletableFuture.supplyAsync(() -> released(id));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
            return release;
        });
        assertThat(released.join()).isFalse();
        assertThat(payouts.see(cast.clerk(), id).state()).isEqualTo(PayoutState.PROPOSED);
        assertThat(postings.balance(owes)).isEqualTo(Money.ZERO);
    }

    private boolean released(PayoutId id) {
        try {
            payouts.release(cast.manager(), id);
            return true;
        } catch (RuleBroken broken) {
            assertThat(broken.rule()).isEqualTo(PayoutRule.PAYOUT_OUT_OF_DATE);
            return false;
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) > 0 from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Boolean.class)
                .single();
    }
}
