package org.farmgate.logistics.storage.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.storage.Arrival;
import org.farmgate.logistics.storage.ArrivalId;
import org.farmgate.logistics.storage.BillId;
import org.farmgate.logistics.storage.Bin;
import org.farmgate.logistics.storage.BinId;
import org.farmgate.logistics.storage.Shelf;
import org.farmgate.logistics.storage.Shelves;
import org.farmgate.logistics.storage.Shipment;
import org.farmgate.logistics.storage.ShipmentId;
import org.farmgate.logistics.storage.StorageBill;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;
import org.jspecify.annotations.Nullable;

/// What programs get of warehouses.
final class StorageJson {
    private StorageJson() {}

    /// @param lyingGrams all of it for whoever runs it, else one's own
    record OfWarehouse(
            SiteId site,
            String name,
            long capacityGrams,
            long fenPerTonneWeek,
            boolean cold,
            long lyingGrams,
            boolean runs) {
        static OfWarehouse of(Shelves.Filling filling) {
            return new OfWarehouse(
                    filling.site().id(),
                    filling.site().name(),
                    filling.terms().capacity().grams(),
                    filling.terms().perTonneWeek().fenPerTonne(),
                    filling.terms().cold(),
                    filling.lying().grams(),
                    filling.runs());
        }
    }

    record OfBin(BinId id, String code, String zone, boolean cold, long capacityGrams, boolean dock, boolean closed) {
        static OfBin of(Bin bin) {
            return new OfBin(
                    bin.id(), bin.code(), bin.zone(), bin.cold(), bin.capacity().grams(), bin.dock(), bin.closed());
        }
    }

    record OfShelf(BinId bin, LotId lot, RegionId origin, PartyId owner, long grams, Instant since) {
        static OfShelf of(Shelf shelf) {
            return new OfShelf(
                    shelf.bin(),
                    shelf.lot(),
                    shelf.origin(),
                    shelf.owner(),
                    shelf.mass().grams(),
                    shelf.since());
        }
    }

    /// @param receivedGrams missing as long as nobody has looked
    record OfArrivalLine(
            LotId lot,
            long announcedGrams,
            @Nullable Long receivedGrams,
            Arrival.@Nullable How how,
            Arrival.@Nullable Difference difference,
            String note) {
        static OfArrivalLine of(Arrival.Line line) {
            return new OfArrivalLine(
                    line.lot(),
                    line.announced().grams(),
                    line.received().map(Mass::grams).orElse(null),
                    line.how().orElse(null),
                    line.difference().orElse(null),
                    line.note());
        }
    }

    record OfArrival(
            ArrivalId id,
            SiteId site,
            PartyId owner,
            @Nullable SiteId from,
            @Nullable ConsignmentId consignment,
            @Nullable ShipmentId shipment,
            LocalDate expectedOn,
            @Nullable Long expectedGrams,
            String note,
            Arrival.Stage stage,
            List<OfArrivalLine> lines) {
        static OfArrival of(Arrival arrival) {
            return new OfArrival(
                    arrival.id(),
                    arrival.site(),
                    arrival.owner(),
                    arrival.from().orElse(null),
                    arrival.consignment().orElse(null),
                    arrival.shipment().orElse(null),
                    arrival.expectedOn(),
                    arrival.expected().map(Mass::grams).orElse(null),
                    arrival.note(),
                    arrival.stage(),
                    arrival.lines().stream().map(OfArrivalLine::of).toList());
        }
    }

    record OfShipmentLine(
            LotId lot,
            ProductId product,
            LocalDate bestBefore,
            int packs,
            long sentGrams,
            long arrivedGrams,
            long backGrams,
            long lostGrams) {}

    record OfShipment(
            ShipmentId id,
            Shipment.Kind kind,
            RegionId origin,
            PartyId owner,
            SiteId from,
            SiteId to,
            boolean stays,
            ConsignmentId consignment,
            UUID cause,
            Instant sentAt,
            Shipment.Stage stage,
            List<OfShipmentLine> lines) {
        static OfShipment of(Shipment shipment) {
            return new OfShipment(
                    shipment.id(),
                    shipment.kind(),
                    shipment.origin(),
                    shipment.owner(),
                    shipment.from(),
                    shipment.to(),
                    shipment.stays(),
                    shipment.consignment(),
                    shipment.cause(),
                    shipment.sentAt(),
                    shipment.stage(),
                    shipment.lines().stream()
                            .map(line -> new OfShipmentLine(
                                    line.lot(),
                                    line.product(),
                                    line.bestBefore(),
                                    line.packs(),
                                    line.sent().grams(),
                                    line.arrived().grams(),
                                    line.back().grams(),
                                    line.lost().grams()))
                            .toList());
        }
    }

    record OfBillLine(LotId lot, long mostGrams, long fenPerTonneWeek, long costsFen, long beforeFen) {}

    record OfBill(
            BillId id,
            RegionId origin,
            SiteId site,
            PartyId owner,
            PartyId operator,
            String week,
            int round,
            long fen,
            boolean posted,
            Instant reckonedAt,
            List<OfBillLine> lines) {
        static OfBill of(StorageBill bill) {
            return new OfBill(
                    bill.id(),
                    bill.origin(),
                    bill.site(),
                    bill.owner(),
                    bill.operator(),
                    bill.week().toString(),
                    bill.round(),
                    bill.amount().fen(),
                    bill.posted(),
                    bill.reckonedAt(),
                    bill.lines().stream()
                            .map(line -> new OfBillLine(
                                    line.lot(),
                                    line.most().grams(),
                                    line.perTonneWeek().fenPerTonne(),
                                    line.costs().fen(),
                                    line.before().fen()))
                            .toList());
        }
    }
}
