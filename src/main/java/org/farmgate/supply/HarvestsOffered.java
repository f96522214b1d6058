package org.farmgate.supply;

import java.util.List;

/// Many harvests were brought in at once, by a file. It stands for that many [HarvestOffered], which are then
/// not told one by one.
public record HarvestsOffered(List<HarvestOffered> harvests) {
    /// So that the event stays small; a longer list comes as several events.
    public static final int MOST = 1_000;

    public HarvestsOffered {
        harvests = List.copyOf(harvests);
    }
}
