package org.farmgate.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.farmgate.platform.start.CannotStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {
    private static final List<String> SMALL = List.of("shared_buffers=16MB", "max_connections=20");

    @TempDir
    Path folder;

    /// Unpacking takes seconds, so it is done once; the test of an interrupted first start does it again.
    @BeforeEach
    void lendTheBinaries() throws IOException {
        Path shared = Files.createDirectories(Path.of("target", "test-data", "binaries"));
        Path unpacked = PostgresBinaries.unpack(shared.toAbsolutePath());
        Path own = Files.createDirectories(folder.resolve("postgres"));
        Files.createSymbolicLink(own.resolve(unpacked.getFileName()), unpacked);
    }

    @Test
    void whatWasCommittedSurvivesAStopAndACrash() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, SMALL)) {
                execute(postgres, "create table kept (word text)", "insert into kept values ('stopped')");
            }
            EmbeddedPostgres crashing = EmbeddedPostgres.start(data, SMALL);
            execute(crashing, "insert into kept values ('killed')");
            ProcessHandle server = ProcessHandle.of(crashing.processId()).orElseThrow();
            server.destroyForcibly();
            server.onExit().get(30, TimeUnit.SECONDS);
            assertThat(folder.resolve("postgres/cluster/postmaster.pid")).exists();

            try (EmbeddedPostgres again = EmbeddedPostgres.start(data, SMALL)) {
                assertThat(text(again, "select string_agg(word, ' ' order by word) from kept"))
                        .isEqualTo("killed stopped");
            }
        }
    }

    @Test
    void aServerThatOutlivedItsProgramIsStoppedFirst() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            EmbeddedPostgres orphan = EmbeddedPostgres.start(data, SMALL);
            try (EmbeddedPostgres next = EmbeddedPostgres.start(data, SMALL)) {
                assertThat(ProcessHandle.of(orphan.processId()).filter(ProcessHandle::isAlive))
                        .isEmpty();
                assertThat(text(next, "select 'alive'")).isEqualTo("alive");
            }
        }
    }

    @Test
    void theNumberOfADeadServerMayNowBelongToAnotherProcess() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            EmbeddedPostgres.start(data, SMALL).close();
            Path note = folder.resolve("postgres/cluster/postmaster.pid");
            Files.writeString(note, ProcessHandle.current().pid() + "\n" + folder + "\n");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, SMALL)) {
                assertThat(text(postgres, "select 'alive'")).isEqualTo("alive");
            }
        }
    }

    @Test
    void commitsAreDurableAndStrangersAreRefused() throws Exception {
        try (DataFolder data = DataFolder.open(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data, SMALL)) {
            assertThat(text(postgres, "show fsync")).isEqualTo("on");
            assertThat(text(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("postgres/password"))))
                    .isEqualTo("rw-------");
            DatabaseAddress address = postgres.address();
            var stranger = new DatabaseAddress(address.jdbcUrl(), address.username(), "guessed");
            assertThatThrownBy(stranger::connect).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void trigramSearchSeesChineseAndUyghurLetters() throws Exception {
        try (DataFolder data = DataFolder.open(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data, SMALL)) {
            execute(postgres, "create extension pg_trgm");
            assertThat(text(postgres, "select similarity('阿克苏苹果', '阿克苏苹果干') > 0.5"))
                    .isEqualTo("t");
            assertThat(text(postgres, "select similarity('ئالما', 'ئالما قېقى') > 0.3"))
                    .isEqualTo("t");
        }
    }

    @Test
    void anInterruptedFirstStartIsBegunAnew() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            Files.delete(folder.resolve("postgres/postgresql-" + PostgresBinaries.VERSION));
            Files.createDirectories(folder.resolve("postgres/unpacking-123/bin"));
            Files.createDirectories(folder.resolve("postgres/cluster.new/base"));
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, SMALL)) {
                assertThat(text(postgres, "select 'alive'")).isEqualTo("alive");
            }
            assertThat(folder.resolve("postgres/unpacking-123")).doesNotExist();
        }
    }

    @Test
    void filesOfAnotherMajorVersionAreRefusedInWords() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            Files.createDirectories(folder.resolve("postgres/cluster"));
            Files.writeString(folder.resolve("postgres/cluster/PG_VERSION"), "17\n");
            assertThatThrownBy(() -> EmbeddedPostgres.start(data, SMALL))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("was made by PostgreSQL 17, and this Farmgate brings PostgreSQL 18");
        }
    }

    @Test
    void asRootWithoutUserNamespacesAnOrdinaryAccountCanRunIt() {
        List<String> words = PostgresUser.asAccount("nobody");
        if (Commands.run(List.of("id", "-u"), 10).output().equals("0")) {
            assertThat(words).startsWith("setpriv", "--reuid");
            assertThat(Commands.run(new PostgresUser(words, "nobody").command(List.of("id", "-un")), 10)
                            .output())
                    .isEqualTo("nobody");
        } else {
            assertThat(words).isEmpty();
        }
    }

    private static void execute(EmbeddedPostgres postgres, String... commands) throws SQLException {
        try (Connection connection = postgres.address().connect();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String text(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = postgres.address().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
