package org.farmgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever is asked for in whatever order, the books agree with a ledger of ten lines that only adds and
/// subtracts, refuse exactly what it refuses, and prove right.
@ModuleTest
class LedgerPropertyTests {
    @Autowired
    Postings postings;

    @Autowired
    Holds holds;

    @Autowired
    Proofs proofs;

    private Entries books = new Entries();
    private List<AccountKey> accounts = List.of();

    /// The plain model: what each account has gained on its credit side, and what is set aside on it.
    private final Map<AccountKey, Long> credits = new HashMap<>();

    private final Map<AccountKey, Long> held = new HashMap<>();
    private final Map<HoldId, NewHold> open = new HashMap<>();
    private int refused;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theBooksAgreeWithAPlainModel(long seed) {
        begin();
        Random random = new Random(seed);
        List<Transfer> posted = new ArrayList<>();
        for (int round = 0; round < 150; round++) {
            String where = "seed " + seed + " round " + round;
            switch (random.nextInt(4)) {
                case 0, 1 -> post(random, posted, where);
                case 2 -> hold(random, where);
                default -> end(random, where);
            }
            for (AccountKey account : accounts) {
                long credit = credits.getOrDefault(account, 0L);
                long balance = account.kind().side() == AccountKind.Side.CREDIT ? credit : -credit;
                assertThat(postings.balance(account)).as(where).isEqualTo(new Money(balance));
                assertThat(postings.available(List.of(account)).get(account))
                        .as(where)
                        .isEqualTo(new Money(balance - held.getOrDefault(account, 0L)));
            }
        }
        assertThat(refused).as("a run that refuses nothing tries nothing").isPositive();
        assertThat(posted).isNotEmpty();
        assertThat(proofs.faults()).isEmpty();
    }

    private void begin() {
        books = new Entries();
        accounts = List.of(
                books.clearing(),
                books.goods(),
                books.payable(),
                AccountKey.payable(books.origin, books.cooperative, books.cooperative),
                books.escrow("1"),
                books.escrow("2"));
        credits.clear();
        held.clear();
        open.clear();
        refused = 0;
    }

    private void post(Random random, List<Transfer> posted, String where) {
        List<Transfer> batch = new ArrayList<>();
        int count = random.nextInt(1, 6);
        for (int i = 0; i < count; i++) {
            AccountKey debit = any(random);
            batch.add(Entries.transfer(debit, other(debit, random), amount(random)));
        }
        Map<AccountKey, Long> after = new HashMap<>(credits);
        for (Transfer transfer : batch) {
            after.merge(transfer.debit(), -transfer.amount().fen(), Long::sum);
            after.merge(transfer.credit(), transfer.amount().fen(), Long::sum);
        }
        boolean fits = batch.stream()
                .flatMap(transfer -> List.of(transfer.debit(), transfer.credit()).stream())
                .filter(account -> account.kind().guard() == AccountKind.Guard.ALWAYS)
                .allMatch(account -> after.getOrDefault(account, 0L) >= held.getOrDefault(account, 0L));
        // Now and then something that was posted before comes along again, and changes nothing.
        if (!posted.isEmpty() && random.nextBoolean()) batch.add(posted.get(random.nextInt(posted.size())));
        assertThat(succeeds(() -> postings.post(batch))).as(where).isEqualTo(fits);
        if (!fits) return;
        credits.clear();
        credits.putAll(after);
        posted.addAll(batch);
    }

    private void hold(Random random, String where) {
        AccountKey from = any(random);
        NewHold hold = books.hold(HoldId.next(), from, other(from, random), amount(random));
        long available = credits.getOrDefault(from, 0L) - held.getOrDefault(from, 0L);
        boolean fits = from.kind().guard() == AccountKind.Guard.NONE
                || available >= hold.amount().fen();
        assertThat(succeeds(() -> holds.holdAll(List.of(hold)))).as(where).isEqualTo(fits);
        if (!fits) return;
        held.merge(from, hold.amount().fen(), Long::sum);
        open.put(hold.id(), hold);
    }

    private void end(Random random, String where) {
        if (open.isEmpty()) return;
        NewHold hold = open.values().stream()
                .sorted((a, b) -> a.id().toString().compareTo(b.id().toString()))
                .toList()
                .get(random.nextInt(open.size()));
        AccountKey from = hold.debit();
        long fen = hold.amount().fen();
        boolean release = random.nextInt(3) == 0;
        long settled = random.nextLong(1, fen + 1);
        long after = credits.getOrDefault(from, 0L) - held.getOrDefault(from, 0L) + fen - settled;
        boolean fits = release || from.kind().guard() == AccountKind.Guard.NONE || after >= 0;
        boolean done = release
                ? succeeds(() -> holds.release(hold.id()))
                : succeeds(() -> holds.settle(hold.id(), new Money(settled)));
        assertThat(done).as(where).isEqualTo(fits);
        if (!fits) return;
        open.remove(hold.id());
        held.merge(from, -fen, Long::sum);
        if (release) return;
        credits.merge(from, -settled, Long::sum);
        credits.merge(hold.credit(), settled, Long::sum);
    }

    private boolean succeeds(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RuleBroken _) {
            refused++;
            return false;
        }
    }

    private AccountKey any(Random random) {
        return accounts.get(random.nextInt(accounts.size()));
    }

    private AccountKey other(AccountKey than, Random random) {
        AccountKey found = any(random);
        while (found.equals(than)) found = any(random);
        return found;
    }

    private static long amount(Random random) {
        return random.nextLong(1, 1_000);
    }
}
