package org.farmgate.platform.imports;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One file that was brought.
public record ImportId(UUID value) implements Id {
    public static ImportId next() {
        return new ImportId(Id.next());
    }

    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
