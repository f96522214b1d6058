package org.farmgate.trade.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.trade.Demand;
import org.farmgate.trade.DemandListing;
import org.farmgate.trade.DemandQuery;
import org.farmgate.trade.DemandVersion;

/// What the pages of demands show.
public final class DemandPage {
    private DemandPage() {}

    /// @param mayPost whether to offer posting one
    /// @param showsPrices whether the reader sees the highest prices of this list
    public record Listing(
            Slice<DemandListing> demands,
            DemandQuery.Show show,
            String search,
            Names names,
            boolean mayPost,
            java.util.Set<String> priced) {
        public boolean showsPriceOf(DemandListing demand) {
            return priced.contains(demand.buyer().toString());
        }
    }

    /// @param left what each place still wants
    public record One(
            Demand demand,
            List<DemandVersion> versions,
            Map<SiteId, Mass> left,
            Names names,
            String grade,
            boolean own,
            boolean showsPrice,
            FormErrors errors) {
        public Mass committed() {
            long open = left.values().stream().mapToLong(Mass::grams).sum();
            return new Mass(demand.wanted().grams() - open);
        }
    }

    /// @param standing the demand that is changed; empty for a new one
    public record Form(Optional<Demand> standing, Map<String, String> products, int placeCount, FormErrors errors) {}
}
