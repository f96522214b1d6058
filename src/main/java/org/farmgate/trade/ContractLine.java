package org.farmgate.trade;

import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.SiteId;
import org.farmgate.platform.RuleBroken;

/// A mass for one place in some weeks of a contract; under a whole crop it is a planning figure.
///
/// @param demand the demand it serves, where it came out of one
public record ContractLine(SiteId site, Mass mass, WeekSpan weeks, Optional<DemandId> demand) {
    /// Refuses by CONTRACT_LINE_ZERO.
    public ContractLine {
        if (mass.isZero()) throw new RuleBroken(TradeRule.CONTRACT_LINE_ZERO);
    }
}
