package org.farmgate.logistics;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.platform.PartyId;

/// One change of the tariffs: who made it, for whom, and what it was about.
///
/// @param version the tariff's version from then on
/// @param personName as it was then
/// @param subject the truck kind's or the site's id; for rates a fixed one
public record TariffChange(
        long version, Instant at, PartyId person, String personName, PartyId organisation, Subject of, UUID subject) {
    public enum Subject {
        TRUCK_KIND,
        WAREHOUSE,
        RATES
    }
}
