package org.farmgate.trade;

import java.util.Map;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.supply.PlotId;

/// What the ids in terms are called. A name nobody knows any more is shown as a dash, so that no paper fails
/// for it.
///
/// @param parties name and code of each
/// @param grade the worst grade that fulfils the contract
public record TermsNames(
        Map<PartyId, PartyName> parties,
        Multilingual product,
        Multilingual grade,
        Multilingual origin,
        Map<SiteId, PlaceName> places,
        Map<PlotId, String> plots) {
    public static final String UNKNOWN = "–";
    private static final PlaceName NO_PLACE = new PlaceName(UNKNOWN, UNKNOWN);
    private static final PartyName NO_PARTY = new PartyName(UNKNOWN, UNKNOWN);

    /// @param code the short one that people use
    public record PartyName(String name, String code) {}

    public record PlaceName(String name, String address) {}

    public PartyName party(PartyId id) {
        return parties.getOrDefault(id, NO_PARTY);
    }

    public PlaceName place(SiteId id) {
        return places.getOrDefault(id, NO_PLACE);
    }

    public String plot(PlotId id) {
        return plots.getOrDefault(id, UNKNOWN);
    }
}
