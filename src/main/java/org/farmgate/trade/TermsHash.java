package org.farmgate.trade;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of the text of a contract's terms, in UTF-8: what a signature is bound to. Anybody can check it
/// against the text that the contract's page offers for download.
public record TermsHash(String hex) {
    public TermsHash {
        if (!hex.matches("[0-9a-f]{64}")) throw new IllegalArgumentException(hex);
    }

    public static TermsHash of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new TermsHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Enough of it to compare by eye.
    public String brief() {
        return hex.substring(0, 12);
    }

    @Override
    public String toString() {
        return hex;
    }
}
