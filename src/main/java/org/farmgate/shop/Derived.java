package org.farmgate.shop;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids that follow from others (RFC 9562, version 5), so that whoever does a thing again does the same
/// thing.
final class Derived {
    private static final UUID NAMESPACE = UUID.fromString("5b0d5d2e-9a4f-5c3c-8f0e-6c1f0a7d7b01");

    private Derived() {}

    static UUID id(UUID from, String what) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, (from + "\n" + what).getBytes(StandardCharsets.UTF_8));
    }
}
