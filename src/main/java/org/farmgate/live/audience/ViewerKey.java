package org.farmgate.live.audience;

import java.util.Optional;
import org.farmgate.live.ViewerId;

/// What counts as one viewer.
///
/// @param id of the browser, where it showed the cookie that we gave it
/// @param address stands for all that show none
record ViewerKey(Optional<ViewerId> id, String address) {
    static ViewerKey of(Optional<ViewerId> id, String address) {
        return new ViewerKey(id, id.isPresent() ? "" : address);
    }
}
