package org.farmgate.logistics.parcels;

import org.farmgate.logistics.ConsignmentId;
import org.farmgate.platform.InputBroken;

/// Where a parcel comes from.
public sealed interface ParcelSource {
    /// Goods of an order or a contract.
    ///
    /// @param packageNumber which of the consignment's packages, from 1
    record Order(ConsignmentId consignment, int packageNumber) implements ParcelSource {
        public Order {
            if (packageNumber < 1) throw new InputBroken("packageNumber", "out-of-range", 1, 1_000_000);
        }
    }

    /// Somebody came to the counter.
    record Villager() implements ParcelSource {}

    /// Another carrier brought it to the county.
    ///
    /// @param waybill its number there, by which it is found too
    record Inbound(String carrier, String waybill) implements ParcelSource {
        public static final int LONGEST_CARRIER = 120;
        public static final int LONGEST_WAYBILL = 40;

        /// Refuses by the input errors `missing` and `too-long`.
        public Inbound {
            carrier = Contact.checked("carrier", carrier, LONGEST_CARRIER);
            waybill = Contact.checked("waybill", waybill, LONGEST_WAYBILL);
        }
    }
}
