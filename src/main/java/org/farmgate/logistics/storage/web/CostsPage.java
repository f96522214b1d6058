package org.farmgate.logistics.storage.web;

import java.util.List;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.storage.StorageBill;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Money;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.FormErrors;

/// Bills of storage, and the form to reckon weeks by hand.
///
/// @param lastWeek the latest that is over
public record CostsPage(
        SiteId site,
        Book book,
        NearMarketWarehouse terms,
        List<StorageBill> rows,
        int page,
        int size,
        IsoWeek lastWeek,
        boolean keeps,
        FormErrors errors) {
    public Money perTonneWeek() {
        return new Money(terms.perTonneWeek().fenPerTonne());
    }
}
