package org.farmgate.logistics.routing;

/// A call at a place to set down or take up goods.
///
/// @param place index into the matrix
/// @param window when the service may begin
/// @param cold must be served by a cold vehicle
public record Stop(
        String key,
        int place,
        Direction direction,
        long grams,
        long litres,
        Window window,
        int serviceSeconds,
        boolean cold) {

    public enum Direction {
        /// Goods are set down here; on board since the depot, or since the collection of their transfer.
        DELIVERY,
        /// Goods are taken up here and stay on board to the depot, or to the delivery of their transfer.
        COLLECTION
    }
}
