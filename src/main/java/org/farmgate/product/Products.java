package org.farmgate.product;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The products and their grades. Anybody may read them; they are kept by whoever has MANAGE_PRODUCTS.
@Service
@Transactional
public class Products {
    private final ProductStore store;
    private final GradeStore grades;
    private final Clock clock;

    Products(ProductStore store, GradeStore grades, Clock clock) {
        this.store = store;
        this.grades = grades;
        this.clock = clock;
    }

    /// Refuses by [ProductRule#PRODUCT_CODE_TAKEN] and [ProductRule#PRODUCT_ID_USED]. The same product twice is one.
    public Product register(Actor actor, Product product) {
        actor.require(Right.MANAGE_PRODUCTS);
        if (store.insert(product, actor, clock.instant())) return product;
        Product stored =
                find(product.id()).orElseThrow(() -> new RuleBroken(ProductRule.PRODUCT_CODE_TAKEN, product.code()));
        if (!stored.equals(product)) throw new RuleBroken(ProductRule.PRODUCT_ID_USED);
        return stored;
    }

    /// Refuses by [ProductRule#PRODUCT_CODE_TAKEN].
    public Product amend(Actor actor, Product product) {
        actor.require(Right.MANAGE_PRODUCTS);
        get(product.id());
        if (!store.update(product, actor, clock.instant()))
            throw new RuleBroken(ProductRule.PRODUCT_CODE_TAKEN, product.code());
        return product;
    }

    /// A retired product is no longer offered in forms; what was sold keeps its name.
    public Product retire(Actor actor, ProductId id) {
        return amend(actor, get(id).asRetired(true));
    }

    public Product restore(Actor actor, ProductId id) {
        return amend(actor, get(id).asRetired(false));
    }

    @Transactional(readOnly = true)
    public Product get(ProductId id) {
        return find(id).orElseThrow(() -> new NotFound("product", id));
    }

    @Transactional(readOnly = true)
    public Optional<Product> find(ProductId id) {
        return store.byIds(List.of(id)).stream().findFirst();
    }

    /// For adding to it. Refuses by [ProductRule#PRODUCT_RETIRED].
    Product inUse(ProductId id) {
        Product product = get(id);
        if (product.retired()) throw new RuleBroken(ProductRule.PRODUCT_RETIRED, product.code());
        return product;
    }

    /// Those that exist, in one query.
    @Transactional(readOnly = true)
    public Map<ProductId, Product> byIds(Collection<ProductId> ids) {
        if (ids.isEmpty()) return Map.of();
        return store.byIds(Set.copyOf(ids)).stream().collect(Collectors.toMap(Product::id, Function.identity()));
    }

    /// Those that exist, by the codes as they were asked for: a file that says `Grape` means `grape`.
    @Transactional(readOnly = true)
    public Map<String, Product> byCode(Collection<String> codes) {
        if (codes.isEmpty()) return Map.of();
        Set<String> lower = codes.stream().map(Products::lower).collect(Collectors.toSet());
        Map<String, Product> known =
                store.byCodes(lower).stream().collect(Collectors.toMap(p -> lower(p.code()), Function.identity()));
        Map<String, Product> found = new HashMap<>();
        for (String code : codes) {
            Product product = known.get(lower(code));
            if (product != null) found.put(code, product);
        }
        return found;
    }

    private static String lower(String code) {
        return code.strip().toLowerCase(Locale.ROOT);
    }

    /// All that are in use, by code.
    @Transactional(readOnly = true)
    public List<Product> all() {
        return store.all();
    }

    /// Retired ones too, at the end.
    @Transactional(readOnly = true)
    public Slice<Product> search(Paging paging) {
        return Slice.of(store.search(paging), paging, store.count(paging));
    }

    /// Refuses by [ProductRule#GRADE_RANK_TAKEN], [ProductRule#GRADE_CODE_TAKEN] and [ProductRule#PRODUCT_RETIRED].
    /// The same grade twice is one.
    public Grade addGrade(Actor actor, Grade grade) {
        actor.require(Right.MANAGE_PRODUCTS);
        inUse(grade.product());
        if (grades.insert(grade, actor, clock.instant())) return grade;
        Optional<Grade> there = grade(grade.product(), grade.rank());
        if (there.isEmpty()) throw new RuleBroken(ProductRule.GRADE_CODE_TAKEN, grade.code());
        if (!there.get().equals(grade)) throw new RuleBroken(ProductRule.GRADE_RANK_TAKEN, grade.rank());
        return grade;
    }

    /// Changes a grade's code or name; its rank is its identity. Refuses by [ProductRule#GRADE_CODE_TAKEN].
    public Grade amendGrade(Actor actor, Grade grade) {
        actor.require(Right.MANAGE_PRODUCTS);
        if (grade(grade.product(), grade.rank()).isEmpty()) throw new NotFound("grade", grade.rank());
        if (!grades.update(grade, actor, clock.instant()))
            throw new RuleBroken(ProductRule.GRADE_CODE_TAKEN, grade.code());
        return grade;
    }

    /// Best first.
    @Transactional(readOnly = true)
    public List<Grade> grades(ProductId product) {
        return grades.of(List.of(product));
    }

    /// As [#grades] for many in one query.
    @Transactional(readOnly = true)
    public Map<ProductId, List<Grade>> grades(Collection<ProductId> products) {
        if (products.isEmpty()) return Map.of();
        return grades.of(Set.copyOf(products)).stream().collect(Collectors.groupingBy(Grade::product));
    }

    @Transactional(readOnly = true)
    public Optional<Grade> grade(ProductId product, int rank) {
        return grades(product).stream().filter(grade -> grade.rank() == rank).findFirst();
    }
}
