package org.farmgate.place;

import java.util.Collection;
import java.util.Map;
import org.farmgate.platform.PartyId;

/// Who runs sites, by name: implemented by `party`, which stands above, since `place` knows parties only by id.
public interface Operators {
    /// Those that exist.
    Map<PartyId, String> names(Collection<PartyId> ids);

    /// Those that exist, by the short code that every party has.
    Map<String, PartyId> byCode(Collection<String> codes);
}
