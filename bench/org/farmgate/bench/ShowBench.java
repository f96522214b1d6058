package org.farmgate.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A show that thousands watch while orders pour onto what is pinned: how late pins and stock
/// changes are seen, what orders cost beside, how much memory it takes, and, if asked, at how many
/// viewers it breaks. See bench/README.md.
public final class ShowBench implements AutoCloseable {
    private static final int BUYERS = 32;
    private static final int ENOUGH_PERCENT = 99;

    private final ServerUnderTest server;
    private final String show;
    private final String item;
    private final Process crowd;
    private final PrintWriter toCrowd;
    private final BufferedReader fromCrowd;

    private ShowBench(ServerUnderTest server, Path cookies) throws IOException {
        this.server = server;
        show = server.further(0);
        item = server.further(1).split(",")[0];
        String password = server.password().isEmpty() ? "-" : server.password();
        crowd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.farmgate.bench.Crowd",
                        String.valueOf(server.port()),
                        show,
                        cookies.toString(),
                        server.jdbcUrl(),
                        server.user(),
                        password,
                        server.further(1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        toCrowd = new PrintWriter(crowd.getOutputStream(), true);
        fromCrowd = crowd.inputReader();
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        int viewers = number(given, "--viewers", quick ? 500 : 10_000);
        int seconds = number(given, "--seconds", quick ? 10 : 40);
        int warm = number(given, "--warm-up", quick ? 6 : 30);
        int most = given.contains("--until-it-breaks") ? 40_000 : viewers;
        Path data = ServerUnderTest.newFolder("show");
        Path cookies = data.resolve("cookies.txt");
        System.out.println("starting the program with a show on air …");
        try (ServerUnderTest server = ServerUnderTest.start(
                        "org.farmgate.live.ShowServer",
                        data,
                        List.of(
                                "-Xmx" + number(given, "--heap-mb", 1_024) + "m",
                                "-Dbench.cookies=" + cookies,
                                "-Dbench.viewers=" + most),
                        Map.of(),
                        List.of(
                                "--farmgate.live.most-streams=" + (most + 1_000),
                                "--server.tomcat.max-connections=" + (most + 5_000)));
                var bench = new ShowBench(server, cookies)) {
            bench.run(viewers, most, seconds, warm, number(given, "--step", 2_000), number(given, "--orders", 0));
        }
    }

    private static int number(List<String> given, String name, int otherwise) {
        int at = given.indexOf(name);
        return at < 0 || at + 1 >= given.size() ? otherwise : Integer.parseInt(given.get(at + 1));
    }

    private void run(int viewers, int most, int seconds, int warm, int step, int aim) throws Exception {
        System.out.printf("warming up for %d s%n", warm);
        load(warm / 2.0, 0);
        plain(warm / 2.0);
        // In turn, twice each: whatever else runs on the machine hits both.
        double alone = 0;
        double plainRate = 0;
        for (int turn = 0; turn < 2; turn++) {
            Load.Outcome plain = plain(Math.max(5, seconds / 3));
            Load.Outcome ofShow = load(Math.max(5, seconds / 3), 0);
            System.out.println(plain.json("plain order route, no viewers"));
            System.out.println(ofShow.json("show order route, no viewers"));
            plainRate = Math.max(plainRate, plain.perSecond());
            alone = Math.max(alone, ofShow.perSecond());
        }
        // Of the order benchmark's own route in this run, or what was asked for.
        double third = aim > 0 ? aim : plainRate / 3;
        List<String> rounds = new ArrayList<>();
        String broke = "null";
        for (int now = viewers; now <= most; now += step) {
            String round = round(now, seconds, third);
            rounds.add(round);
            System.out.println(round);
            broke = whyBroken(round, now);
            if (!broke.equals("null")) break;
        }
        long oversold = count("select count(*) from stock.sellable where left_packs < 0");
        long differs = count("select coalesce(sum(sold_packs), 0) from stock.sellable")
                - count("select coalesce(sum(packs), 0) from shop.order_line");
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"show\",\"processors\":%d,\"plain_orders_per_second\":%.0f,\"show_orders_per_second\":%.0f,\"video_viewers\":0,\"oversold\":%d,\"stock_differs_by_packs\":%d,\"broke\":%s,\"rounds\":[%s]}%n",
                Runtime.getRuntime().availableProcessors(),
                plainRate,
                alone,
                oversold,
                differs,
                broke,
                String.join(",", rounds));
        if (oversold != 0 || differs != 0) throw new AssertionError("stock does not agree with orders");
    }

    private String round(int viewers, int seconds, double ordersPerSecond) throws Exception {
        long began = System.nanoTime();
        toCrowd.println("add " + viewers);
        String connected = await("CONNECTED ");
        double connecting = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "%s of %d connected after %.1f s%n", connected, viewers, connecting);
        toCrowd.println("begin");
        Load.Outcome beside = load(seconds, ordersPerSecond);
        toCrowd.println("end");
        String seen = await("MEASURED ");
        return String.format(
                Locale.ROOT,
                "{\"viewers\":%d,\"connecting_s\":%.1f,\"orders_aim_per_second\":%.0f,\"orders\":%s,\"seen\":%s,\"rss_mb\":%d,\"heap_used_mb\":%d,\"open_files\":%d}",
                viewers,
                connecting,
                ordersPerSecond,
                beside.json("orders beside"),
                seen,
                rssMegabytes(),
                heapMegabytes(),
                openFiles());
    }

    private static String whyBroken(String round, int wanted) {
        Matcher watching = Pattern.compile("\"watching\":(\\d+)").matcher(round);
        if (watching.find() && Integer.parseInt(watching.group(1)) < wanted * 0.99)
            return "\"" + watching.group(1) + " of " + wanted + " viewers are connected\"";
        Matcher within = Pattern.compile("\"(pin|stock)\":\\{[^}]*\"within_1s\":([0-9.]+)")
                .matcher(round);
        while (within.find())
            if (Double.parseDouble(within.group(2)) * 100 < ENOUGH_PERCENT)
                return "\"" + within.group(1) + " changes seen within a second: " + within.group(2) + " at " + wanted
                        + " viewers\"";
        return "null";
    }

    private String await(String beginning) throws IOException {
        for (String line = fromCrowd.readLine(); line != null; line = fromCrowd.readLine())
            if (line.startsWith(beginning)) return line.substring(beginning.length());
        throw new IOException("the crowd is gone");
    }

    /// @param perSecond at most; 0: as many as go
    private Load.Outcome load(double seconds, double perSecond) throws InterruptedException {
        var sent = new AtomicLong();
        long began = System.nanoTime();
        return new Load(server.port(), "/api/v1/shows/" + show + "/orders", server.proof())
                .run(BUYERS, seconds, false, (buyer, number) -> {
                    if (perSecond > 0) {
                        long due = began + (long) (sent.getAndIncrement() * 1e9 / perSecond);
                        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime())
                            LockSupport.parkNanos(left);
                    }
                    return body();
                });
    }

    /// What `bench orders` measures: one hot listing of the open shop.
    private Load.Outcome plain(double seconds) throws InterruptedException {
        return new Load(server.port(), "/api/v1/orders", server.proof())
                .run(
                        BUYERS,
                        seconds,
                        false,
                        (buyer, number) -> body().replace(
                                        "\"listing\":\"" + item + "\",\"packs\":1,\"seenFen\":4900",
                                        "\"lines\":[{\"listing\":\""
                                                + server.listings().getFirst() + "\",\"packs\":1,\"seenFen\":5900}]"));
    }

    private String body() {
        int telephone = ThreadLocalRandom.current().nextInt(100_000_000);
        return "{\"key\":\"" + UuidCreator.getTimeOrderedEpoch() + "\",\"name\":\"Guli\",\"telephone\":\"138"
                + String.format("%08d", telephone) + "\",\"address\":\"12 Garden Street, flat 301\",\"region\":\""
                + server.region() + "\",\"provider\":\"cash\",\"listing\":\"" + item
                + "\",\"packs\":1,\"seenFen\":4900}";
    }

    private long rssMegabytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + server.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        }
    }

    private long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + server.pid() + "/fd"))) {
            return files.count();
        }
    }

    private long heapMegabytes() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String all = client.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + server.port() + "/actuator/prometheus"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher used = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E]+)")
                    .matcher(all);
            double sum = 0;
            while (used.find()) sum += Double.parseDouble(used.group(1));
            return (long) (sum / 1024 / 1024);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        crowd.destroy();
    }
}
