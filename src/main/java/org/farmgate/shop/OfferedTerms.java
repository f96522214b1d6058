package org.farmgate.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.farmgate.place.RegionId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// What never changes of listings, kept in memory: whose they are, and the terms of each version. Which
/// version stood last is remembered too, as a guess that the transaction checks; packs left are never
/// kept.
@Component
class OfferedTerms {
    private static final int MOST_KEPT = 50_000;

    private final ListingStore store;
    private final Cache<ListingId, Home> homes =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final Cache<Version, Offered> terms =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    OfferedTerms(ListingStore store) {
        this.store = store;
    }

    private final Cache<ListingId, Integer> open =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /// Where a listing lies, and who sells it.
    ///
    /// @param venue that alone sells it, where there is one
    record Home(RegionId origin, PartyId seller, Optional<Venue> venue) {}

    record Version(ListingId listing, int number) {}

    /// Refuses by [NotFound] at the first that does not exist.
    Map<ListingId, Home> homes(Collection<ListingId> listings) {
        Map<ListingId, Home> found = new HashMap<>(homes.getAllPresent(listings));
        if (found.size() < listings.size()) {
            List<ListingId> missing = listings.stream()
                    .filter(listing -> !found.containsKey(listing))
                    .toList();
            Map<ListingId, Home> read = store.homes(missing);
            for (ListingId listing : missing) if (!read.containsKey(listing)) throw new NotFound("listing", listing);
            homes.putAll(read);
            found.putAll(read);
        }
        return found;
    }

    /// The version by which each was open when last seen; those never seen open are missing.
    Map<ListingId, Integer> lastOpen(Collection<ListingId> listings) {
        return open.getAllPresent(listings);
    }

    /// What the database says now of these listings: the versions of those that are open.
    void seen(Collection<ListingId> asked, Map<ListingId, Integer> versions) {
        open.invalidateAll(
                asked.stream().filter(listing -> !versions.containsKey(listing)).toList());
        open.putAll(versions);
    }

    /// Of one origin; every version that is asked for exists.
    Map<Version, Offered> of(RegionId origin, Collection<Version> versions) {
        Set<Version> wanted = new LinkedHashSet<>(versions);
        Map<Version, Offered> found = new HashMap<>(terms.getAllPresent(wanted));
        if (found.size() < wanted.size()) {
            List<Version> missing = new ArrayList<>(wanted);
            missing.removeAll(found.keySet());
            Map<Version, Offered> read = store.terms(origin, missing);
            missing.forEach(version -> Objects.requireNonNull(read.get(version), version::toString));
            terms.putAll(read);
            found.putAll(read);
        }
        return found;
    }
}
