package org.farmgate.supply;

import org.farmgate.measure.Mass;

/// A forecast as a list shows it.
///
/// @param harvested what was brought in under it so far, of whatever grade
public record ForecastListing(Forecast forecast, String plotName, Mass harvested) {
    /// What is still to come; nothing when more came in than was expected.
    public Mass left() {
        return forecast.mass().compareTo(harvested) > 0 ? forecast.mass().minus(harvested) : Mass.ZERO;
    }
}
