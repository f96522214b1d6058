package org.farmgate.stock;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.farmgate.platform.Id;

/// A movement of goods. Made by the asker: sent twice it is one.
public record MovementId(UUID value) implements Id {
    public static MovementId next() {
        return new MovementId(Id.next());
    }

    public static MovementId of(String text) {
        return new MovementId(UUID.fromString(text));
    }

    /// The movement that follows from a cause: the same cause and leg is the same movement, whenever it is
    /// written (RFC 9562, version 3).
    public static MovementId of(String causeKind, UUID cause, String leg) {
        byte[] name = ("movement/" + causeKind + "/" + cause + "/" + leg).getBytes(StandardCharsets.UTF_8);
        return new MovementId(UUID.nameUUIDFromBytes(name));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
