package org.farmgate.logistics.parcels.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.parcels.ContainerId;
import org.farmgate.logistics.parcels.ContainerKind;
import org.farmgate.logistics.parcels.Containers;
import org.farmgate.logistics.parcels.NewContainer;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Bags and cages for programs. They are filled and moved by scans.
@RestController
@RequestMapping("/api/v1/parcel-containers")
@Needs(Right.HANDLE_PARCELS)
class ContainerApi {
    private final Containers containers;

    ContainerApi(Containers containers) {
        this.containers = containers;
    }

    @GetMapping
    Slice<ParcelView.Box> list(Actor actor, Paging paging, @RequestParam Optional<SiteId> site) {
        return containers.search(actor, site, paging).map(ParcelView.Box::of);
    }

    /// `id`, `kind` (`bag`, `cage`), `site`, `to` (a site; left out for other carriers).
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ParcelView.Box make(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = ParcelBodies.fields(body);
        ContainerId id = fields.id("id", ContainerId::new);
        ContainerKind kind = fields.choice("kind", ContainerKind.class);
        SiteId site = fields.id("site", SiteId::new);
        Optional<SiteId> to = fields.optional("to", f -> f.id("to", SiteId::new));
        fields.check();
        return ParcelView.Box.of(containers.make(actor, new NewContainer(id, kind, site, to)));
    }

    @GetMapping("/{id}")
    Inside get(Actor actor, @PathVariable ContainerId id) {
        Containers.Inside inside = containers.inside(actor, id);
        return new Inside(
                ParcelView.Box.of(inside.container()),
                ParcelView.Onward.of(containers.next(inside.container())),
                inside.bags().stream().map(ParcelView.Box::of).toList(),
                inside.parcels().stream().map(ParcelView::of).toList());
    }

    @PostMapping("/{id}/closing")
    ParcelView.Box close(Actor actor, @PathVariable ContainerId id) {
        return ParcelView.Box.of(containers.close(actor, id));
    }

    @PostMapping("/{id}/reopening")
    ParcelView.Box reopen(Actor actor, @PathVariable ContainerId id) {
        return ParcelView.Box.of(containers.reopen(actor, id));
    }

    /// What is in it.
    record Inside(
            ParcelView.Box container, ParcelView.Onward next, List<ParcelView.Box> bags, List<ParcelView> parcels) {}
}
