package org.farmgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the same database does with one transaction for each order and nothing around it, by pgbench
/// where it is installed: take from one row, write an order and a line.
final class RawDatabase {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private RawDatabase() {}

    static String measure(ServerUnderTest server, double seconds)
            throws SQLException, IOException, InterruptedException {
        Optional<Path> pgbench = find();
        if (pgbench.isEmpty()) return "\"pgbench is not installed\"";
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("create table if not exists bench.stock (id int primary key, left_packs bigint)");
            statement.execute(
                    "create table if not exists bench.orders (id uuid primary key, at timestamptz, total bigint)");
            statement.execute(
                    "create table if not exists bench.line (id uuid, ordinal int, packs int, primary key (id, ordinal))");
            statement.execute(
                    "insert into bench.stock select i, 1000000000 from generate_series(1, 100) i on conflict do nothing");
        }
        return String.format(
                Locale.ROOT,
                "{\"hot_32_per_second\":%.0f,\"even_32_per_second\":%.0f}",
                rate(pgbench.get(), server, seconds, "1"),
                rate(pgbench.get(), server, seconds, ":n"));
    }

    private static double rate(Path pgbench, ServerUnderTest server, double seconds, String row)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("orders", ".sql");
        Files.writeString(
                script,
                "\\set n random(1, 100)\nbegin;\nupdate bench.stock set left_packs = left_packs - 1 where id = " + row
                        + " and left_packs >= 1;\nwith o as (insert into bench.orders values (gen_random_uuid(), now(), 5900) returning id)"
                        + " insert into bench.line select id, 0, 1 from o;\ncommit;\n");
        Matcher place = Pattern.compile("//([^:/]+):(\\d+)/(\\w+)").matcher(server.jdbcUrl());
        if (!place.find()) throw new IllegalStateException(server.jdbcUrl());
        var builder = new ProcessBuilder(
                pgbench.toString(),
                "-n",
                "-M",
                "prepared",
                "-c",
                "32",
                "-j",
                "2",
                "-T",
                Long.toString(Math.max(2, Math.round(seconds / 2))),
                "-f",
                script.toString(),
                "-h",
                place.group(1),
                "-p",
                place.group(2),
                "-U",
                server.user(),
                place.group(3));
        builder.environment().put("PGPASSWORD", server.password());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        Files.delete(script);
        Matcher rate = RATE.matcher(said);
        return rate.find() ? Double.parseDouble(rate.group(1)) : -1;
    }

    private static Optional<Path> find() throws IOException {
        Path folder = Path.of("/usr/lib/postgresql");
        Stream<Path> versions = Files.isDirectory(folder)
                ? Files.list(folder).map(one -> one.resolve("bin").resolve("pgbench"))
                : Stream.empty();
        return Stream.concat(
                        Stream.of(System.getenv()
                                        .getOrDefault("PATH", "/usr/bin")
                                        .split(":"))
                                .map(one -> Path.of(one, "pgbench")),
                        versions)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
