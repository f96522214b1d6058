package org.farmgate.stock;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A judgement on the quality of goods. Made by the asker: sent twice it is one.
public record QualityChangeId(UUID value) implements Id {
    public static QualityChangeId next() {
        return new QualityChangeId(Id.next());
    }

    public static QualityChangeId of(String text) {
        return new QualityChangeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
