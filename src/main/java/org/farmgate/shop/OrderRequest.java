package org.farmgate.shop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.place.RegionId;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// A cart as it is sent: it becomes one order for each county and seller its goods come from, and each
/// stands or falls alone.
///
/// @param buyer the organisation or person who is signed in; empty for a guest
/// @param region where the goods go; for freight and totals
/// @param provider how it is paid: a provider's code of `payment`
public record OrderRequest(
        OrderKey key,
        Optional<PartyId> buyer,
        RegionId region,
        Contact contact,
        String provider,
        Channel channel,
        List<Wanted> lines) {
    public static final int MOST_LINES = 100;

    /// Refuses by the input errors `missing`, `too-many`, `out-of-range` and `repeated`, each at its line.
    public OrderRequest {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) throw new InputBroken("lines", "missing");
        if (lines.size() > MOST_LINES) throw new InputBroken("lines", "too-many", MOST_LINES);
        if (provider.isBlank()) throw new InputBroken("provider", "missing");
        List<FieldError> errors = new ArrayList<>();
        Set<ListingId> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Wanted line = lines.get(i);
            if (line.packs() < 1 || line.packs() > Wanted.MOST_PACKS)
                errors.add(FieldError.of("lines[" + i + "].packs", "out-of-range", 1, Wanted.MOST_PACKS));
            if (!seen.add(line.listing())) errors.add(FieldError.of("lines[" + i + "].listing", "repeated"));
        }
        if (!errors.isEmpty()) throw new InputBroken(errors);
    }
}
