package org.farmgate.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.farmgate.platform.Id;

/// Names a transfer for ever.
public record TransferId(UUID value) implements Id {
    private static final UUID NAMESPACE = UUID.fromString("5b0d5d2e-9a4f-5c3c-8f0e-6c1f0a7d7a02");

    public static TransferId next() {
        return new TransferId(Id.next());
    }

    /// The same cause and leg is the same transfer, however often a listener is told of the cause.
    public static TransferId of(String causeKind, UUID cause, String leg) {
        String content = causeKind + "\n" + cause + "\n" + leg;
        return new TransferId(UuidCreator.getNameBasedSha1(NAMESPACE, content.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
