package org.farmgate.product.web;

import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.ProductId;
import org.farmgate.product.Varieties;
import org.farmgate.product.Variety;
import org.farmgate.product.VarietyId;
import org.farmgate.product.web.ProductViews.VarietyView;
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

/// Varieties by JSON.
@RestController
@RequestMapping("/api/v1/varieties")
@Needs
class VarietyApi {
    private final Varieties varieties;

    VarietyApi(Varieties varieties) {
        this.varieties = varieties;
    }

    /// @param product its id
    /// @param retired true takes it out of use
    record VarietyBody(
            @Nullable String id,
            @Nullable String product,
            @Nullable String code,
            @Nullable String nameEn,
            @Nullable String nameZh,
            @Nullable String nameUg,
            @Nullable String retired) {}

    /// Query: `q` searches names and codes, `page` and `size`.
    @GetMapping
    Slice<VarietyView> list(Paging paging) {
        return varieties.search(paging).map(VarietyView::of);
    }

    @GetMapping("/{id}")
    VarietyView get(@PathVariable VarietyId id) {
        return VarietyView.of(varieties.get(id));
    }

    @PostMapping
    @Needs(Right.MANAGE_PRODUCTS)
    @ResponseStatus(HttpStatus.CREATED)
    VarietyView register(Actor actor, @RequestBody VarietyBody body) {
        Fields fields = Bodies.fields(body);
        VarietyId id = ProductForms.id(fields, VarietyId::new);
        ProductId product = fields.id("product", ProductId::new);
        return VarietyView.of(varieties.register(actor, ProductForms.variety(fields, id, product, false)));
    }

    @PutMapping("/{id}")
    @Needs(Right.MANAGE_PRODUCTS)
    VarietyView amend(Actor actor, @PathVariable VarietyId id, @RequestBody VarietyBody body) {
        Fields fields = Bodies.fields(body);
        Variety before = varieties.get(id);
        boolean retired = fields.isEmpty("retired") ? before.retired() : fields.checked("retired");
        return VarietyView.of(varieties.amend(actor, ProductForms.variety(fields, id, before.product(), retired)));
    }
}
