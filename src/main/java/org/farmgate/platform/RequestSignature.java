package org.farmgate.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How another company's program signs what it sends us, and we what we send it: `v1=` and in hexadecimal the
/// HMAC-SHA256 (RFC 2104) of the time, a point and
/// the body as it was sent. The key is the secret as it was shown, taken as letters.
public final class RequestSignature {
    private static final String VERSION = "v1=";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestSignature() {}

    /// A new secret of 32 random bytes, as 64 letters.
    public static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static String of(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// In the same time, however much of it is right.
    public static boolean isRight(String secret, String timestamp, byte[] body, String signature) {
        return MessageDigest.isEqual(
                of(secret, timestamp, body).getBytes(StandardCharsets.UTF_8),
                signature.strip().getBytes(StandardCharsets.UTF_8));
    }
}
