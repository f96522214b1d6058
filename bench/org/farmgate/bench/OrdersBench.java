package org.farmgate.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Orders over HTTP, by the shipped route with shipped settings, the load beside it on the same
/// machine: how many a second, how fast, next to a route that only parses the same body, to one that
/// takes each order in by a transaction of its own, and to the bare database. Afterwards every order
/// that was acknowledged is looked for. See bench/README.md.
public final class OrdersBench {
    private static final Pattern ORDER = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final ServerUnderTest server;
    private final double seconds;
    private final List<Integer> buyers;
    private final Set<String> acknowledged = new HashSet<>();
    private final List<String> results = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();

    private OrdersBench(ServerUnderTest server, double seconds, List<Integer> buyers) {
        this.server = server;
        this.seconds = seconds;
        this.buyers = buyers;
    }

    public static void main(String[] arguments) throws Exception {
        boolean quick = List.of(arguments).contains("--quick");
        double seconds = Double.parseDouble(option(arguments, "--seconds", quick ? "4" : "12"));
        double warm = Double.parseDouble(option(arguments, "--warm-up", quick ? "8" : "30"));
        System.out.println("starting the program on an empty database …");
        try (ServerUnderTest server = ServerUnderTest.start(ServerUnderTest.newFolder("orders"), List.of(), Map.of())) {
            List<Integer> buyers = Stream.of(
                            option(arguments, "--buyers", "1,32,256").split(","))
                    .map(Integer::valueOf)
                    .toList();
            new OrdersBench(server, seconds, buyers).run(warm);
        }
    }

    private static String option(String[] arguments, String name, String otherwise) {
        int at = List.of(arguments).indexOf(name);
        return at < 0 || at + 1 >= arguments.length ? otherwise : arguments[at + 1];
    }

    private void run(double warm) throws Exception {
        System.out.printf(Locale.ROOT, "warming up for %.0f s%n", 4 * warm / 3);
        load("/api/v1/orders", 64, warm / 3, -1);
        load("/api/v1/orders", 64, warm / 3, 0);
        load(ServerUnderTest.PARSE, 64, warm / 3, -1);
        load(ServerUnderTest.ONE_BY_ONE, 16, warm / 3, 0);
        for (int many : buyers) {
            Load.Outcome ceiling = measure("parse only", ServerUnderTest.PARSE, many, -1);
            Load.Outcome even = measure("100 listings", "/api/v1/orders", many, -1);
            Load.Outcome hot = measure("one hot listing", "/api/v1/orders", many, 0);
            Load.Outcome single = measure("one hot listing, one transaction each", ServerUnderTest.ONE_BY_ONE, many, 0);
            checks.add(String.format(
                    Locale.ROOT,
                    "{\"buyers\":%d,\"even_of_ceiling\":%.2f,\"hot_of_ceiling\":%.2f,\"hot_of_one_by_one\":%.1f,\"even_p99_of_ceiling\":%.2f,\"hot_p99_of_ceiling\":%.2f}",
                    many,
                    even.perSecond() / ceiling.perSecond(),
                    hot.perSecond() / ceiling.perSecond(),
                    hot.perSecond() / single.perSecond(),
                    even.percentileMilliseconds(99) / ceiling.percentileMilliseconds(99),
                    hot.percentileMilliseconds(99) / ceiling.percentileMilliseconds(99)));
        }
        double drained = awaitEmptyBacklog();
        long missing = missing();
        String raw = RawDatabase.measure(server, seconds);
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"orders\",\"processors\":%d,\"seconds_each\":%.0f,\"acknowledged\":%d,\"acknowledged_and_missing\":%d,\"stock_differs_by_packs\":%d,\"backlog_empty_after_s\":%.1f,\"raw_database\":%s,\"runs\":[%s],\"ratios\":[%s]}%n",
                Runtime.getRuntime().availableProcessors(),
                seconds,
                acknowledged.size(),
                missing,
                stockDifference(),
                drained,
                raw,
                String.join(",", results),
                String.join(",", checks));
        if (missing > 0) throw new AssertionError(missing + " acknowledged orders are missing");
    }

    private Load.Outcome measure(String name, String path, int buyers, int listing) throws InterruptedException {
        Load.Outcome outcome = load(path, buyers, seconds, listing);
        String line = outcome.json(name);
        System.out.println(line);
        results.add(line);
        return outcome;
    }

    /// @param listing the one that all buy; -1 for all of them evenly
    private Load.Outcome load(String path, int buyers, double time, int listing) throws InterruptedException {
        boolean orders = path.equals("/api/v1/orders");
        Load.Outcome outcome = new Load(server.port(), path, server.proof())
                .run(buyers, time, orders, (buyer, number) -> body(listing, buyer + number));
        for (String answer : outcome.answers()) {
            Matcher order = ORDER.matcher(answer);
            if (order.find()) acknowledged.add(order.group(1));
        }
        return outcome;
    }

    private String body(int listing, long number) {
        int which = listing >= 0 ? listing : (int) (number % server.listings().size());
        int telephone = ThreadLocalRandom.current().nextInt(100_000_000);
        return "{\"key\":\"" + UuidCreator.getTimeOrderedEpoch() + "\",\"name\":\"Guli\",\"telephone\":\"138"
                + String.format("%08d", telephone)
                + "\",\"address\":\"12 Garden Street, flat 301\",\"region\":\"" + server.region()
                + "\",\"provider\":\"cash\",\"lines\":[{\"listing\":\""
                + server.listings().get(which) + "\",\"packs\":1,\"seenFen\":5900}]}";
    }

    private double awaitEmptyBacklog() throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (count("select count(*) from event_publication") > 0) {
            if (System.nanoTime() - began > 60e9) return -1;
            Thread.sleep(50);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private long missing() throws SQLException {
        List<String> ids = List.copyOf(acknowledged);
        long found = 0;
        try (Connection connection = connect();
                var statement = connection.prepareStatement(
                        "select count(*) from shop.orders where origin_id = ?::uuid and id = any(?::uuid[])")) {
            for (int from = 0; from < ids.size(); from += 10_000) {
                List<String> some = ids.subList(from, Math.min(ids.size(), from + 10_000));
                statement.setString(1, server.origin());
                statement.setArray(2, connection.createArrayOf("text", some.toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    found += row.getLong(1);
                }
            }
        }
        return ids.size() - found;
    }

    /// What the sellable rows say was sold, less what the order lines say.
    private long stockDifference() throws SQLException {
        return count("select coalesce(sum(sold_packs), 0) from stock.sellable")
                - count("select coalesce(sum(packs), 0) from shop.order_line");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }
}
