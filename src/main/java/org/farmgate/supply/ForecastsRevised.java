package org.farmgate.supply;

import java.util.List;

/// Many forecasts were made or revised at once, by a file or a whole season's form. It stands for that many
/// [ForecastRevised], which are then not told one by one: whoever listens to the one listens to the other,
/// and reads the rows of one in a few statements.
public record ForecastsRevised(List<ForecastRevised> revisions) {
    /// So that the event stays small; a longer list comes as several events.
    public static final int MOST = 1_000;

    public ForecastsRevised {
        revisions = List.copyOf(revisions);
    }
}
