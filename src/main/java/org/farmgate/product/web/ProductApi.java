package org.farmgate.product.web;

import java.util.List;
import java.util.Map;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.web.ProductViews.GradeView;
import org.farmgate.product.web.ProductViews.ProductView;
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

/// Products and their grades by JSON.
@RestController
@RequestMapping("/api/v1")
@Needs
class ProductApi {
    private final Products products;

    ProductApi(Products products) {
        this.products = products;
    }

    /// @param family such as `melon`
    /// @param storage AMBIENT, COLD or FROZEN
    record ProductBody(
            @Nullable String id,
            @Nullable String code,
            @Nullable String nameEn,
            @Nullable String nameZh,
            @Nullable String nameUg,
            @Nullable String family,
            @Nullable String storage,
            @Nullable String shelfLifeDays,
            @Nullable String chilledShelfLifeDays,
            @Nullable String needsColdTransport) {}

    /// @param rank 1 is best
    record GradeBody(
            @Nullable String product,
            @Nullable String rank,
            @Nullable String code,
            @Nullable String nameEn,
            @Nullable String nameZh,
            @Nullable String nameUg) {}

    /// Query: `q` searches names, codes and families, `page` and `size`.
    @GetMapping("/products")
    Slice<ProductView> list(Paging paging) {
        Slice<Product> found = products.search(paging);
        Map<ProductId, List<Grade>> grades =
                products.grades(found.rows().stream().map(Product::id).toList());
        return found.map(product -> ProductView.of(product, grades.getOrDefault(product.id(), List.of())));
    }

    @GetMapping("/products/{id}")
    ProductView get(@PathVariable ProductId id) {
        return ProductView.of(products.get(id), products.grades(id));
    }

    @PostMapping("/products")
    @Needs(Right.MANAGE_PRODUCTS)
    @ResponseStatus(HttpStatus.CREATED)
    ProductView register(Actor actor, @RequestBody ProductBody body) {
        Fields fields = Bodies.fields(body);
        ProductId id = ProductForms.id(fields, ProductId::new);
        products.register(actor, ProductForms.product(fields, id, false));
        return get(id);
    }

    @PutMapping("/products/{id}")
    @Needs(Right.MANAGE_PRODUCTS)
    ProductView amend(Actor actor, @PathVariable ProductId id, @RequestBody ProductBody body) {
        boolean retired = products.get(id).retired();
        products.amend(actor, ProductForms.product(Bodies.fields(body), id, retired));
        return get(id);
    }

    @PostMapping("/products/{id}/retirement")
    @Needs(Right.MANAGE_PRODUCTS)
    ProductView retire(Actor actor, @PathVariable ProductId id) {
        products.retire(actor, id);
        return get(id);
    }

    @DeleteMapping("/products/{id}/retirement")
    @Needs(Right.MANAGE_PRODUCTS)
    ProductView restore(Actor actor, @PathVariable ProductId id) {
        products.restore(actor, id);
        return get(id);
    }

    /// Query: `product`, its id. Best first.
    @GetMapping("/grades")
    List<GradeView> grades(Fields query) {
        ProductId product = query.id("product", ProductId::new);
        query.check();
        return products.grades(products.get(product).id()).stream()
                .map(GradeView::of)
                .toList();
    }

    @PostMapping("/grades")
    @Needs(Right.MANAGE_PRODUCTS)
    @ResponseStatus(HttpStatus.CREATED)
    GradeView addGrade(Actor actor, @RequestBody GradeBody body) {
        Fields fields = Bodies.fields(body);
        return GradeView.of(products.addGrade(actor, ProductForms.grade(fields, fields.id("product", ProductId::new))));
    }

    /// The rank is the grade's identity; its code and names change.
    @PutMapping("/grades")
    @Needs(Right.MANAGE_PRODUCTS)
    GradeView amendGrade(Actor actor, @RequestBody GradeBody body) {
        Fields fields = Bodies.fields(body);
        return GradeView.of(
                products.amendGrade(actor, ProductForms.grade(fields, fields.id("product", ProductId::new))));
    }
}
