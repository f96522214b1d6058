package org.farmgate.stock;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A count sheet. Made by the asker: sent twice it is one.
public record SheetId(UUID value) implements Id {
    public static SheetId next() {
        return new SheetId(Id.next());
    }

    public static SheetId of(String text) {
        return new SheetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
