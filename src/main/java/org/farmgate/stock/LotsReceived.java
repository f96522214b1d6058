package org.farmgate.stock;

import java.util.List;

/// Many at once came in, by a file or a job; each is told as [LotReceived] tells one.
public record LotsReceived(List<LotReceived> lots) {
    /// An event is kept as one text until all who listen have heard it.
    public static final int MOST = 500;

    public LotsReceived {
        lots = List.copyOf(lots);
    }
}
