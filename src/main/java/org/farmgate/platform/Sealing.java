package org.farmgate.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Seals what must not lie readable in the database (numbers of people, a guest's address), by AES-256-GCM.
/// The keys come from FARMGATE_KEY (base64 of 32 bytes; several divided by commas, the newest first) or
/// from a file in the data folder that only its owner reads, made at first need. Several processes on one
/// database must share one FARMGATE_KEY. To change keys, put a new one in front: what the old ones sealed
/// still opens, and its module may seal it anew.
@Component
public class Sealing {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String given;
    private final Path file;
    private @Nullable Map<String, SecretKeySpec> known;

    public Sealing(@Value("${FARMGATE_KEY:}") String given, @Value("${farmgate.data:./data}") String dataFolder) {
        this.given = given;
        this.file = Path.of(dataFolder, "keys", "numbers.key");
    }

    /// What is stored: which key sealed it, and the sealed bytes.
    public record Sealed(String keyId, byte[] bytes) {}

    /// Sealed to one place, such as `consignment door <id>`: moved to another row it does not open.
    public Sealed seal(String text, String place) {
        Map.Entry<String, SecretKeySpec> newest = keys().entrySet().iterator().next();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] secret =
                run(Cipher.ENCRYPT_MODE, newest.getValue(), nonce, place, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + secret.length);
        System.arraycopy(secret, 0, whole, NONCE_BYTES, secret.length);
        return new Sealed(newest.getKey(), whole);
    }

    /// Refuses by KEY_MISSING.
    public String open(Sealed sealed, String place) {
        SecretKeySpec key = keys().get(sealed.keyId());
        if (key == null) throw new RuleBroken(SealingRule.KEY_MISSING, sealed.keyId());
        byte[] nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
        byte[] secret = Arrays.copyOfRange(sealed.bytes(), NONCE_BYTES, sealed.bytes().length);
        return new String(run(Cipher.DECRYPT_MODE, key, nonce, place, secret), StandardCharsets.UTF_8);
    }

    /// Of the key that seals now: what another sealed is due to be sealed anew.
    public String newestId() {
        return keys().keySet().iterator().next();
    }

    /// A keyed hash that tells whether two texts are the same without telling what they are; for one
    /// purpose, so that marks of different purposes cannot be matched. It stays the same when a newer
    /// key is put in front.
    public UUID fingerprint(String text, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(List.copyOf(keys().values()).getLast().getEncoded(), "HmacSHA256"));
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] run(int mode, SecretKeySpec key, byte[] nonce, String place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("what was sealed was altered, or lies in another's place", broken);
        }
    }

    private synchronized Map<String, SecretKeySpec> keys() {
        if (known == null) known = read(given.isBlank() ? fromFile() : given);
        return known;
    }

    private static Map<String, SecretKeySpec> read(String texts) {
        Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
        for (String text : texts.strip().split("[,\\s]+")) {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length != 32) throw new IllegalStateException("FARMGATE_KEY must be base64 of 32 bytes");
            keys.put(idOf(bytes), new SecretKeySpec(bytes, "AES"));
        }
        return keys;
    }

    private static String idOf(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String fromFile() {
        try {
            if (!Files.exists(file)) make();
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Readable by its owner alone from its first moment on, and whole or not there: of two processes that
    /// start at once one wins.
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        Path draft = Files.createTempFile(
                file.getParent(),
                "numbers",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // The other's key is as good as ours.
        } finally {
            Files.delete(draft);
        }
    }
}
