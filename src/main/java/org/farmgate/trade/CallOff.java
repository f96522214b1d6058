package org.farmgate.trade;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;

/// The buyer asks for part of the contracted goods at one place in one week.
public record CallOff(
        CallOffId id,
        ContractId contract,
        SiteId site,
        IsoWeek week,
        Mass mass,
        PartyId madeBy,
        Instant madeAt,
        Optional<Instant> withdrawnAt) {
    public boolean isOpen() {
        return withdrawnAt.isEmpty();
    }

    /// Whether two ask for the same, whenever and by whomever they were made.
    boolean sameAs(CallOff other) {
        return contract.equals(other.contract)
                && site.equals(other.site)
                && week.equals(other.week)
                && mass.equals(other.mass);
    }
}
