package org.farmgate.logistics.parcels.web;

import java.util.List;
import java.util.Map;
import org.farmgate.logistics.parcels.Scan;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.logistics.parcels.Wave;
import org.farmgate.logistics.parcels.WaveAnswer;
import org.farmgate.logistics.parcels.WaveId;
import org.farmgate.logistics.parcels.WaveScan;
import org.farmgate.logistics.parcels.Waves;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
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

/// Sorting waves for programs, such as a sorting machine.
@RestController
@RequestMapping("/api/v1/parcel-waves")
@Needs(Right.HANDLE_PARCELS)
class WaveApi {
    private final Waves waves;
    private final ParcelBodies bodies;

    WaveApi(Waves waves, ParcelBodies bodies) {
        this.waves = waves;
        this.bodies = bodies;
    }

    /// Of a site, the latest first, without their chutes.
    @GetMapping
    List<Wave> list(Actor actor, Paging paging, @RequestParam SiteId site) {
        return waves.of(actor, site, paging);
    }

    /// `id`, `site`.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Wave open(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = ParcelBodies.fields(body);
        WaveId id = fields.id("id", WaveId::new);
        SiteId site = fields.id("site", SiteId::new);
        fields.check();
        return waves.open(actor, id, site);
    }

    @GetMapping("/{id}")
    Wave get(Actor actor, @PathVariable WaveId id) {
        return waves.see(actor, id);
    }

    /// `id`, `code`, `at`, `weighedGrams` (both optional).
    @PostMapping("/{id}/scans")
    Sorted scan(Actor actor, @PathVariable WaveId id, @RequestBody Map<String, Object> body) {
        Fields fields = ParcelBodies.fields(body);
        ScanId scan = fields.id("id", ScanId::new);
        String code = fields.text("code", Scan.LONGEST_CODE);
        var at = bodies.at(fields);
        var weighed = bodies.weighed(fields);
        fields.check();
        WaveAnswer answer = waves.scan(actor, id, new WaveScan(scan, code, at, weighed));
        answer.scan().orThrow();
        return new Sorted(
                ParcelView.Answer.of(answer.scan()),
                answer.chute().isPresent() ? answer.chute().getAsInt() : null);
    }

    /// Answers the bags and cages that it made.
    @PostMapping("/{id}/closing")
    List<ParcelView.Box> close(Actor actor, @PathVariable WaveId id) {
        return waves.close(actor, id).stream().map(ParcelView.Box::of).toList();
    }

    @GetMapping("/{id}/containers")
    List<ParcelView.Box> containers(Actor actor, @PathVariable WaveId id) {
        return waves.containers(actor, id).stream().map(ParcelView.Box::of).toList();
    }

    /// @param chute empty where it came late and had moved on
    record Sorted(ParcelView.Answer scan, @Nullable Integer chute) {}
}
