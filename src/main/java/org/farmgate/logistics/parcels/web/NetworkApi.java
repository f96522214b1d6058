package org.farmgate.logistics.parcels.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.parcels.NetworkLink;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Which site hands on to which.
@RestController
@RequestMapping("/api/v1/parcel-network")
class NetworkApi {
    private final ParcelNetwork network;

    NetworkApi(ParcelNetwork network) {
        this.network = network;
    }

    @GetMapping
    @Needs({Right.HANDLE_PARCELS, Right.PLAN_TRIPS, Right.DRIVE})
    List<NetworkLink> list(@RequestParam RegionId county) {
        return network.ofCounty(county);
    }

    /// `site`, `parent` (left out for the county's centre).
    @PostMapping
    @Needs(Right.PLAN_TRIPS)
    NetworkLink put(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = ParcelBodies.fields(body);
        SiteId site = fields.id("site", SiteId::new);
        Optional<SiteId> parent = fields.optional("parent", f -> f.id("parent", SiteId::new));
        fields.check();
        return network.put(actor, site, parent);
    }

    @DeleteMapping("/{site}")
    @Needs(Right.PLAN_TRIPS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable SiteId site) {
        network.remove(actor, site);
    }
}
