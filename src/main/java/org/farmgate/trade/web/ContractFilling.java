package org.farmgate.trade.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.trade.ContractTerms;
import org.farmgate.trade.Deposit;
import org.farmgate.trade.PriceIndex;
import org.farmgate.trade.PriceRule;
import org.farmgate.trade.Quantity;

/// Terms as the texts of the contract form: the way back from [ContractForm].
final class ContractFilling {
    private ContractFilling() {}

    static Map<String, String> of(ContractTerms terms, Map<SiteId, Site> known) {
        Map<String, String> values = new HashMap<>();
        values.put("minimumGrade", String.valueOf(terms.minimumGrade()));
        values.put("firstWeek", terms.window().first().toString());
        values.put("lastWeek", terms.window().last().toString());
        values.put("basis", terms.basis().name());
        values.put("how", "LIST");
        List<PlaceList.Wanted> wanted = terms.lines().stream()
                .map(line -> new PlaceList.Wanted(line.site(), line.mass(), Optional.of(line.weeks())))
                .toList();
        values.put("places", PlaceList.written(wanted, known));
        values.put("noticeDays", String.valueOf(terms.conditions().noticeDays()));
        values.put("claimDays", String.valueOf(terms.conditions().claimDays()));
        values.put("paymentDays", String.valueOf(terms.conditions().paymentDays()));
        quantity(terms.quantity(), values);
        price(terms.price(), values);
        deposit(terms.deposit(), values);
        return values;
    }

    private static void quantity(Quantity quantity, Map<String, String> values) {
        switch (quantity) {
            case Quantity.FixedMass fixed -> {
                values.put("quantity", "FIXED_MASS");
                values.put("tolerance", percent(fixed.toleranceBasisPoints()));
            }
            case Quantity.WholeCrop crop -> {
                values.put("quantity", "WHOLE_CROP");
                crop.plots().forEach(plot -> values.put("plot-" + plot, "on"));
                crop.floor().ifPresent(floor -> values.put("cropFloor", kilograms(floor)));
                crop.ceiling().ifPresent(ceiling -> values.put("cropCeiling", kilograms(ceiling)));
            }
        }
    }

    private static void price(PriceRule rule, Map<String, String> values) {
        values.put("price", yuan(rule.guaranteed()));
        rule.index().map(PriceIndex::name).ifPresent(name -> values.put("indexName", name));
        rule.index().map(PriceIndex::source).ifPresent(source -> values.put("indexSource", source));
        switch (rule) {
            case PriceRule.Fixed _ -> values.put("priceKind", "FIXED");
            case PriceRule.FloorPlusUpside upside -> {
                values.put("priceKind", "FLOOR_PLUS_UPSIDE");
                values.put("secondPrice", yuan(upside.reference()));
                values.put("share", percent(upside.shareBasisPoints()));
            }
            case PriceRule.MarketLinked linked -> {
                values.put("priceKind", "MARKET_LINKED");
                values.put("secondPrice", yuan(linked.ceiling()));
                values.put("share", percent(linked.basisPoints()));
            }
        }
    }

    private static void deposit(Deposit deposit, Map<String, String> values) {
        values.put("depositDays", String.valueOf(deposit.dueDays()));
        switch (deposit) {
            case Deposit.None _ -> values.put("depositKind", "NONE");
            case Deposit.Share share -> {
                values.put("depositKind", "SHARE");
                values.put("deposit", percent(share.basisPoints()));
            }
            case Deposit.Amount amount -> {
                values.put("depositKind", "AMOUNT");
                values.put("deposit", amount.money().inYuan().toPlainString());
            }
        }
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    private static String kilograms(Mass mass) {
        return mass.in(Mass.Unit.KILOGRAM).toPlainString();
    }

    private static String yuan(Price price) {
        return price.inYuanPerKilogram().stripTrailingZeros().toPlainString();
    }
}
