package org.farmgate.live.web;

import java.util.Optional;
import org.farmgate.live.ShowItem;
import org.farmgate.shop.Listing;
import org.farmgate.shop.Photo;

/// An item of a line-up as pages show it.
///
/// @param left packs that can still be bought
/// @param pinned whether it is on screen now
public record ItemView(ShowItem item, Listing listing, long left, Optional<Photo> photo, boolean pinned) {
    public boolean isSoldOut() {
        return left == 0;
    }

    public String id() {
        return listing.id().toString();
    }
}
