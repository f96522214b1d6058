package org.farmgate.logistics.storage.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.storage.Arrival;
import org.farmgate.logistics.storage.ArrivalId;
import org.farmgate.logistics.storage.Arrivals;
import org.farmgate.logistics.storage.Bin;
import org.farmgate.logistics.storage.BinId;
import org.farmgate.logistics.storage.NewTransfer;
import org.farmgate.logistics.storage.PutAway;
import org.farmgate.logistics.storage.Shelves;
import org.farmgate.logistics.storage.ShipmentId;
import org.farmgate.logistics.storage.Shipments;
import org.farmgate.logistics.storage.StorageCosts;
import org.farmgate.logistics.storage.Transfers;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.stock.LotId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Warehouses near the market for programs. Masses are grams, money fen; ids are made by the asker, and
/// asking twice makes one thing.
@RestController
@RequestMapping("/api/v1/storage")
@Needs({Right.SEE_STOCK, Right.KEEP_STOCK})
class StorageApi {
    private final Shelves shelves;
    private final Arrivals arrivals;
    private final ArrivalForms forms;
    private final Transfers transfers;
    private final Shipments shipments;
    private final StorageCosts costs;
    private final Clock clock;

    StorageApi(
            Shelves shelves,
            Arrivals arrivals,
            ArrivalForms forms,
            Transfers transfers,
            Shipments shipments,
            StorageCosts costs,
            Clock clock) {
        this.shelves = shelves;
        this.arrivals = arrivals;
        this.forms = forms;
        this.transfers = transfers;
        this.shipments = shipments;
        this.costs = costs;
        this.clock = clock;
    }

    /// Those that one runs or has goods in.
    @GetMapping("/warehouses")
    List<StorageJson.OfWarehouse> warehouses(Actor actor) {
        return shelves.list(actor).stream().map(StorageJson.OfWarehouse::of).toList();
    }

    @GetMapping("/warehouses/{site}/bins")
    List<StorageJson.OfBin> bins(Actor actor, @PathVariable SiteId site) {
        return shelves.bins(actor, site).stream().map(StorageJson.OfBin::of).toList();
    }

    /// What lies in which bin.
    @GetMapping("/warehouses/{site}/contents")
    List<StorageJson.OfShelf> contents(Actor actor, @PathVariable SiteId site) {
        return shelves.contents(actor, site).stream()
                .map(StorageJson.OfShelf::of)
                .toList();
    }

    /// `code`, `zone`, `capacityGrams`, `cold`, `closed`: a new bin, or what is said of one anew.
    @PutMapping("/warehouses/{site}/bins/{bin}")
    @Needs(Right.KEEP_STOCK)
    StorageJson.OfBin put(
            Actor actor, @PathVariable SiteId site, @PathVariable BinId bin, @RequestBody Map<String, Object> body) {
        Bin wanted = BinPages.bin(Books.fields(body), bin, site);
        boolean known =
                shelves.bins(actor, site).stream().anyMatch(there -> there.id().equals(bin));
        return StorageJson.OfBin.of(known ? shelves.amend(actor, wanted) : shelves.add(actor, wanted));
    }

    /// `id`, `lot`, `from` and `to` (bins), `grams`, `at` (optional). Answers what lies in which bin
    /// then.
    @PostMapping("/warehouses/{site}/put-aways")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.KEEP_STOCK)
    List<StorageJson.OfShelf> putAway(Actor actor, @PathVariable SiteId site, @RequestBody Map<String, Object> body) {
        Fields fields = Books.fields(body);
        UUID id = fields.id("id", uuid -> uuid);
        LotId lot = fields.id("lot", LotId::new);
        BinId from = fields.id("from", BinId::new);
        BinId to = fields.id("to", BinId::new);
        Mass mass = fields.read("grams", text -> Mass.parse(text, Mass.Unit.GRAM));
        Instant at = Books.at(fields, clock.instant());
        fields.check();
        shelves.putAway(actor, site, new PutAway(id, lot, from, to, mass, at));
        return shelves.contents(actor, site).stream()
                .filter(shelf -> shelf.lot().equals(lot))
                .map(StorageJson.OfShelf::of)
                .toList();
    }

    /// `stage` is ANNOUNCED (the usual), RECEIVED or CANCELLED.
    @GetMapping("/warehouses/{site}/arrivals")
    List<StorageJson.OfArrival> arrivals(
            Actor actor, @PathVariable SiteId site, Paging paging, @RequestParam(defaultValue = "") String stage) {
        Fields fields = new Fields(Map.of("stage", stage));
        Optional<Arrival.Stage> wanted = fields.optional("stage", f -> f.choice("stage", Arrival.Stage.class));
        fields.check();
        return arrivals.at(actor, site, wanted.orElse(Arrival.Stage.ANNOUNCED), paging).stream()
                .map(StorageJson.OfArrival::of)
                .toList();
    }

    /// `id`, `owner` (a party's code; one's own where it is missing), `expectedOn`, `note`, `lines`
    /// (each `lot` and `grams`).
    @PostMapping("/warehouses/{site}/arrivals")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.KEEP_STOCK)
    StorageJson.OfArrival announce(Actor actor, @PathVariable SiteId site, @RequestBody Map<String, Object> body) {
        return StorageJson.OfArrival.of(arrivals.announce(actor, forms.announcedByProgram(actor, site, body)));
    }

    @GetMapping("/arrivals/{id}")
    StorageJson.OfArrival arrival(Actor actor, @PathVariable ArrivalId id) {
        return StorageJson.OfArrival.of(arrivals.see(actor, id));
    }

    /// `lot`, `grams`, `how` (COUNTED, WEIGHED), `difference` where it is not what was announced,
    /// `note`, `at`.
    @PostMapping("/arrivals/{id}/lines")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.KEEP_STOCK)
    StorageJson.OfArrival receive(Actor actor, @PathVariable ArrivalId id, @RequestBody Map<String, Object> body) {
        SiteId site = arrivals.see(actor, id).site();
        return StorageJson.OfArrival.of(arrivals.receive(actor, site, id, forms.received(Books.fields(body))));
    }

    @PostMapping("/arrivals/{id}/completion")
    @Needs(Right.KEEP_STOCK)
    StorageJson.OfArrival finish(Actor actor, @PathVariable ArrivalId id) {
        return StorageJson.OfArrival.of(
                arrivals.finish(actor, arrivals.see(actor, id).site(), id));
    }

    @PostMapping("/arrivals/{id}/cancellation")
    @Needs(Right.KEEP_STOCK)
    StorageJson.OfArrival cancel(Actor actor, @PathVariable ArrivalId id) {
        return StorageJson.OfArrival.of(
                arrivals.cancel(actor, arrivals.see(actor, id).site(), id));
    }

    /// `id`, `to`, `by` (a day), `owner` (a party's id; one's own where it is missing), `lines` (each
    /// `lot`, `grams`, `packs`).
    @PostMapping("/warehouses/{site}/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.KEEP_STOCK)
    List<StorageJson.OfShipment> transfer(
            Actor actor, @PathVariable SiteId site, @RequestBody Map<String, Object> body) {
        Fields fields = Books.fields(body);
        UUID id = fields.id("id", uuid -> uuid);
        SiteId to = fields.id("to", SiteId::new);
        LocalDate by = fields.date("by");
        Optional<PartyId> owner = fields.optional("owner", f -> f.id("owner", PartyId::new));
        List<FieldError> errors = new ArrayList<>(fields.errors());
        List<Fields> rows = ArrivalForms.rows(body, "lines", errors);
        List<NewTransfer.Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Fields row = rows.get(i);
            LotId lot = row.id("lot", LotId::new);
            Mass mass = row.read("grams", text -> Mass.parse(text, Mass.Unit.GRAM));
            Long packs = row.number("packs", 1, 100_000);
            if (row.errors().isEmpty()) lines.add(new NewTransfer.Line(lot, mass, packs.intValue()));
            ArrivalForms.add(errors, "lines", i, row);
        }
        if (!errors.isEmpty()) throw new InputBroken(errors);
        NewTransfer wanted = new NewTransfer(id, site, to, owner.orElse(actor.organisation()), by, lines);
        return transfers.send(actor, wanted).stream()
                .map(StorageJson.OfShipment::of)
                .toList();
    }

    @GetMapping("/warehouses/{site}/shipments")
    List<StorageJson.OfShipment> shipments(Actor actor, @PathVariable SiteId site, Paging paging) {
        shelves.terms(site);
        return shipments.at(actor, site, paging).stream()
                .map(StorageJson.OfShipment::of)
                .toList();
    }

    @GetMapping("/shipments/{id}")
    StorageJson.OfShipment shipment(Actor actor, @PathVariable ShipmentId id) {
        return StorageJson.OfShipment.of(shipments.see(actor, id));
    }

    /// The latest week first.
    @GetMapping("/warehouses/{site}/bills")
    List<StorageJson.OfBill> bills(Actor actor, @PathVariable SiteId site, Paging paging) {
        return costs.at(actor, site, paging).stream()
                .map(StorageJson.OfBill::of)
                .toList();
    }

    /// `first` and `last`, weeks such as `2027-W29`. Answers the bills that are new.
    @PostMapping("/warehouses/{site}/bills")
    @Needs(Right.KEEP_STOCK)
    List<StorageJson.OfBill> reckon(Actor actor, @PathVariable SiteId site, @RequestBody Map<String, Object> body) {
        Fields fields = Books.fields(body);
        IsoWeek first = fields.week("first");
        IsoWeek last = fields.week("last");
        fields.check();
        return costs.reckon(actor, site, first, last).stream()
                .map(StorageJson.OfBill::of)
                .toList();
    }
}
