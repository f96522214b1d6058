package org.farmgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Orders pour in while the program, or its database, is killed with -9 at random moments; afterwards
/// every order that was acknowledged is there once, no stock is below zero, and on hand is what the
/// movements add up to. With `--two`, two processes on one database sell the last packs of one listing
/// instead. See bench/README.md.
public final class CrashBench {
    private static final int BUYERS = 16;
    private static final long LONGEST_BETWEEN_MS = 3_000;

    private CrashBench() {}

    /// What came of it. All of the last four are zero when nothing was lost.
    public record Outcome(
            int kills,
            long acknowledged,
            long repeated,
            long missing,
            long stockDiffersByPacks,
            long positionsThatDiffer,
            long booksDifferByFen) {
        public boolean isSound() {
            return missing == 0 && stockDiffersByPacks == 0 && positionsThatDiffer == 0 && booksDifferByFen == 0;
        }
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        if (given.contains("--two")) {
            long sold = sellTheLastByTwo(50, 64);
            System.out.printf(Locale.ROOT, "{\"bench\":\"crash\",\"processes\":2,\"packs\":50,\"sold\":%d}%n", sold);
            if (sold != 50) throw new AssertionError(sold + " of 50 were sold");
            return;
        }
        int at = given.indexOf("--times");
        int times = at >= 0 ? Integer.parseInt(given.get(at + 1)) : given.contains("--quick") ? 4 : 20;
        Outcome outcome = crash(times, new Random().nextLong());
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"crash\",\"kills\":%d,\"acknowledged\":%d,\"repeated\":%d,\"missing\":%d,\"stock_differs_by_packs\":%d,\"positions_that_differ\":%d,\"books_differ_by_fen\":%d}%n",
                outcome.kills(),
                outcome.acknowledged(),
                outcome.repeated(),
                outcome.missing(),
                outcome.stockDiffersByPacks(),
                outcome.positionsThatDiffer(),
                outcome.booksDifferByFen());
        if (!outcome.isSound()) throw new AssertionError("something was lost");
    }

    /// Kills the program and its database in turn.
    public static Outcome crash(int times, long seed) throws Exception {
        Path data = ServerUnderTest.newFolder("crash");
        var random = new Random(seed);
        System.out.println("seed " + seed);
        var now = new AtomicReference<>(ServerUnderTest.start(data, List.of("-Dbench.listings=4"), Map.of()));
        var buyers = new Persistent(now::get);
        List<Thread> threads = new ArrayList<>();
        for (int b = 0; b < BUYERS; b++) {
            int listing = b % 4;
            threads.add(Thread.ofVirtual().start(() -> buyers.buy(listing, Long.MAX_VALUE)));
        }
        for (int kill = 1; kill <= times; kill++) {
            Thread.sleep(200 + random.nextLong(LONGEST_BETWEEN_MS));
            boolean database = kill % 2 == 0;
            if (database) {
                killDatabase(data);
                Thread.sleep(random.nextLong(1_000));
            }
            now.get().kill();
            System.out.printf(
                    "kill %d: %s, %d acknowledged so far%n",
                    kill,
                    database ? "the database, then the program" : "the program",
                    buyers.acknowledged().size());
            now.set(ServerUnderTest.start(data, List.of(), Map.of()));
        }
        buyers.stop();
        for (Thread thread : threads) thread.join();
        try (ServerUnderTest last = now.get()) {
            return checked(last, times, buyers);
        }
    }

    private static void killDatabase(Path data) throws IOException {
        Path file = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static Outcome checked(ServerUnderTest server, int kills, Persistent buyers) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            return new Outcome(
                    kills,
                    buyers.acknowledged().size(),
                    buyers.repeated(),
                    buyers.acknowledged().size() - found(connection, buyers.acknowledged()),
                    number(
                            connection,
                            "select (select sum(sold_packs) from stock.sellable) - (select sum(packs) from shop.order_line)"),
                    number(connection, """
                            select count(*) from stock.position p
                            where on_hand_grams < 0 or on_hand_grams <> (
                              select coalesce(sum(grams), 0) from stock.movement m
                              where m.origin_id = p.origin_id and m.lot_id = p.lot_id and m.site_id = p.site_id)
                            """),
                    number(connection, "select coalesce(sum(debit_fen - credit_fen), 0) from ledger.total"));
        }
    }

    /// How many of these orders are there, each once.
    private static long found(Connection connection, Set<String> orders) throws SQLException {
        try (var statement =
                connection.prepareStatement("select count(*) from shop.orders where id = any(?::uuid[])")) {
            statement.setArray(1, connection.createArrayOf("text", orders.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Buyers of two processes race for the last packs. Answers how many were sold.
    public static long sellTheLastByTwo(long packs, int buyers) throws Exception {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Map<String, String> shared = Map.of("FARMGATE_KEY", Base64.getEncoder().encodeToString(key));
        try (ServerUnderTest first = ServerUnderTest.start(
                ServerUnderTest.newFolder("two-a"), List.of("-Dbench.listings=1", "-Dbench.packs=" + packs), shared)) {
            String url = first.jdbcUrl() + (first.jdbcUrl().contains("?") ? "&" : "?") + "user=" + first.user()
                    + "&password=" + first.password();
            Map<String, String> same = Map.of("FARMGATE_KEY", shared.get("FARMGATE_KEY"), "FARMGATE_DATABASE_URL", url);
            try (ServerUnderTest second = ServerUnderTest.start(ServerUnderTest.newFolder("two-b"), List.of(), same)) {
                var a = new Persistent(() -> first);
                var b = new Persistent(() -> second);
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < buyers; i++) {
                    Persistent buyer = i % 2 == 0 ? a : b;
                    threads.add(Thread.ofVirtual().start(() -> buyer.buy(0, 3)));
                }
                for (Thread thread : threads) thread.join();
                try (Connection connection =
                        DriverManager.getConnection(first.jdbcUrl(), first.user(), first.password())) {
                    long rows = number(connection, "select coalesce(sum(packs), 0) from shop.order_line");
                    long told = a.acknowledged().size() + b.acknowledged().size();
                    if (rows != told) throw new AssertionError(rows + " packs are written, " + told + " were told");
                    return rows;
                }
            }
        }
    }
}
