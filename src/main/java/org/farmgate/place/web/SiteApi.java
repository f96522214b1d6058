package org.farmgate.place.web;

import java.util.Optional;
import org.farmgate.place.Gln;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sites by JSON.
@RestController
@RequestMapping("/api/v1/sites")
@Needs
class SiteApi {
    private final Sites sites;
    private final PlaceForms forms;

    SiteApi(Sites sites, PlaceForms forms) {
        this.sites = sites;
        this.forms = forms;
    }

    /// @param gln 13 digits; may be missing
    /// @param region id or code
    /// @param operator id or code of the party that runs it; one's own organisation where it is missing
    record SiteBody(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String gln,
            @Nullable String region,
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String operator,
            @Nullable String address) {}

    record SiteView(
            String id,
            String kind,
            String name,
            @Nullable String gln,
            String region,
            double latitude,
            double longitude,
            String operator,
            String address,
            boolean closed) {
        static SiteView of(Site site) {
            return new SiteView(
                    site.id().toString(),
                    site.kind().name(),
                    site.name(),
                    site.gln().map(Gln::digits).orElse(null),
                    site.region().toString(),
                    site.at().latitude(),
                    site.at().longitude(),
                    site.operator().toString(),
                    site.address(),
                    site.closed());
        }
    }

    /// Query: `q` searches names, GLNs and addresses, `kind` keeps one kind, `page` and `size`.
    @GetMapping
    Slice<SiteView> list(Actor actor, Paging paging, Fields query) {
        Optional<SiteKind> kind = query.optional("kind", f -> f.choice("kind", SiteKind.class));
        query.check();
        return sites.search(actor, paging, kind).map(SiteView::of);
    }

    @GetMapping("/{id}")
    SiteView get(Actor actor, @PathVariable SiteId id) {
        return SiteView.of(sites.see(actor, id));
    }

    @PostMapping
    @Needs({Right.MANAGE_OWN_SITES, Right.MANAGE_PLACES})
    @ResponseStatus(HttpStatus.CREATED)
    SiteView register(Actor actor, @RequestBody SiteBody body) {
        Fields fields = Bodies.fields(body);
        SiteId id = PlaceForms.id(fields, SiteId::new);
        return SiteView.of(sites.register(actor, forms.site(fields, id, actor, false)));
    }

    @PutMapping("/{id}")
    @Needs({Right.MANAGE_OWN_SITES, Right.MANAGE_PLACES})
    SiteView amend(Actor actor, @PathVariable SiteId id, @RequestBody SiteBody body) {
        boolean closed = sites.see(actor, id).closed();
        return SiteView.of(sites.amend(actor, forms.site(Bodies.fields(body), id, actor, closed)));
    }

    @PostMapping("/{id}/closure")
    @Needs({Right.MANAGE_OWN_SITES, Right.MANAGE_PLACES})
    SiteView close(Actor actor, @PathVariable SiteId id) {
        return SiteView.of(sites.close(actor, id));
    }

    @DeleteMapping("/{id}/closure")
    @Needs({Right.MANAGE_OWN_SITES, Right.MANAGE_PLACES})
    SiteView reopen(Actor actor, @PathVariable SiteId id) {
        return SiteView.of(sites.reopen(actor, id));
    }
}
