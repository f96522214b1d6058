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

/// The varieties of products. Anybody may read them; they are kept by whoever has MANAGE_PRODUCTS.
@Service
@Transactional
public class Varieties {
    private final VarietyStore store;
    private final Products products;
    private final Clock clock;

    Varieties(VarietyStore store, Products products, Clock clock) {
        this.store = store;
        this.products = products;
        this.clock = clock;
    }

    /// Refuses by [ProductRule#VARIETY_CODE_TAKEN], [ProductRule#PRODUCT_RETIRED] and [ProductRule#PRODUCT_ID_USED].
    /// The same variety twice is one.
    public Variety register(Actor actor, Variety variety) {
        actor.require(Right.MANAGE_PRODUCTS);
        products.inUse(variety.product());
        if (store.insert(variety, actor, clock.instant())) return variety;
        Variety stored =
                find(variety.id()).orElseThrow(() -> new RuleBroken(ProductRule.VARIETY_CODE_TAKEN, variety.code()));
        if (!stored.equals(variety)) throw new RuleBroken(ProductRule.PRODUCT_ID_USED);
        return stored;
    }

    /// A variety stays with its product. Refuses by [ProductRule#VARIETY_CODE_TAKEN].
    public Variety amend(Actor actor, Variety variety) {
        actor.require(Right.MANAGE_PRODUCTS);
        if (!get(variety.id()).product().equals(variety.product()))
            throw new RuleBroken(ProductRule.VARIETY_OF_OTHER_PRODUCT, variety.code());
        if (!store.update(variety, actor, clock.instant()))
            throw new RuleBroken(ProductRule.VARIETY_CODE_TAKEN, variety.code());
        return variety;
    }

    public Variety retire(Actor actor, VarietyId id) {
        return amend(actor, get(id).asRetired(true));
    }

    public Variety restore(Actor actor, VarietyId id) {
        return amend(actor, get(id).asRetired(false));
    }

    @Transactional(readOnly = true)
    public Variety get(VarietyId id) {
        return find(id).orElseThrow(() -> new NotFound("variety", id));
    }

    @Transactional(readOnly = true)
    public Optional<Variety> find(VarietyId id) {
        return store.byIds(List.of(id)).stream().findFirst();
    }

    /// Retired ones too, at the end.
    @Transactional(readOnly = true)
    public List<Variety> of(ProductId product) {
        return store.of(product);
    }

    @Transactional(readOnly = true)
    public Map<VarietyId, Variety> byIds(Collection<VarietyId> ids) {
        if (ids.isEmpty()) return Map.of();
        return store.byIds(Set.copyOf(ids)).stream().collect(Collectors.toMap(Variety::id, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Slice<Variety> search(Paging paging) {
        return Slice.of(store.search(paging), paging, store.count(paging));
    }
}
