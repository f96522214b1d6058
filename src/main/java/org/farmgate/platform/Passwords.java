package org.farmgate.platform;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords by Argon2id (RFC 9106), which costs an attacker memory as well as time: 32 MiB and about a
/// tenth of a second each. A few at once at most, so that a storm of sign-ins cannot take the memory from
/// everything else.
@Component
class Passwords {
    private static final int MEMORY_KIBIBYTES = 32 * 1024;
    private static final int PASSES = 2;

    private final PasswordEncoder encoder;
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private volatile String nobodys = "";

    Passwords() {
        this(new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIBIBYTES, PASSES));
    }

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    String hash(String password) {
        return inTurn(() -> java.util.Objects.requireNonNull(encoder.encode(password)));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    /// Whether our parameters have grown since that hash was made.
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /// The hash that an unknown user's password is compared with.
    String nobodys() {
        if (nobodys.isEmpty()) nobodys = hash("nobody has this password");
        return nobodys;
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
