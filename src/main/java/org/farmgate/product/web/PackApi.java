package org.farmgate.product.web;

import java.util.List;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.Gtin;
import org.farmgate.product.Pack;
import org.farmgate.product.PackId;
import org.farmgate.product.Packs;
import org.farmgate.product.ProductId;
import org.farmgate.product.web.ProductViews.PackView;
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

/// Packs by JSON.
@RestController
@RequestMapping("/api/v1/packs")
@Needs
class PackApi {
    private final Packs packs;

    PackApi(Packs packs) {
        this.packs = packs;
    }

    /// @param product its id
    /// @param variety id of a variety of the product; may be missing
    /// @param grade the rank it promises; may be missing
    /// @param gtin 8, 12, 13 or 14 digits; may be missing
    /// @param packagingGrams what the pack itself weighs; nothing where it is missing
    record PackBody(
            @Nullable String id,
            @Nullable String product,
            @Nullable String variety,
            @Nullable String grade,
            @Nullable String nameEn,
            @Nullable String nameZh,
            @Nullable String nameUg,
            @Nullable String gtin,
            @Nullable String netGrams,
            @Nullable String packagingGrams,
            @Nullable String shelfLifeDays,
            @Nullable String retired) {}

    /// Query: `q` searches names and GTINs, `page` and `size`.
    @GetMapping
    Slice<PackView> list(Paging paging) {
        return packs.search(paging).map(PackView::of);
    }

    /// What a scanner read: in any of the number's four lengths. None or one.
    @GetMapping("/by-gtin/{gtin}")
    List<PackView> byGtin(@PathVariable String gtin) {
        return packs.byGtin(Gtin.parse(gtin)).stream().map(PackView::of).toList();
    }

    @GetMapping("/{id}")
    PackView get(@PathVariable PackId id) {
        return PackView.of(packs.get(id));
    }

    @PostMapping
    @Needs(Right.MANAGE_PRODUCTS)
    @ResponseStatus(HttpStatus.CREATED)
    PackView register(Actor actor, @RequestBody PackBody body) {
        Fields fields = Bodies.fields(body);
        PackId id = ProductForms.id(fields, PackId::new);
        ProductId product = fields.id("product", ProductId::new);
        return PackView.of(packs.register(actor, ProductForms.packInGrams(fields, id, product, false)));
    }

    /// A pack stays with its product.
    @PutMapping("/{id}")
    @Needs(Right.MANAGE_PRODUCTS)
    PackView amend(Actor actor, @PathVariable PackId id, @RequestBody PackBody body) {
        Fields fields = Bodies.fields(body);
        Pack before = packs.get(id);
        boolean retired = fields.isEmpty("retired") ? before.retired() : fields.checked("retired");
        return PackView.of(packs.amend(actor, ProductForms.packInGrams(fields, id, before.product(), retired)));
    }
}
