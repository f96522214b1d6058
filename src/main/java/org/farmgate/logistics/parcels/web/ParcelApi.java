package org.farmgate.logistics.parcels.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.logistics.parcels.Contact;
import org.farmgate.logistics.parcels.GivenOn;
import org.farmgate.logistics.parcels.GivingOn;
import org.farmgate.logistics.parcels.HandOuts;
import org.farmgate.logistics.parcels.NewIncident;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelIncident;
import org.farmgate.logistics.parcels.ParcelIncidents;
import org.farmgate.logistics.parcels.ParcelPeople;
import org.farmgate.logistics.parcels.ParcelQuery;
import org.farmgate.logistics.parcels.ParcelReturns;
import org.farmgate.logistics.parcels.ParcelSource;
import org.farmgate.logistics.parcels.ParcelStage;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.Scan;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Parcels for programs. Ids are made by the asker, and asking twice makes one thing.
@RestController
@RequestMapping("/api/v1/parcels")
@Needs(Right.HANDLE_PARCELS)
class ParcelApi {
    private final Parcels parcels;
    private final HandOuts handOuts;
    private final ParcelReturns returns;
    private final ParcelIncidents incidents;
    private final GivingOn givingOn;
    private final ParcelBodies bodies;

    ParcelApi(
            Parcels parcels,
            HandOuts handOuts,
            ParcelReturns returns,
            ParcelIncidents incidents,
            GivingOn givingOn,
            ParcelBodies bodies) {
        this.parcels = parcels;
        this.handOuts = handOuts;
        this.returns = returns;
        this.incidents = incidents;
        this.givingOn = givingOn;
        this.bodies = bodies;
    }

    /// What lies, or was last, at the asker's sites; a search is for a number.
    @GetMapping
    Slice<ParcelView> list(
            Actor actor,
            Paging paging,
            @RequestParam Optional<SiteId> site,
            @RequestParam Optional<ParcelStage> stage) {
        Set<ParcelStage> stages = stage.<Set<ParcelStage>>map(EnumSet::of).orElse(Set.of());
        return parcels.search(actor, new ParcelQuery(paging, site, stages)).map(ParcelView::of);
    }

    /// `id`, `site`, `massGrams`, `litres`, `at` (optional), and either `consignment` and `packageNumber`;
    /// or `receiverName`, `receiverTelephone`, `receiverAddress`, `toSite` or `toRegion`, and either the
    /// sender's three or another carrier's `carrier` and `waybill`.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened takeIn(Actor actor, @RequestBody Map<String, Object> body) {
        return opened(actor, parcels.takeIn(actor, bodies.parcel(ParcelBodies.fields(body))));
    }

    @GetMapping("/{id}")
    Opened get(Actor actor, @PathVariable ParcelId id) {
        return opened(actor, parcels.see(actor, id));
    }

    /// By an SSCC or a waybill number.
    @GetMapping("/by-code")
    Opened byCode(Actor actor, @RequestParam String code) {
        return opened(actor, parcels.see(actor, code));
    }

    /// Every scan of it, refused ones too.
    @GetMapping("/{id}/trail")
    List<ParcelView.Step> trail(Actor actor, @PathVariable ParcelId id) {
        return parcels.trail(actor, id).stream().map(ParcelView.Step::of).toList();
    }

    /// Six digits, told once; an earlier code is void.
    @PostMapping("/{id}/pickup-code")
    Code newCode(Actor actor, @PathVariable ParcelId id) {
        return new Code(handOuts.newCode(actor, id).digits());
    }

    /// `scan`, `reason`.
    @PostMapping("/{id}/return")
    ParcelView sendBack(Actor actor, @PathVariable ParcelId id, @RequestBody Map<String, Object> body) {
        Fields fields = ParcelBodies.fields(body);
        ScanId scan = fields.id("scan", ScanId::new);
        String reason = fields.text("reason", Scan.LONGEST_NOTE);
        fields.check();
        return ParcelView.of(
                returns.sendBack(actor, scan, parcels.see(actor, id).key(), reason));
    }

    /// `scan`, `kind` (`lost`, `damaged`), `what`, `payer` (optional).
    @PostMapping("/{id}/incidents")
    @ResponseStatus(HttpStatus.CREATED)
    ParcelView report(Actor actor, @PathVariable ParcelId id, @RequestBody Map<String, Object> body) {
        Fields fields = ParcelBodies.fields(body);
        ScanId scan = fields.id("scan", ScanId::new);
        ParcelIncident.Kind kind = fields.choice("kind", ParcelIncident.Kind.class);
        String what = fields.text("what", Scan.LONGEST_NOTE);
        String payer = fields.optionalText("payer", NewIncident.LONGEST_PAYER).orElse("");
        fields.check();
        NewIncident told = new NewIncident(scan, kind, what, payer);
        return ParcelView.of(incidents.report(actor, parcels.see(actor, id).key(), told));
    }

    @GetMapping("/{id}/incidents")
    List<ParcelIncident> incidents(Actor actor, @PathVariable ParcelId id) {
        return incidents.of(actor, id);
    }

    /// `scan`, `carrier`, `waybill`, `at` (optional).
    @PostMapping("/{id}/giving-on")
    ParcelView giveOn(Actor actor, @PathVariable ParcelId id, @RequestBody Map<String, Object> body) {
        Fields fields = ParcelBodies.fields(body);
        ScanId scan = fields.id("scan", ScanId::new);
        String carrier = fields.text("carrier", ParcelSource.Inbound.LONGEST_CARRIER);
        String waybill = fields.text("waybill", ParcelSource.Inbound.LONGEST_WAYBILL);
        var at = bodies.at(fields);
        fields.check();
        Parcel parcel = parcels.see(actor, id);
        return ParcelView.of(givingOn.give(actor, scan, parcel.key(), new GivenOn(carrier, waybill), at));
    }

    private Opened opened(Actor actor, Parcel parcel) {
        Optional<ParcelPeople> people = parcels.unseal(actor, parcel.id());
        return new Opened(
                ParcelView.of(parcel),
                ParcelView.Onward.of(parcels.next(parcel)),
                people.flatMap(ParcelPeople::sender).orElse(null),
                people.flatMap(ParcelPeople::receiver).orElse(null));
    }

    /// @param sender and `receiver`: while it is on its way
    record Opened(
            ParcelView parcel,
            ParcelView.Onward next,
            @Nullable Contact sender,
            @Nullable Contact receiver) {}

    /// @param pickupCode six digits
    record Code(String pickupCode) {}
}
