package org.farmgate.product;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
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

/// The packs that products are sold in. Anybody may read them; they are kept by whoever has MANAGE_PRODUCTS.
@Service
@Transactional
public class Packs {
    private final PackStore store;
    private final Products products;
    private final Varieties varieties;
    private final Clock clock;

    Packs(PackStore store, Products products, Varieties varieties, Clock clock) {
        this.store = store;
        this.products = products;
        this.varieties = varieties;
        this.clock = clock;
    }

    /// Refuses by [ProductRule#PACK_GTIN_TAKEN], [ProductRule#PRODUCT_RETIRED], [ProductRule#GRADE_UNKNOWN],
    /// [ProductRule#VARIETY_OF_OTHER_PRODUCT] and [ProductRule#PRODUCT_ID_USED]. The same pack twice is one.
    public Pack register(Actor actor, Pack pack) {
        actor.require(Right.MANAGE_PRODUCTS);
        products.inUse(pack.product());
        check(pack);
        if (store.insert(pack, actor, clock.instant())) return pack;
        Pack stored = find(pack.id()).orElseThrow(() -> gtinTaken(pack));
        if (!stored.equals(pack)) throw new RuleBroken(ProductRule.PRODUCT_ID_USED);
        return stored;
    }

    /// Refuses as [#register] does.
    public Pack amend(Actor actor, Pack pack) {
        actor.require(Right.MANAGE_PRODUCTS);
        get(pack.id());
        check(pack);
        if (!store.update(pack, actor, clock.instant())) throw gtinTaken(pack);
        return pack;
    }

    public Pack retire(Actor actor, PackId id) {
        return amend(actor, get(id).asRetired(true));
    }

    public Pack restore(Actor actor, PackId id) {
        return amend(actor, get(id).asRetired(false));
    }

    private void check(Pack pack) {
        pack.grade().ifPresent(rank -> {
            if (products.grade(pack.product(), rank).isEmpty()) throw new RuleBroken(ProductRule.GRADE_UNKNOWN, rank);
        });
        pack.variety().map(varieties::get).ifPresent(variety -> {
            if (!variety.product().equals(pack.product()))
                throw new RuleBroken(ProductRule.VARIETY_OF_OTHER_PRODUCT, variety.code());
        });
    }

    private static RuleBroken gtinTaken(Pack pack) {
        return new RuleBroken(
                ProductRule.PACK_GTIN_TAKEN, pack.gtin().map(Gtin::digits).orElse(""));
    }

    @Transactional(readOnly = true)
    public Pack get(PackId id) {
        return find(id).orElseThrow(() -> new NotFound("pack", id));
    }

    @Transactional(readOnly = true)
    public Optional<Pack> find(PackId id) {
        return store.byIds(List.of(id)).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public Map<PackId, Pack> byIds(Collection<PackId> ids) {
        if (ids.isEmpty()) return Map.of();
        return store.byIds(Set.copyOf(ids)).stream().collect(Collectors.toMap(Pack::id, Function.identity()));
    }

    /// What a scanner read, in any of the number's four lengths.
    @Transactional(readOnly = true)
    public Optional<Pack> byGtin(Gtin gtin) {
        return store.byGtins(List.of(gtin.fourteen())).stream().findFirst();
    }

    /// Retired ones too, at the end.
    @Transactional(readOnly = true)
    public List<Pack> of(ProductId product) {
        return store.of(product);
    }

    @Transactional(readOnly = true)
    public Slice<Pack> search(Paging paging) {
        return Slice.of(store.search(paging), paging, store.count(paging));
    }
}
