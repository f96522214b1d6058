package org.farmgate.shop;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// One order on its way in: the part of a cart that one seller of one county has.
///
/// @param buyerRef who counts as one buyer: the party who is signed in, else a keyed hash of the
///     telephone number
/// @param contentHash of everything that was asked for
record Arrival(
        OrderId id,
        OrderKey key,
        RegionId origin,
        PartyId seller,
        Optional<PartyId> buyer,
        UUID buyerRef,
        byte[] contentHash,
        RegionId region,
        SealedContact contact,
        String provider,
        Channel channel,
        List<Wanted> lines) {
    record SealedContact(String keyId, byte[] bytes) {}
}
