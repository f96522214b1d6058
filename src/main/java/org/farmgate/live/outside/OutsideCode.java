package org.farmgate.live.outside;

import org.farmgate.platform.InputBroken;
import org.farmgate.shop.ListingId;

/// What another platform calls something: one item of that code is so many packs of a listing.
public record OutsideCode(String code, ListingId listing, int packs) {
    public static final int LONGEST = 64;
    public static final int MOST_PACKS = 1_000;
    /// Of one channel.
    public static final int MOST = 500;

    /// Refuses by the input errors `missing`, `too-long`, `out-of-range`.
    public OutsideCode {
        code = code.strip();
        if (code.isEmpty()) throw new InputBroken("code", "missing");
        if (code.length() > LONGEST) throw new InputBroken("code", "too-long", LONGEST);
        if (packs < 1 || packs > MOST_PACKS) throw new InputBroken("packs", "out-of-range", 1, MOST_PACKS);
    }
}
