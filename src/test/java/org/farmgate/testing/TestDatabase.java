package org.farmgate.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.farmgate.platform.database.DataFolder;
import org.farmgate.platform.database.DatabaseAddress;
import org.farmgate.platform.database.EmbeddedPostgres;
import org.farmgate.platform.start.CannotStart;

/// Databases for tests: one PostgreSQL for the whole test JVM, and on it as many empty databases as are asked for.
/// The server is our own, in `target/`, or the one FARMGATE_TEST_DATABASE_URL names, whose user must be allowed to
/// create databases.
public final class TestDatabase {
    /// A crash of the machine may spoil a test database; waiting for the disk would spoil the day.
    private static final List<String> FAST = List.of(
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "max_connections=300",
            "shared_buffers=128MB");

    private static final String PREFIX = "farmgate_test_";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /// A new, empty database. It is left behind for whoever wants to look at it, and dropped by the next test run.
    public static DatabaseAddress create() {
        String name = PREFIX + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        execute(List.of("create database " + name));
        return named(name);
    }

    private static DatabaseAddress named(String name) {
        DatabaseAddress server = Server.ADDRESS;
        String url = server.jdbcUrl().replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
        return new DatabaseAddress(url, server.username(), server.password());
    }

    private static void execute(List<String> commands) {
        try (Connection connection = Server.ADDRESS.connect();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The test database server refused: " + commands, e);
        }
    }

    /// Started at first use and never stopped by hand: it ends with this JVM, after the last Spring context has
    /// closed.
    private static final class Server {
        static final DatabaseAddress ADDRESS = start();

        private static DatabaseAddress start() {
            String external = System.getenv("FARMGATE_TEST_DATABASE_URL");
            if (external != null && !external.isBlank()) {
                return DatabaseAddress.parse(external);
            }
            EmbeddedPostgres postgres = EmbeddedPostgres.start(openFolder(), FAST);
            dropLeftovers(postgres.address());
            return postgres.address();
        }

        /// Two test runs at a time in one working copy each get a folder of their own.
        private static DataFolder openFolder() {
            for (int number = 1; ; number++) {
                try {
                    return DataFolder.open(Path.of("target", "test-data", Integer.toString(number)));
                } catch (CannotStart e) {
                    if (number == 10) {
                        throw e;
                    }
                }
            }
        }

        private static void dropLeftovers(DatabaseAddress server) {
            try (Connection connection = server.connect();
                    Statement statement = connection.createStatement()) {
                var leftovers = new ArrayList<String>();
                try (ResultSet rows = statement.executeQuery(
                        "select datname from pg_database where datname like '" + PREFIX + "%'")) {
                    while (rows.next()) {
                        leftovers.add(rows.getString(1));
                    }
                }
                for (String leftover : leftovers) {
                    statement.execute("drop database " + leftover);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("Old test databases could not be dropped.", e);
            }
        }
    }
}
