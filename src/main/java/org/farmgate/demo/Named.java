package org.farmgate.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.farmgate.live.ShowId;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.logistics.parcels.carrier.OutsideCarrierId;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.PackId;
import org.farmgate.product.ProductId;
import org.farmgate.product.VarietyId;
import org.farmgate.shop.ListingId;
import org.farmgate.stock.LotId;
import org.farmgate.supply.ForecastId;
import org.farmgate.supply.HarvestId;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.QuoteId;
import org.farmgate.supply.TicketId;
import org.farmgate.trade.DemandId;

/// Ids made from the tables' keys (name-based UUIDs, RFC 9562 version 3): the same row is the same thing in every
/// demo county, so tests and documents can name it.
final class Named {
    private Named() {}

    static RegionId region(String key) {
        return new RegionId(uuid("region", key));
    }

    static DivisionId division(String key) {
        return new DivisionId(uuid("division", key));
    }

    static ProductId product(String key) {
        return new ProductId(uuid("product", key));
    }

    static VarietyId variety(String key) {
        return new VarietyId(uuid("variety", key));
    }

    static PackId pack(String key) {
        return new PackId(uuid("pack", key));
    }

    /// A person or an organisation: their keys never meet.
    static PartyId party(String key) {
        return new PartyId(uuid("party", key));
    }

    static SiteId site(String key) {
        return new SiteId(uuid("site", key));
    }

    static PlotId plot(String key) {
        return new PlotId(uuid("plot", key));
    }

    static ForecastId forecast(String plot, int week) {
        return new ForecastId(uuid("forecast", plot + " " + week));
    }

    static HarvestId harvest(String plot) {
        return new HarvestId(uuid("harvest", plot));
    }

    static LotId lot(String plot) {
        return new LotId(uuid("lot", plot));
    }

    static QuoteId quote(String grade, String region, int daysAgo) {
        return new QuoteId(uuid("quote", grade + " " + region + " " + daysAgo));
    }

    static TruckKindId truckKind(String key) {
        return new TruckKindId(uuid("truck-kind", key));
    }

    static TicketId ticket(String key) {
        return new TicketId(uuid("ticket", key));
    }

    static ListingId listing(String key) {
        return new ListingId(uuid("listing", key));
    }

    static ShowId show(String key) {
        return new ShowId(uuid("show", key));
    }

    static ConsignmentId consignment(String key) {
        return new ConsignmentId(uuid("consignment", key));
    }

    static ParcelId parcel(String key) {
        return new ParcelId(uuid("parcel", key));
    }

    static ScanId scan(String parcel, int ordinal) {
        return new ScanId(uuid("scan", parcel + " " + ordinal));
    }

    static OutsideCarrierId outsideCarrier(String key) {
        return new OutsideCarrierId(uuid("outside-carrier", key));
    }

    static DemandId demand(String key) {
        return new DemandId(uuid("demand", key));
    }

    private static UUID uuid(String what, String key) {
        return UUID.nameUUIDFromBytes(("farmgate demo " + what + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}
