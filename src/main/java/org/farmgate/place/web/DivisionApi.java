package org.farmgate.place.web;

import java.util.List;
import org.farmgate.place.Division;
import org.farmgate.place.DivisionId;
import org.farmgate.place.Divisions;
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

/// Organisations across regions by JSON.
@RestController
@RequestMapping("/api/v1/divisions")
@Needs
class DivisionApi {
    private final Divisions divisions;
    private final PlaceForms forms;

    DivisionApi(Divisions divisions, PlaceForms forms) {
        this.divisions = divisions;
        this.forms = forms;
    }

    /// @param regions ids or codes of the regions it has farms in
    record DivisionBody(
            @Nullable String id,
            @Nullable String code,
            @Nullable String nameEn,
            @Nullable String nameZh,
            @Nullable String nameUg,
            @Nullable List<String> regions) {}

    record DivisionView(String id, String code, String nameEn, String nameZh, String nameUg, List<String> regions) {
        static DivisionView of(Division division) {
            return new DivisionView(
                    division.id().toString(),
                    division.code(),
                    division.name().english(),
                    division.name().chinese(),
                    division.name().uyghur(),
                    division.regions().stream().map(Object::toString).sorted().toList());
        }
    }

    @GetMapping
    Slice<DivisionView> list(Paging paging) {
        return divisions.search(paging).map(DivisionView::of);
    }

    @GetMapping("/{id}")
    DivisionView get(@PathVariable DivisionId id) {
        return DivisionView.of(divisions.get(id));
    }

    @PostMapping
    @Needs(Right.MANAGE_PLACES)
    @ResponseStatus(HttpStatus.CREATED)
    DivisionView register(Actor actor, @RequestBody DivisionBody body) {
        Fields fields = Bodies.fields(body);
        return DivisionView.of(
                divisions.register(actor, forms.division(fields, PlaceForms.id(fields, DivisionId::new))));
    }

    @PutMapping("/{id}")
    @Needs(Right.MANAGE_PLACES)
    DivisionView amend(Actor actor, @PathVariable DivisionId id, @RequestBody DivisionBody body) {
        return DivisionView.of(divisions.amend(actor, forms.division(Bodies.fields(body), id)));
    }
}
