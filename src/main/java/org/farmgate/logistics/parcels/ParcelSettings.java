package org.farmgate.logistics.parcels;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param companyPrefix what GS1 gave to who runs this installation, seven to ten digits; without one the
///      numbers
///     come from the range that GS1 keeps for demonstrations
@ConfigurationProperties("farmgate.parcels")
record ParcelSettings(@DefaultValue("9520000") String companyPrefix) {
    ParcelSettings {
        if (!companyPrefix.matches("[0-9]{7,10}"))
            throw new IllegalArgumentException("FARMGATE_PARCELS_COMPANY_PREFIX must be seven to ten digits");
    }
}
