package org.farmgate.logistics.parcels.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.farmgate.logistics.parcels.HandOut;
import org.farmgate.logistics.parcels.HandOuts;
import org.farmgate.logistics.parcels.PickupCode;
import org.farmgate.logistics.parcels.Scan;
import org.farmgate.logistics.parcels.ScanAnswer;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.logistics.parcels.Scans;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Scans and hand-outs for programs: hand-held scanners, gates, other systems. What is refused is kept in
/// the trail.
@RestController
@Needs(Right.HANDLE_PARCELS)
class ScanApi {
    private final Scans scans;
    private final HandOuts handOuts;
    private final ParcelBodies bodies;

    ScanApi(Scans scans, HandOuts handOuts, ParcelBodies bodies) {
        this.scans = scans;
        this.handOuts = handOuts;
        this.bodies = bodies;
    }

    /// `id`, `code`, `site`, `kind` (`in`, `out`, `load`, `unload`, `pack`, `unpack`, `seen`, `deliver`),
    /// `at`, `into`, `weighedGrams`, `note` (all four optional).
    @PostMapping("/api/v1/parcel-scans")
    ParcelView.Answer record(Actor actor, @RequestBody Map<String, Object> body) {
        return ParcelView.Answer.of(
                scans.record(actor, bodies.scan(ParcelBodies.fields(body))).orThrow());
    }

    /// Up to five hundred of them, such as a device gathered without a network; each is answered by itself,
    /// in their order, also what is no scan at all.
    @PostMapping("/api/v1/parcel-scans/batch")
    List<ParcelView.Answer> recordAll(Actor actor, @RequestBody List<@Nullable Object> body) {
        if (body.size() > Scans.MOST_AT_ONCE) throw new InputBroken("", "too-many", Scans.MOST_AT_ONCE);
        List<Scan> read = new ArrayList<>();
        Map<Integer, ParcelView.Answer> answers = new TreeMap<>();
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < body.size(); at++) {
            Fields fields = ParcelBodies.fields(body.get(at));
            try {
                read.add(bodies.scan(fields));
                places.add(at);
            } catch (InputBroken broken) {
                answers.put(at, ParcelView.Answer.unread(ParcelBodies.id(fields), broken));
            }
        }
        List<ScanAnswer> recorded = scans.recordAll(actor, read);
        for (int i = 0; i < places.size(); i++) answers.put(places.get(i), ParcelView.Answer.of(recorded.get(i)));
        return List.copyOf(answers.values());
    }

    /// `id`, `code`, `site`, `pickupCode`, `taker`, `at` (optional).
    @PostMapping("/api/v1/parcel-hand-outs")
    ParcelView.Answer handOut(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = ParcelBodies.fields(body);
        ScanId id = fields.id("id", ScanId::new);
        String code = fields.text("code", Scan.LONGEST_CODE);
        SiteId site = fields.id("site", SiteId::new);
        PickupCode pickupCode = fields.read("pickupCode", PickupCode::new);
        String taker = fields.text("taker", HandOut.LONGEST_NAME);
        var at = bodies.at(fields);
        fields.check();
        return ParcelView.Answer.of(handOuts.record(actor, new HandOut(id, code, site, pickupCode, taker, at))
                .orThrow());
    }
}
