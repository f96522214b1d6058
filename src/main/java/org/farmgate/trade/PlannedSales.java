package org.farmgate.trade;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// Turns accepted rows of a plan into contracts to be written. It decides nothing and asks nobody.
final class PlannedSales {
    private PlannedSales() {}

    /// Goods of one offer for one wish, place and week may come on several trucks; under contract they are one.
    static Collection<PlannedSale> merged(List<PlannedSale> sales) {
        Map<PlannedSale.Key, PlannedSale> merged = new LinkedHashMap<>();
        sales.forEach(sale -> merged.merge(sale.key(), sale, PlannedSales::together));
        return merged.values();
    }

    private static PlannedSale together(PlannedSale one, PlannedSale other) {
        return new PlannedSale(
                one.offerKey(),
                one.offered(),
                one.seller(),
                one.origin(),
                one.buyer(),
                one.product(),
                one.minimumGrade(),
                one.demand(),
                one.site(),
                one.week(),
                one.mass().plus(other.mass()),
                average(List.of(one, other)));
    }

    private record Deal(PartyId seller, RegionId origin, PartyId buyer, ProductId product, int minimumGrade) {
        static Deal of(PlannedSale sale) {
            return new Deal(sale.seller(), sale.origin(), sale.buyer(), sale.product(), sale.minimumGrade());
        }
    }

    private record Place(SiteId site, IsoWeek week, DemandId demand) {
        static Place of(PlannedSale sale) {
            return new Place(sale.site(), sale.week(), sale.demand());
        }
    }

    static List<ContractWriting.Wanted> contracts(Acceptance acceptance, List<PlannedSale> sales) {
        Map<Deal, List<PlannedSale>> deals = new LinkedHashMap<>();
        sales.forEach(sale ->
                deals.computeIfAbsent(Deal.of(sale), deal -> new ArrayList<>()).add(sale));
        return deals.entrySet().stream()
                .map(deal -> contract(acceptance, deal.getKey(), deal.getValue()))
                .toList();
    }

    private static ContractWriting.Wanted contract(Acceptance acceptance, Deal deal, List<PlannedSale> sales) {
        Map<Place, Mass> places = new LinkedHashMap<>();
        sales.forEach(sale -> places.merge(Place.of(sale), sale.mass(), Mass::plus));
        List<ContractLine> lines = places.entrySet().stream()
                .map(place -> new ContractLine(
                        place.getKey().site(),
                        place.getValue(),
                        new WeekSpan(place.getKey().week(), place.getKey().week()),
                        Optional.of(place.getKey().demand())))
                .toList();
        Mass mass = lines.stream().map(ContractLine::mass).reduce(Mass.ZERO, Mass::plus);
        IsoWeek first =
                sales.stream().map(PlannedSale::week).min(IsoWeek::compareTo).orElseThrow();
        IsoWeek last =
                sales.stream().map(PlannedSale::week).max(IsoWeek::compareTo).orElseThrow();
        var terms = new ContractTerms(
                deal.seller(),
                List.of(),
                deal.buyer(),
                deal.origin(),
                deal.product(),
                deal.minimumGrade(),
                new Quantity.FixedMass(mass, acceptance.toleranceBasisPoints()),
                new WeekSpan(first, last),
                acceptance.basis(),
                new PriceRule.Fixed(average(sales)),
                acceptance.deposit(),
                lines,
                acceptance.conditions());
        List<Backing> backing = sales.stream()
                .map(sale -> new Backing(
                        sale.offerKey(),
                        sale.offered(),
                        sale.mass(),
                        Optional.of(sale.demand()),
                        Optional.of(sale.site()),
                        Optional.of(sale.week())))
                .toList();
        return new ContractWriting.Wanted(
                ContractId.next(), terms, Optional.empty(), Optional.of(acceptance.plan()), backing);
    }

    /// By mass, rounded half up. The masses' prices taken together are worth the same to both, to within half a
    /// fen per tonne.
    private static Price average(List<PlannedSale> sales) {
        BigInteger worth = BigInteger.ZERO;
        BigInteger grams = BigInteger.ZERO;
        for (PlannedSale sale : sales) {
            BigInteger mass = BigInteger.valueOf(sale.mass().grams());
            worth = worth.add(mass.multiply(BigInteger.valueOf(sale.price().fenPerTonne())));
            grams = grams.add(mass);
        }
        return new Price(worth.add(grams.shiftRight(1)).divide(grams).longValueExact());
    }
}
