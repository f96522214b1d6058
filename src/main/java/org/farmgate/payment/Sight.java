package org.farmgate.payment;

import java.util.Map;
import org.farmgate.party.Reach;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;

/// Which parts and refunds somebody sees, as a condition: everybody's, those of the counties they look after, and
/// always those of which their organisation is the seller.
record Sight(Reach reach, PartyId organisation) {
    /// Over the columns `origin_id` and `seller_id`.
    String condition(Map<String, Object> values) {
        return switch (reach) {
            case Reach.Everything _ -> "true";
            case Reach.Regions regions -> {
                values.put("counties", Batch.array(regions.counties()));
                values.put("seller", organisation.value());
                yield "(origin_id = any(:counties::uuid[]) or seller_id = :seller)";
            }
            case Reach.Parties parties -> {
                values.put("sellers", Batch.array(parties.parties()));
                yield "seller_id = any(:sellers::uuid[])";
            }
        };
    }
}
