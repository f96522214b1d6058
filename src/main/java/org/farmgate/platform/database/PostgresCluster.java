package org.farmgate.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.farmgate.platform.database.Commands.Outcome;
import org.farmgate.platform.start.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// The files of one database cluster: made once, kept for ever, and taken over from a server that outlived its
/// program.
record PostgresCluster(Path home) {
    static final String SUPERUSER = "farmgate";

    private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);
    private static final String MAJOR_VERSION = PostgresBinaries.VERSION.substring(0, 2);

    Path folder() {
        return home.resolve("cluster");
    }

    private Path passwordFile() {
        return home.resolve("password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    boolean exists() {
        return Files.exists(folder());
    }

    /// Makes the cluster under another name first, so that one cut short is never mistaken for a whole one. The
    /// locale is PostgreSQL's own C.UTF-8: the same on every machine, and it knows letters outside ASCII, without
    /// which trigram search finds nothing in Chinese or Uyghur.
    void create(Path bin, PostgresUser user) throws IOException {
        Path half = home.resolve("cluster.new");
        FileSystemUtils.deleteRecursively(half);
        writePassword();
        user.takeOwnership(home);
        Outcome outcome = Commands.run(
                user.command(List.of(
                        bin.resolve("initdb").toString(),
                        "--pgdata=" + half,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C.UTF-8",
                        "--no-instructions")),
                180);
        if (!outcome.succeeded()) {
            throw new CannotStart(
                    "PostgreSQL could not make its database in %s: %s".formatted(home, outcome.output()),
                    "Look whether the disk is full or the folder forbids writing, then start again.");
        }
        Files.move(half, folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword() throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(secret));
    }

    /// A newer PostgreSQL cannot read the files of an older one; better to say so than to let it print its own
    /// riddle.
    void checkVersion() throws IOException {
        String found = Files.readString(folder().resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR_VERSION)) {
            throw new CannotStart(
                    "The database in %s was made by PostgreSQL %s, and this Farmgate brings PostgreSQL %s."
                            .formatted(folder(), found, MAJOR_VERSION),
                    "Start it with the Farmgate version that made it, or serve these files with PostgreSQL %s and set FARMGATE_DATABASE_URL."
                            .formatted(found));
        }
    }

    /// Clears what a killed program left behind. A server still alive is stopped cleanly; a note of a server
    /// whose number now belongs to some other process is removed, since PostgreSQL would take that process for a
    /// living server.
    void takeOver() throws IOException {
        Path note = folder().resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        long pid = Files.readAllLines(note).stream()
                .findFirst()
                .map(Long::parseLong)
                .orElse(-1L);
        Optional<ProcessHandle> holder = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (holder.isEmpty()) {
            log.warn("Farmgate was not stopped cleanly last time; PostgreSQL recovers its data from its log now.");
        } else if (isOurs(holder.get())) {
            log.warn("A PostgreSQL of an earlier run (process {}) is still at work; it is stopped first.", pid);
            stop(holder.get());
        } else {
            log.warn(
                    "Farmgate was not stopped cleanly last time; process {} only bears the number of its server.", pid);
            Files.delete(note);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command().filter(c -> c.endsWith("/postgres")).isPresent();
        return postgres
                && info.arguments().map(Arrays::asList).orElse(List.of()).contains(folder().toString());
    }

    /// SIGINT is PostgreSQL's fast shutdown: clients are let go and everything is written. Java's own `destroy`
    /// would send SIGTERM, which waits for the clients to leave by themselves.
    static void stop(ProcessHandle server) {
        Commands.run(List.of("sh", "-c", "kill -INT " + server.pid()), 10);
        try {
            server.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            log.error(
                    "PostgreSQL (process {}) did not stop within 60 s; it recovers at the next start.",
                    server.pid(),
                    e);
            Commands.run(List.of("sh", "-c", "kill -QUIT " + server.pid()), 10);
        }
    }
}
