package org.farmgate.ledger.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.LedgerRule;
import org.farmgate.ledger.Ledgers;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.Proofs;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Ledgers.class})
class PayoutsTests {
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
    Proofs proofs;

    @AfterEach
    void theBooksAreRight() {
        assertThat(proofs.faults()).isEmpty();
    }

    @Test
    void whoIsOwedWhatIsListedAndWhyWhoCannotBePaid() {
        PartyId payable = owed(10_000);
        PartyId numberless = ledgers.grower().organisation();
        ledgers.buy(coop(), numberless, 500, DAY);
        PartyId indebted = owed(300);
        ledgers.post(receivable(indebted), account(AccountKind.BANK), 300, DAY, "instalment");
        List<Due> dues = payouts.dues(cast.clerk(), cast.county(), coop());
        assertThat(due(dues, payable).canBePaid()).isTrue();
        assertThat(due(dues, numberless).obstacle()).contains(Due.Obstacle.NO_BANK_NUMBER);
        assertThat(due(dues, indebted).obstacle()).contains(Due.Obstacle.OWES_MORE);
        assertThatThrownBy(() -> propose(cast.clerk(), PayoutId.next(), payable, numberless))
                .satisfies(breaks(PayoutRule.PAYEE_CANNOT_BE_PAID));
        assertThatThrownBy(() -> payouts.dues(cast.viewer(), cast.county(), coop()))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> payouts.dues(cast.otherManager(), cast.county(), coop()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void oneProposesAnotherReleasesTheBankPays() {
        PartyId grower = owed(10_000);
        PayoutId id = PayoutId.next();
        Payout proposed = propose(cast.clerk(), id, grower);
        assertThat(propose(cast.clerk(), id, grower)).isEqualTo(payouts.see(cast.manager(), id));
        assertThat(proposed.amount()).isEqualTo(new Money(10_000));
        assertThat(ledgers.payable(coop(), grower)).as("nothing is posted yet").isEqualTo(new Money(10_000));
        assertThat(payouts.dues(cast.clerk(), cast.county(), coop()))
                .as("it is set aside")
                .noneMatch(due -> due.payee().equals(grower));
        assertThatThrownBy(() -> payouts.confirm(cast.clerk(), id, List.of(1), DAY))
                .satisfies(breaks(PayoutRule.PAYOUT_LINE_HAS_ENDED));
        assertThatThrownBy(() -> payouts.release(cast.clerk(), id)).isInstanceOf(Denied.class);
        Money bank = postings.balance(account(AccountKind.BANK));
        Payout released = payouts.release(cast.manager(), id);
        assertThat(released.state()).isEqualTo(PayoutState.RELEASED);
        assertThat(payouts.release(cast.manager(), id)).as("again").isEqualTo(released);
        assertThat(ledgers.payable(coop(), grower)).isEqualTo(Money.ZERO);
        assertThat(postings.balance(inTransit(id))).isEqualTo(new Money(10_000));
        payouts.confirm(cast.clerk(), id, List.of(), DAY);
        payouts.confirm(cast.clerk(), id, List.of(1), DAY);
        assertThat(postings.balance(inTransit(id))).isEqualTo(Money.ZERO);
        assertThat(postings.balance(account(AccountKind.BANK))).isEqualTo(bank.minus(new Money(10_000)));
    }

    @Test
    void whoeverProposedMayNotRelease() {
        PartyId grower = owed(700);
        PayoutId id = propose(cast.manager(), PayoutId.next(), grower).id();
        assertThatThrownBy(() -> payouts.release(cast.manager(), id))
                .satisfies(breaks(PayoutRule.PROPOSER_CANNOT_RELEASE));
        assertThat(payouts.see(cast.manager(), id).state()).isEqualTo(PayoutState.PROPOSED);
        payouts.cancel(cast.manager(), id);
        assertThatThrownBy(() -> payouts.release(cast.admin(), id)).satisfies(breaks(PayoutRule.PAYOUT_NOT_OPEN));
    }

    @Test
    void whatComesBackIsOwedAgain() {
        PartyId first = owed(400);
        PartyId second = owed(600);
        PayoutId id = propose(cast.clerk(), PayoutId.next(), first, second).id();
        payouts.release(cast.manager(), id);
        int of = line(id, first);
        payouts.returned(cast.clerk(), id, of, "No such account", DAY);
        assertThat(ledgers.payable(coop(), first)).isEqualTo(new Money(400));
        assertThatThrownBy(() -> payouts.returned(cast.clerk(), id, of, "Again", DAY))
                .satisfies(breaks(PayoutRule.PAYOUT_LINE_HAS_ENDED));
        assertThatThrownBy(() -> payouts.confirm(cast.clerk(), id, List.of(of), DAY))
                .satisfies(breaks(PayoutRule.PAYOUT_LINE_HAS_ENDED));
        payouts.confirm(cast.clerk(), id, List.of(), DAY);
        // The bank takes a payment back days after it was paid.
        payouts.returned(cast.clerk(), id, line(id, second), "Account closed", DAY.plusDays(3));
        assertThat(ledgers.payable(coop(), second)).isEqualTo(new Money(600));
        assertThat(propose(cast.clerk(), PayoutId.next(), first, second).amount())
                .isEqualTo(new Money(1_000));
    }

    @Test
    void aDebtIsKeptBack() {
        PartyId grower = owed(1_000);
        ledgers.post(receivable(grower), account(AccountKind.BANK), 250, DAY, "instalment");
        PayoutId id = propose(cast.clerk(), PayoutId.next(), grower).id();
        PayoutLine line = payouts.see(cast.clerk(), id).lines().getFirst();
        assertThat(line.amount()).isEqualTo(new Money(750));
        assertThat(line.setOff()).isEqualTo(new Money(250));
        payouts.release(cast.manager(), id);
        assertThat(postings.balance(receivable(grower))).isEqualTo(Money.ZERO);
        assertThat(ledgers.payable(coop(), grower)).isEqualTo(Money.ZERO);
    }

    @Test
    void aDebtThatWasPaidMeanwhileStopsTheRelease() {
        PartyId grower = owed(1_000);
        ledgers.post(receivable(grower), account(AccountKind.BANK), 250, DAY, "instalment");
        PayoutId id = propose(cast.clerk(), PayoutId.next(), grower).id();
        ledgers.post(account(AccountKind.CASH_IN_HAND), receivable(grower), 1, DAY, "instalment");
        assertThatThrownBy(() -> payouts.release(cast.manager(), id)).satisfies(breaks(PayoutRule.PAYOUT_OUT_OF_DATE));
        assertThat(payouts.see(cast.clerk(), id).state()).isEqualTo(PayoutState.PROPOSED);
        payouts.cancel(cast.clerk(), id);
    }

    @Test
    void aClawBackBeforeTheReleaseStopsIt() {
        PartyId grower = owed(1_000);
        PayoutId id = propose(cast.clerk(), PayoutId.next(), grower).id();
        ledgers.post(payable(grower), account(AccountKind.GOODS_BOUGHT), 1, DAY, "claw-back");
        assertThatThrownBy(() -> payouts.release(cast.manager(), id)).satisfies(breaks(LedgerRule.HOLD_NOT_COVERED));
        payouts.cancel(cast.clerk(), id);
        assertThat(propose(cast.clerk(), PayoutId.next(), grower).amount()).isEqualTo(new Money(999));
    }

    @Test
    void twoWhoProposeTheSameAtOnceDoNotPayTwice() throws Exception {
        PartyId grower = owed(5_000);
        List<Boolean> won = race(
                () -> propose(cast.clerk(), PayoutId.next(), grower),
                () -> propose(cast.manager(), PayoutId.next(), grower));
        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(postings.available(List.of(payable(grower)))).containsValue(Money.ZERO);
    }

    @Test
    void aPayoutIsReleasedOrCancelledButNotBoth() throws Exception {
        PartyId grower = owed(5_000);
        PayoutId id = propose(cast.clerk(), PayoutId.next(), grower).id();
        List<Boolean> won = race(() -> payouts.release(cast.manager(), id), () -> payouts.cancel(cast.clerk(), id));
        assertThat(won).containsExactlyInAnyOrder(true, false);
        Money left = payouts.see(cast.clerk(), id).isReleased() ? Money.ZERO : new Money(5_000);
        assertThat(postings.available(List.of(payable(grower)))).containsValue(left);
    }

    @Test
    void aPaymentIsPaidOrReturnedButNotBoth() throws Exception {
        PartyId grower = owed(90);
        PayoutId id = propose(cast.clerk(), PayoutId.next(), grower).id();
        payouts.release(cast.manager(), id);
        race(
                () -> payouts.returned(cast.clerk(), id, 1, "Wrong name", DAY),
                () -> payouts.returned(cast.manager(), id, 1, "Wrong name", DAY));
        assertThat(ledgers.payable(coop(), grower)).isEqualTo(new Money(90));
    }

    @Test
    void othersDoNotKnowOfIt() {
        PayoutId id = propose(cast.clerk(), PayoutId.next(), owed(100)).id();
        for (Actor other : List.of(cast.otherManager(), cast.aygul(), cast.buyer()))
            assertThatThrownBy(() -> payouts.see(other, id)).isInstanceOf(NotFound.class);
        assertThat(payouts.see(cast.officer(), id).id()).isEqualTo(id);
        assertThat(payouts.search(cast.otherManager(), Paging.first()).rows())
                .noneMatch(row -> row.id().equals(id));
        assertThat(payouts.search(cast.clerk(), Paging.first()).rows())
                .anyMatch(row -> row.id().equals(id));
        assertThatThrownBy(() -> payouts.cancel(cast.otherManager(), id)).isInstanceOf(NotFound.class);
    }

    /// How each fared; whoever lost was refused by a rule.
    private static List<Boolean> race(Runnable... deeds) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Boolean> won = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(deeds.length)) {
            List<Future<Boolean>> racers = new ArrayList<>();
            for (Runnable deed : deeds)
                racers.add(threads.submit(() -> {
                    start.await();
                    try {
                        deed.run();
                        return true;
                    } catch (RuleBroken _) {
                        return false;
                    }
                }));
            start.countDown();
            for (Future<Boolean> racer : racers) won.add(racer.get(60, TimeUnit.SECONDS));
        }
        return won;
    }

    private PartyId owed(long fen) {
        PartyId grower = ledgers.keepsBankNumber(ledgers.grower()).organisation();
        ledgers.buy(coop(), grower, fen, DAY);
        return grower;
    }

    private Payout propose(Actor actor, PayoutId id, PartyId... payees) {
        return payouts.propose(actor, id, cast.county(), coop(), DAY, Set.of(payees));
    }

    private int line(PayoutId id, PartyId payee) {
        return payouts.see(cast.clerk(), id).lines().stream()
                .filter(line -> line.payee().equals(payee))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private PartyId coop() {
        return cast.manager().organisation();
    }

    private AccountKey payable(PartyId grower) {
        return AccountKey.payable(cast.county(), coop(), grower);
    }

    private AccountKey receivable(PartyId grower) {
        return AccountKey.receivable(cast.county(), coop(), grower);
    }

    private AccountKey account(AccountKind kind) {
        return AccountKey.of(cast.county(), kind, coop());
    }

    private AccountKey inTransit(PayoutId id) {
        return new AccountKey(
                cast.county(),
                AccountKind.PAYOUT_IN_TRANSIT,
                java.util.Optional.of(coop()),
                java.util.Optional.empty(),
                id.toString());
    }

    private static Due due(List<Due> dues, PartyId payee) {
        return dues.stream()
                .filter(due -> due.payee().equals(payee))
                .findFirst()
                .orElseThrow();
    }

    private static Consumer<Throwable> breaks(Rule rule) {
        return thrown -> {
            assertThat(thrown).isInstanceOf(RuleBroken.class);
            assertThat(((RuleBroken) thrown).rule()).isEqualTo(rule);
        };
    }
}
