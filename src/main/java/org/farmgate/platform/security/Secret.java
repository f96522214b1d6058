package org.farmgate.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Something that only its holder knows: 256 random bits as text. We keep the SHA-256 alone; against that many
/// bits no slow hash is needed.
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret fresh(String prefix) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Never into a log by accident.
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
