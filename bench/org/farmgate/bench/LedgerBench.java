package org.farmgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.farmgate.Farmgate;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Books;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.PostingQuery;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.Proofs;
import org.farmgate.ledger.Transfer;
import org.farmgate.ledger.TransferId;
import org.farmgate.ledger.TrialBalance;
import org.farmgate.ledger.slip.Slip;
import org.farmgate.ledger.slip.Slips;
import org.farmgate.measure.Money;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Id;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Fills the books of a fresh installation and times what people wait for: a balance, a slip, a trial balance, a page
/// of postings, a posting. The whole program runs, on its own PostgreSQL with its own settings; only the loading goes
/// past it. See bench/README.md.
public final class LedgerBench {
    private static final Path DATA = Path.of("target", "bench-ledger");

    private final Random random = new Random(1);
    private final LedgerLoad load;
    private final Postings postings;
    private final Slips slips;
    private final Books books;
    private final StringBuilder json = new StringBuilder();

    private LedgerBench(ConfigurableApplicationContext context, LedgerLoad load) {
        this.load = load;
        this.postings = context.getBean(Postings.class);
        this.slips = context.getBean(Slips.class);
        this.books = context.getBean(Books.class);
    }

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        boolean quick = options.contains("--quick");
        int at = options.indexOf("--postings");
        long wanted = at >= 0 ? Long.parseLong(options.get(at + 1)) : quick ? 200_000 : 10_000_000;
        remove(DATA);
        String result;
        try (ConfigurableApplicationContext context = SpringApplication.run(
                Farmgate.class,
                "--farmgate.data=" + DATA,
                "--farmgate.demo=false",
                "--farmgate.port=0",
                "--logging.level.root=warn")) {
            LedgerLoad load = new LedgerLoad(context, wanted);
            double seconds = load.run();
            LedgerBench bench = new LedgerBench(context, load);
            bench.measure(quick ? 200 : 2_000);
            say("reckoning the whole books anew");
            long started = System.nanoTime();
            List<String> faults = context.getBean(Proofs.class).faults();
            if (!faults.isEmpty()) throw new AssertionError("the books are wrong: " + faults);
            double proof = (System.nanoTime() - started) / 1e9;
            result = String.format(
                    Locale.ROOT,
                    "{\"bench\":\"ledger\",\"processors\":%d,\"load_average\":%.1f,\"postings\":%d,\"accounts\":%d,"
                            + "\"load_seconds\":%.0f,\"database_mb\":%d%s,\"proof_seconds\":%.1f,\"faults\":0}",
                    Runtime.getRuntime().availableProcessors(),
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                            .getSystemLoadAverage(),
                    load.count("transfer"),
                    load.count("account"),
                    seconds,
                    load.megabytes(),
                    bench.json,
                    proof);
        }
        remove(DATA);
        System.out.println(result);
    }

    private void measure(int times) {
        LocalDate last = LedgerLoad.FIRST_DAY.plusDays(LedgerLoad.DAYS - 1L);
        time("balance", times, () -> {
            LedgerLoad.Grower grower = any();
            AccountKey account = switch (random.nextInt(3)) {
                case 0 -> grower.payable();
                case 1 -> grower.goods();
                default -> grower.clearing();
            };
            if (postings.balance(account).fen() == 0) throw new AssertionError("an account without anything");
        });
        time("slip_of_a_month", times, () -> slip(last.minusDays(30), last));
        time("slip_of_a_month_a_year_ago", times, () -> slip(last.minusDays(395), last.minusDays(365)));
        time("slip_of_two_years", Math.max(20, times / 10), () -> slip(LedgerLoad.FIRST_DAY, last));
        time("trial_balance_now", Math.max(20, times / 10), () -> trial(last));
        time("trial_balance_a_year_ago", Math.max(20, times / 10), () -> trial(last.minusDays(365)));
        time("page_of_postings_of_the_busiest_account", Math.max(20, times / 10), () -> {
            var found = postings.search(operator(), PostingQuery.ofAccount(Paging.first(), any().clearing()));
            if (found.rows().size() != 50) throw new AssertionError(found.rows().size());
        });
        time("post_of_three", Math.max(20, times / 10), this::post);
    }

    private void slip(LocalDate from, LocalDate to) {
        LedgerLoad.Grower grower = any();
        Slip slip = slips.get(grower.actor(), grower.cooperative(), grower.party(), from, to);
        if (slip.lines().isEmpty() && slip.earlier().fen() == 0) throw new AssertionError("an empty slip");
    }

    private void trial(LocalDate on) {
        TrialBalance balance = books.trialBalance(operator(), any().origin(), on);
        if (!balance.balances() || balance.lines().isEmpty()) throw new AssertionError(balance);
    }

    /// A sale as it is paid: one escrow account of its own, two that all share.
    private void post() {
        LedgerLoad.Grower grower = any();
        UUID order = Id.next();
        AccountKey escrow = AccountKey.of(grower.origin(), AccountKind.ESCROW, order.toString());
        LocalDate day = LedgerLoad.FIRST_DAY.plusDays(LedgerLoad.DAYS);
        List<Transfer> transfers = new ArrayList<>();
        transfers.add(transfer(order, "paid", grower.clearing(), escrow, 1_000, day));
        transfers.add(transfer(order, "settled", escrow, grower.payableByOperator(), 900, day));
        transfers.add(transfer(order, "fee", escrow, grower.fee(), 100, day));
        postings.post(transfers);
    }

    private static Transfer transfer(
            UUID order, String leg, AccountKey debit, AccountKey credit, long fen, LocalDate day) {
        return new Transfer(
                TransferId.of("order", order, leg),
                debit,
                credit,
                new Money(fen),
                day,
                "order",
                order,
                Particulars.of("settlement", "order", order));
    }

    private LedgerLoad.Grower any() {
        return load.growers().get(random.nextInt(load.growers().size()));
    }

    static Actor operator() {
        return actor(LedgerLoad.OPERATOR, true);
    }

    static Actor actor(PartyId party, boolean everywhere) {
        return new Actor(
                new AccountId(party.value()),
                party,
                "bench",
                party,
                "bench",
                Optional.empty(),
                everywhere,
                everywhere ? EnumSet.allOf(Right.class) : EnumSet.of(Right.SEE_BOOKS));
    }

    /// A tenth of it first, uncounted: the program warms up.
    private void time(String name, int times, Runnable deed) {
        for (int i = 0; i < Math.max(10, times / 10); i++) deed.run();
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long started = System.nanoTime();
            deed.run();
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        double middle = nanos[times / 2] / 1e6;
        double high = nanos[(int) (times * 0.99)] / 1e6;
        say("%s: p50 %.2f ms, p99 %.2f ms".formatted(name, middle, high));
        json.append(",\"%s_p50_ms\":%.2f,\"%s_p99_ms\":%.2f".formatted(name, middle, name, high));
    }

    static void say(String words) {
        System.out.println("  " + words);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
