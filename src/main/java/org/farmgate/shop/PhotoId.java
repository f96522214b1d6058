package org.farmgate.shop;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A picture of a listing. Made by the asker: sent twice it is one.
public record PhotoId(UUID value) implements Id {
    public static PhotoId next() {
        return new PhotoId(Id.next());
    }

    public static PhotoId of(String text) {
        return new PhotoId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
