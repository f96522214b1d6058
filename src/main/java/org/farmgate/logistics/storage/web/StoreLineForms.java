package org.farmgate.logistics.storage.web;

import org.farmgate.logistics.storage.StoreLine;
import org.farmgate.logistics.storage.StoreLineId;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.springframework.stereotype.Component;

/// Reads what a store is to have, from a form (kilograms) or from JSON (grams).
@Component
class StoreLineForms {
    private final ArrivalForms parties;

    StoreLineForms(ArrivalForms parties) {
        this.parties = parties;
    }

    StoreLine fresh(Actor actor, Fields fields) {
        StoreLineId id = fields.id("id", StoreLineId::new);
        SiteId store = fields.id("store", SiteId::new);
        ProductId product = fields.id("product", ProductId::new);
        PartyId owner = parties.owner(actor, fields);
        return terms(fields, id, store, product, owner, false);
    }

    StoreLine amended(StoreLine there, Fields fields) {
        return terms(fields, there.id(), there.store(), there.product(), there.owner(), there.ended());
    }

    private static StoreLine terms(
            Fields fields, StoreLineId id, SiteId store, ProductId product, PartyId owner, boolean ended) {
        SiteId warehouse = fields.id("warehouse", SiteId::new);
        Mass pack = fields.isEmpty("packGrams")
                ? fields.mass("pack")
                : fields.read("packGrams", text -> Mass.parse(text, Mass.Unit.GRAM));
        Long least = fields.number("leastPacks", 0, StoreLine.MOST_LEAST_PACKS);
        Long cover = fields.number("coverDays", 1, StoreLine.MOST_COVER_DAYS);
        Long transit = fields.number("transitDays", 0, StoreLine.MOST_TRANSIT_DAYS);
        Long fresh = fields.number("freshDays", 0, StoreLine.MOST_FRESH_DAYS);
        fields.check();
        return new StoreLine(
                id,
                store,
                product,
                owner,
                warehouse,
                pack,
                least.intValue(),
                cover.intValue(),
                transit.intValue(),
                fresh.intValue(),
                ended);
    }
}
