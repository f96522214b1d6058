package org.farmgate.logistics.storage.web;

import java.util.List;
import org.farmgate.logistics.storage.Shipment;
import org.farmgate.logistics.storage.Shipments;
import org.farmgate.place.SiteId;

/// Goods that left a warehouse, with the list to pick by.
public record ShipmentPage(Shipment shipment, Book book, List<Shipments.Picked> picks, boolean seesConsignment) {
    /// @param sends whether the actor may send to another warehouse
    public record Listing(SiteId site, Book book, List<Shipment> rows, int page, int size, boolean sends) {}

    public static String kind(Shipment.Stage stage) {
        return switch (stage) {
            case SENT -> "info";
            case ARRIVED -> "good";
            case BACK -> "warn";
        };
    }
}
