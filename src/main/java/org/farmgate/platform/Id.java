package org.farmgate.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// What every id is: a type of its own around a time-ordered UUID (RFC 9562, version 7) made in Java, so that a
/// client may make it too: an id sent twice is the same thing, not a second one.
public interface Id {
    @JsonValue
    UUID value();

    /// A new version 7 UUID.
    static UUID next() {
        return com.github.f4b6a3.uuid.UuidCreator.getTimeOrderedEpoch();
    }
}
