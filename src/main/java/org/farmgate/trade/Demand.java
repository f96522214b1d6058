package org.farmgate.trade;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;

/// What one buyer wants of one product inside one window, at one or many places. Its buyer and product never
/// change; everything else may while it is open, and every version is kept.
///
/// @param minimumGrade the worst grade still accepted; 1 is the best
/// @param highestDelivered the most the buyer pays for goods brought to the door
/// @param reference the buyer's own number for it, empty where there is none
/// @param version counted from 1
public record Demand(
        DemandId id,
        PartyId buyer,
        ProductId product,
        int minimumGrade,
        WeekSpan window,
        Price highestDelivered,
        List<ShipTo> shipTo,
        String reference,
        String note,
        DemandState state,
        int version) {
    public static final int MOST_PLACES = 2_000;
    public static final int LONGEST_REFERENCE = 60;
    public static final int LONGEST_NOTE = 500;

    /// Refuses by TRADE_GRADE_OUT_OF_RANGE, DEMAND_WITHOUT_PLACES, DEMAND_TOO_MANY_PLACES, DEMAND_PLACE_TWICE,
    /// DEMAND_PRICE_ZERO; and a total mass beyond [Mass#GREATEST_GRAMS] as a broken measure.
    public Demand {
        shipTo = List.copyOf(shipTo);
        if (minimumGrade < 1 || minimumGrade > 9)
            throw new RuleBroken(TradeRule.TRADE_GRADE_OUT_OF_RANGE, minimumGrade);
        if (shipTo.isEmpty()) throw new RuleBroken(TradeRule.DEMAND_WITHOUT_PLACES);
        if (shipTo.size() > MOST_PLACES)
            throw new RuleBroken(TradeRule.DEMAND_TOO_MANY_PLACES, shipTo.size(), MOST_PLACES);
        Set<SiteId> seen = new HashSet<>();
        for (ShipTo place : shipTo)
            if (!seen.add(place.site())) throw new RuleBroken(TradeRule.DEMAND_PLACE_TWICE, place.site());
        if (highestDelivered.fenPerTonne() == 0) throw new RuleBroken(TradeRule.DEMAND_PRICE_ZERO);
        total(shipTo);
    }

    /// A new one, to be posted.
    public static Demand wanted(
            DemandId id,
            PartyId buyer,
            ProductId product,
            int minimumGrade,
            WeekSpan window,
            Price highestDelivered,
            List<ShipTo> shipTo,
            String reference,
            String note) {
        return new Demand(
                id,
                buyer,
                product,
                minimumGrade,
                window,
                highestDelivered,
                shipTo,
                reference,
                note,
                new DemandState.Open(),
                1);
    }

    public Mass wanted() {
        return total(shipTo);
    }

    public boolean isOpen() {
        return switch (state) {
            case DemandState.Open _ -> true;
            case DemandState.Withdrawn _ -> false;
        };
    }

    /// The same wish as another version of it.
    public Demand asVersion(int other) {
        return new Demand(
                id, buyer, product, minimumGrade, window, highestDelivered, shipTo, reference, note, state, other);
    }

    Demand reaching(List<ShipTo> places) {
        return new Demand(
                id, buyer, product, minimumGrade, window, highestDelivered, places, reference, note, state, version);
    }

    /// Whether two ask for the same, whatever their version and state.
    boolean sameWish(Demand other) {
        return buyer.equals(other.buyer)
                && product.equals(other.product)
                && minimumGrade == other.minimumGrade
                && window.equals(other.window)
                && highestDelivered.equals(other.highestDelivered)
                && new HashSet<>(shipTo).equals(new HashSet<>(other.shipTo))
                && reference.equals(other.reference)
                && note.equals(other.note);
    }

    private static Mass total(List<ShipTo> places) {
        Mass sum = Mass.ZERO;
        for (ShipTo place : places) sum = sum.plus(place.mass());
        return sum;
    }
}
