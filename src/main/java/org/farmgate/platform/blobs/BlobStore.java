package org.farmgate.platform.blobs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.farmgate.platform.Id;
import org.farmgate.platform.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Keeps files in the folder `blobs` of the data folder, which processes on one database share. A file is
/// there whole or not at all: it is written beside its place and moved there when complete.
@Component
public class BlobStore {
    private static final Pattern FOLDER = Pattern.compile("[a-z]{1,40}");
    private static final Pattern KEY = Pattern.compile("[a-z]{1,40}/[0-9a-f]{2}/[0-9a-f-]{36}");

    private final Path root;

    BlobStore(@Value("${farmgate.data:./data}") Path data) {
        this.root = data.resolve("blobs");
    }

    /// Reads the stream to its end, holding only a few kilobytes at a time. Refuses by [BlobTooLarge] as soon
    /// as more than `mostBytes` have come.
    ///
    /// @param folder what kind of file it is, in lower-case letters
    public Blob save(String folder, InputStream content, long mostBytes) {
        if (!FOLDER.matcher(folder).matches()) throw new IllegalArgumentException(folder);
        String name = Id.next().toString();
        // The first digits of a time-ordered id hardly change; the last two spread the files over 256 folders.
        String key = folder + "/" + name.substring(34) + "/" + name;
        Path place = root.resolve(key);
        Path unfinished = place.resolveSibling(name + ".part");
        try {
            Files.createDirectories(place.getParent());
            try {
                MessageDigest digest = sha256();
                long bytes = copy(content, unfinished, digest, mostBytes);
                Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
                return new Blob(key, bytes, HexFormat.of().formatHex(digest.digest()));
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Refuses by [NotFound].
    public InputStream open(String key) {
        Path place = place(key);
        try {
            if (!Files.isRegularFile(place)) throw new NotFound("file", key);
            return Files.newInputStream(place);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Nothing happens where it is gone already.
    public void delete(String key) {
        try {
            Files.deleteIfExists(place(key));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path place(String key) {
        // Keys are ours alone; the check keeps a forged one from leaving the folder.
        if (!KEY.matcher(key).matches()) throw new NotFound("file", key);
        return root.resolve(key);
    }

    private static long copy(InputStream content, Path target, MessageDigest digest, long mostBytes)
            throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > mostBytes) throw new BlobTooLarge(mostBytes);
                digest.update(buffer, 0, read);
                output.write(buffer, 0, read);
            }
        }
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
