package org.farmgate.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.farmgate.platform.start.CannotStart;
import org.jspecify.annotations.Nullable;

/// The folder in which one Farmgate keeps everything that must survive a restart. It is held by a lock from the
/// moment it is opened, because two programs on one database cluster would destroy it.
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Makes the folder if need be and locks it. Throws `CannotStart` if another process holds it or it cannot be
    /// written.
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel file = FileChannel.open(
                    path.resolve("farmgate.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(file) == null) {
                String holder = read(file);
                file.close();
                throw new CannotStart(
                        "The data folder %s is in use by another running Farmgate (process %s)."
                                .formatted(path, holder),
                        "Stop that one first, or give this one a folder of its own with --data or FARMGATE_DATA.");
            }
            file.truncate(0);
            file.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(path, file);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder %s cannot be written: %s.".formatted(path, e),
                    "Give this user the right to write there, or name another folder with --data or FARMGATE_DATA.",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) { // held by this very process, as when two contexts start in one test
            return null;
        }
    }

    private static String read(FileChannel file) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        file.read(pid, 0);
        return new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
