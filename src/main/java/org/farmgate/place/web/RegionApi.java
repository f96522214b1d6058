package org.farmgate.place.web;

import java.util.List;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The tree of regions by JSON.
@RestController
@RequestMapping("/api/v1/regions")
@Needs
class RegionApi {
    private final Regions regions;
    private final PlaceForms forms;

    RegionApi(Regions regions, PlaceForms forms) {
        this.regions = regions;
        this.forms = forms;
    }

    /// @param id optional: made by the client so that the same request sent twice makes one region
    /// @param parent id or code of the region it lies in
    /// @param latitude in degrees, WGS 84
    record RegionBody(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String parent,
            @Nullable String code,
            @Nullable String nameEn,
            @Nullable String nameZh,
            @Nullable String nameUg,
            @Nullable String latitude,
            @Nullable String longitude) {}

    /// Query: `q` searches names and codes, `kind` keeps one kind, `page` and `size`.
    @GetMapping
    Slice<RegionView> list(Paging paging, Fields query) {
        Optional<RegionKind> kind = query.optional("kind", f -> f.choice("kind", RegionKind.class));
        query.check();
        return regions.search(paging, kind).map(RegionView::of);
    }

    @GetMapping("/{id}")
    RegionView get(@PathVariable RegionId id) {
        return RegionView.of(regions.get(id));
    }

    @GetMapping("/{id}/children")
    List<RegionView> children(@PathVariable RegionId id) {
        return regions.children(regions.get(id).id()).stream()
                .map(RegionView::of)
                .toList();
    }

    @PostMapping
    @Needs(Right.MANAGE_PLACES)
    @ResponseStatus(HttpStatus.CREATED)
    RegionView register(Actor actor, @RequestBody RegionBody body) {
        Fields fields = Bodies.fields(body);
        return RegionView.of(regions.register(actor, forms.region(fields, PlaceForms.id(fields, RegionId::new))));
    }

    @PutMapping("/{id}")
    @Needs(Right.MANAGE_PLACES)
    RegionView amend(Actor actor, @PathVariable RegionId id, @RequestBody RegionBody body) {
        return RegionView.of(regions.amend(actor, forms.region(Bodies.fields(body), id)));
    }
}
