package org.farmgate.trade.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.Sites;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.trade.Demand;
import org.farmgate.trade.DemandId;
import org.farmgate.trade.ShipTo;
import org.springframework.stereotype.Component;

/// Reads the form of a demand, and fills it from one that stands.
@Component
class DemandForm {
    private final PlaceList places;
    private final Products products;
    private final Sites sites;

    DemandForm(PlaceList places, Products products, Sites sites) {
        this.places = places;
        this.products = products;
        this.sites = sites;
    }

    /// @param standing the demand that is changed; empty for a new one
    Demand read(Fields fields, PartyId buyer, Optional<Demand> standing) {
        DemandId id = standing.map(Demand::id)
                .orElseGet(() ->
                        fields.optional("id", f -> f.id("id", DemandId::new)).orElseGet(DemandId::next));
        ProductId product = standing.map(Demand::product).orElseGet(() -> fields.id("product", ProductId::new));
        Long grade = fields.number("minimumGrade", 1, 9);
        if (product != null && standing.isEmpty() && products.find(product).isEmpty())
            fields.wrong("product", "no-such-choice", product.toString());
        WeekSpan window = window(fields);
        Price highest = fields.price("highestDelivered");
        if (highest != null && highest.fenPerTonne() == 0) fields.wrong("highestDelivered", "zero");
        List<PlaceList.Wanted> wanted = places.read(fields, buyer);
        if (wanted.stream().map(PlaceList.Wanted::site).distinct().count() < wanted.size())
            fields.wrong("places", "place-twice");
        String note = fields.optionalText("note", Demand.LONGEST_NOTE).orElse("");
        String reference = standing.map(Demand::reference)
                .orElseGet(() -> fields.optionalText("reference", Demand.LONGEST_REFERENCE)
                        .orElse(""));
        fields.check();
        Demand demand = Demand.wanted(
                id,
                buyer,
                product,
                Math.toIntExact(grade),
                window,
                highest,
                wanted.stream().map(one -> new ShipTo(one.site(), one.mass())).toList(),
                reference,
                note);
        return standing.isEmpty() ? demand : demand.asVersion(seen(fields));
    }

    private static int seen(Fields fields) {
        Long version = fields.number("version", 1, 1_000_000);
        fields.check();
        return Math.toIntExact(version);
    }

    @SuppressWarnings("NullAway") // as Fields: what is read counts only after its check
    static WeekSpan window(Fields fields) {
        IsoWeek first = fields.week("firstWeek");
        IsoWeek last = fields.week("lastWeek");
        if (first == null || last == null) return null;
        try {
            return new WeekSpan(first, last);
        } catch (MeasureBroken broken) {
            return fields.wrong("lastWeek", "ends-before-start", first.toString(), last.toString());
        }
    }

    Map<String, String> filled(Demand demand) {
        List<PlaceList.Wanted> wanted = demand.shipTo().stream()
                .map(place -> new PlaceList.Wanted(place.site(), place.mass(), Optional.empty()))
                .toList();
        Map<String, String> values = new HashMap<>();
        values.put("minimumGrade", String.valueOf(demand.minimumGrade()));
        values.put("firstWeek", demand.window().first().toString());
        values.put("lastWeek", demand.window().last().toString());
        values.put(
                "highestDelivered",
                demand.highestDelivered()
                        .inYuanPerKilogram()
                        .stripTrailingZeros()
                        .toPlainString());
        values.put("how", "LIST");
        values.put(
                "places",
                PlaceList.written(
                        wanted,
                        sites.byIds(wanted.stream().map(PlaceList.Wanted::site).toList())));
        values.put("note", demand.note());
        values.put("version", String.valueOf(demand.version()));
        return values;
    }
}
