package org.farmgate.supply;

import java.time.LocalDate;
import java.util.List;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;

/// A local offer: what somebody nearby paid or offered that day at the farm gate or on the local market. A
/// deal is measured against it.
///
/// @param county that `place` lies in
/// @param place where the price was quoted: a county, township or village
/// @param source who says so, such as "Wednesday market, notice board": a price without one is hearsay
public record Quote(
        QuoteId id,
        ProductId product,
        int grade,
        RegionId county,
        RegionId place,
        LocalDate quotedOn,
        Price price,
        String source,
        Recorded recorded) {
    public static final int LONGEST_SOURCE = 120;

    /// Refuses by GRADE_NOT_OF_PRODUCT, QUOTE_WITHOUT_PRICE, and the input errors `missing` and `too-long`.
    public Quote {
        source = source.strip();
        if (source.isEmpty()) throw new InputBroken("source", "missing");
        if (source.codePointCount(0, source.length()) > LONGEST_SOURCE)
            throw new InputBroken("source", "too-long", LONGEST_SOURCE);
        if (grade < 1 || grade > 9) throw new RuleBroken(SupplyRule.GRADE_NOT_OF_PRODUCT, grade);
        if (price.fenPerTonne() == 0) throw new RuleBroken(SupplyRule.QUOTE_WITHOUT_PRICE);
    }

    /// What it is about: of one subject there is one price.
    List<Object> subject() {
        return List.of(product, grade, place, quotedOn, source);
    }
}
