package org.farmgate.trade;

import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;

/// One set of terms for each kind of price, deposit and basis.
final class TermsSamples {
    static final PriceIndex INDEX = new PriceIndex("Hami melon, first class", "Xinfadi market, Beijing");

    private TermsSamples() {}

    static List<ContractTerms> everyKind(Market market) {
        ContractTerms plain = market.terms(2);
        return List.of(
                plain,
                priced(
                        plain,
                        PriceBasis.FARM_GATE,
                        new PriceRule.FloorPlusUpside(yuan("2.2"), yuan("3.00001"), 4_250, INDEX),
                        new Deposit.Amount(Money.yuan(500), 3)),
                priced(
                        plain,
                        PriceBasis.DELIVERED,
                        new PriceRule.MarketLinked(INDEX, 9_550, yuan("1.8"), yuan("4.5")),
                        new Deposit.None()));
    }

    private static ContractTerms priced(ContractTerms terms, PriceBasis basis, PriceRule price, Deposit deposit) {
        return new ContractTerms(
                terms.seller(),
                terms.onBehalfOf(),
                terms.buyer(),
                terms.origin(),
                terms.product(),
                terms.minimumGrade(),
                new Quantity.FixedMass(Mass.tonnes(2), 0),
                terms.window(),
                basis,
                price,
                deposit,
                terms.lines().stream()
                        .map(line ->
                                new ContractLine(line.site(), line.mass(), line.weeks(), Optional.of(DemandId.next())))
                        .toList(),
                new Conditions(0, 180, 30));
    }

    private static Price yuan(String text) {
        return Price.parseYuanPerKilogram(text);
    }
}
