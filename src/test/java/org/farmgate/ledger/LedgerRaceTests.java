package org.farmgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.farmgate.ledger.Entries.transfer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Many at once on the same accounts. All wait at one latch, so that they truly meet.
@ModuleTest
class LedgerRaceTests {
    private static final int RACERS = 8;

    @Autowired
    Postings postings;

    @Autowired
    Holds holds;

    @Autowired
    Proofs proofs;

    @Autowired
    TransactionTemplate transaction;

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
    void nothingIsLostWhenAllPostToTheSameAccounts() {
        int each = 25;
        race(racer -> () -> {
            for (int i = 0; i < each; i++)
                postings.post(List.of(
                        transfer(books.clearing(), books.escrow("hot"), 3),
                        transfer(books.goods(), books.payable(), 2)));
        });
        assertThat(postings.balance(books.clearing())).isEqualTo(new Money(3L * each * RACERS));
        assertThat(postings.balance(books.payable())).isEqualTo(new Money(2L * each * RACERS));
    }

    /// One lists the accounts the other way around, so that whoever locked as they came would wait in a circle.
    @Test
    void nobodyWaitsInACircle() {
        List<AccountKey> orders = new ArrayList<>();
        for (int i = 0; i < 40; i++) orders.add(books.escrow("circle " + i));
        List<AccountKey> backwards = new ArrayList<>(orders);
        Collections.reverse(backwards);
        race(racer -> () -> {
            for (int i = 0; i < 10; i++)
                postings.post((racer % 2 == 0 ? orders : backwards)
                        .stream()
                                .map(order -> transfer(books.clearing(), order, 1))
                                .toList());
        });
        assertThat(postings.balances(orders))
                .allSatisfy((_, balance) -> assertThat(balance).isEqualTo(new Money(10L * RACERS)));
    }

    @Test
    void theLastFenOfEscrowIsSpentOnce() {
        postings.post(List.of(transfer(books.clearing(), books.escrow("last"), 5)));
        int won = race(racer -> () -> postings.post(List.of(transfer(books.escrow("last"), books.payable(), 1))));
        assertThat(won).isEqualTo(5);
        assertThat(postings.balance(books.escrow("last"))).isEqualTo(Money.ZERO);
    }

    @Test
    void noMoreIsSetAsideThanThereIs() {
        postings.post(List.of(transfer(books.goods(), books.payable(), 3)));
        int won = race(
                racer -> () -> holds.holdAll(List.of(books.hold(HoldId.next(), books.payable(), books.clearing(), 1))));
        assertThat(won).isEqualTo(3);
        assertThat(postings.available(List.of(books.payable()))).containsValue(Money.ZERO);
    }

    @Test
    void theSameEntrySentByAllIsPostedOnce() {
        Transfer entry = transfer(books.goods(), books.payable(), 77);
        assertThat(race(racer -> () -> postings.post(List.of(entry)))).isEqualTo(RACERS);
        assertThat(postings.balance(books.payable())).isEqualTo(new Money(77));
    }

    @Test
    void ofManyWhoUseOneIdForDifferentEntriesOneWins() {
        TransferId id = TransferId.next();
        int won = race(racer -> () -> postings.post(List.of(transfer(id, books.goods(), books.payable(), 1 + racer))));
        assertThat(won).isEqualTo(1);
    }

    @Test
    void aHoldIsSettledOrReleasedButNotBoth() {
        postings.post(List.of(transfer(books.clearing(), books.escrow("either"), 100)));
        HoldId id = HoldId.next();
        holds.holdAll(List.of(books.hold(id, books.escrow("either"), books.payable(), 100)));
        race(racer -> racer % 2 == 0 ? () -> holds.settle(id, new Money(100)) : () -> holds.release(id));
        Money left = postings.balance(books.escrow("either"));
        assertThat(left.fen()).isIn(0L, 100L);
        assertThat(postings.available(List.of(books.escrow("either")))).containsValue(left);
        assertThat(postings.balance(books.payable())).isEqualTo(new Money(100).minus(left));
    }

    /// A posting sees what an open transaction has done only when that commits, and then all of it.
    @Test
    void whoeverComesSecondWaitsForTheFirst() throws InterruptedException, ExecutionException {
        postings.post(List.of(transfer(books.clearing(), books.escrow("wait"), 10)));
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> transaction.executeWithoutResult(_ -> {
                postings.post(List.of(transfer(books.escrow("wait"), books.payable(), 10)));
                taken.countDown();
                await(mayCommit);
            }));
            await(taken);
            Future<Boolean> second = threads.submit(() ->
                    succeeds(() -> postings.post(List.of(transfer(books.escrow("wait"), books.payable(), 1)))));
            assertThat(second.isDone()).isFalse();
            mayCommit.countDown();
            first.get();
            assertThat(second.get()).isFalse();
        }
        assertThat(postings.balance(books.payable())).isEqualTo(new Money(10));
    }

    /// How many succeeded; whoever is refused is refused by a rule.
    private int race(IntFunction<Runnable> deeds) {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> racers = new ArrayList<>();
        int won = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
            for (int racer = 0; racer < RACERS; racer++) {
                Runnable deed = deeds.apply(racer);
                racers.add(threads.submit(() -> {
                    await(start);
                    return succeeds(deed);
                }));
            }
            start.countDown();
            for (Future<Boolean> racer : racers) if (racer.get(60, TimeUnit.SECONDS)) won++;
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException broken) {
            throw new AssertionError(broken);
        }
        return won;
    }

    private static boolean succeeds(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RuleBroken _) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) throw new AssertionError("nobody came");
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
