package org.farmgate.logistics.web;

import org.farmgate.logistics.LegRates;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Multilingual;

/// Reads tariffs: forms give tonnes and yuan, JSON grams and fen.
final class TariffForms {
    private TariffForms() {}

    static TruckKind truckKind(Fields fields, TruckKindId id, boolean retired) {
        return truckKind(
                fields, id, fields.mass("capacity"), fields.money("perTrip"), fields.money("perKilometre"), retired);
    }

    static TruckKind truckKindInFen(Fields fields, TruckKindId id, boolean retired) {
        return truckKind(
                fields,
                id,
                grams(fields, "capacityGrams"),
                new Money(fen(fields, "perTripFen")),
                new Money(fen(fields, "perKilometreFen")),
                retired);
    }

    private static TruckKind truckKind(
            Fields fields, TruckKindId id, Mass capacity, Money perTrip, Money perKilometre, boolean retired) {
        String english = fields.text("nameEn", Multilingual.LONGEST);
        String chinese = fields.text("nameZh", Multilingual.LONGEST);
        String uyghur = fields.text("nameUg", Multilingual.LONGEST);
        Long speed = fields.number("kilometresPerDay", 1, TruckKind.FURTHEST_PER_DAY);
        boolean cold = fields.checked("cold");
        fields.check();
        return new TruckKind(
                id,
                new Multilingual(english, chinese, uyghur),
                capacity,
                perTrip,
                perKilometre,
                cold,
                speed.intValue(),
                retired);
    }

    static NearMarketWarehouse warehouse(Fields fields, SiteId site) {
        Mass capacity = fields.mass("capacity");
        Price perTonneWeek = yuan(fields, "perTonneWeek");
        fields.check();
        return new NearMarketWarehouse(site, capacity, perTonneWeek, fields.checked("cold"));
    }

    static NearMarketWarehouse warehouseInFen(Fields fields, SiteId site) {
        Mass capacity = grams(fields, "capacityGrams");
        long perTonneWeek = fen(fields, "fenPerTonneWeek");
        fields.check();
        return new NearMarketWarehouse(site, capacity, new Price(perTonneWeek), fields.checked("cold"));
    }

    static LegRates rates(Fields fields) {
        Price lastLeg = yuan(fields, "lastLegPerTonne");
        Price onward = yuan(fields, "onwardPerTonneKilometre");
        fields.check();
        return new LegRates(lastLeg, onward);
    }

    static LegRates ratesInFen(Fields fields) {
        long lastLeg = fen(fields, "lastLegFenPerTonne");
        long onward = fen(fields, "onwardFenPerTonneKilometre");
        fields.check();
        return new LegRates(new Price(lastLeg), new Price(onward));
    }

    /// In yuan per tonne.
    private static Price yuan(Fields fields, String field) {
        return fields.read(field, text -> Price.perTonne(Money.parseYuan(text)));
    }

    private static Mass grams(Fields fields, String field) {
        return fields.read(field, text -> Mass.parse(text, Mass.Unit.GRAM));
    }

    /// Zero where it cannot be read: the fields remember why, and refuse before it is used.
    private static long fen(Fields fields, String field) {
        Long fen = fields.number(field, 0, Money.GREATEST_FEN);
        return fen == null ? 0 : fen;
    }
}
