package org.farmgate.trade;

import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;

/// Everything two parties agree on. Terms never change; other terms are another version of the contract.
///
/// @param origin the county the goods come from
/// @param onBehalfOf the growers for whom a cooperative sells; empty where the seller sells its own
/// @param minimumGrade the worst grade that fulfils it; 1 is the best
public record ContractTerms(
        PartyId seller,
        List<PartyId> onBehalfOf,
        PartyId buyer,
        RegionId origin,
        ProductId product,
        int minimumGrade,
        Quantity quantity,
        WeekSpan window,
        PriceBasis basis,
        PriceRule price,
        Deposit deposit,
        List<ContractLine> lines,
        Conditions conditions) {
    public static final int MOST_LINES = 2_000;

    /// Refuses by CONTRACT_WITH_ITSELF, TRADE_GRADE_OUT_OF_RANGE, CONTRACT_WITHOUT_LINES,
    /// CONTRACT_TOO_MANY_LINES,
    /// CONTRACT_LINE_OUTSIDE_WINDOW, CONTRACT_LINES_DO_NOT_ADD_UP, CONTRACT_DEPOSIT_OUT_OF_RANGE.
    public ContractTerms {
        onBehalfOf = onBehalfOf.stream().distinct().toList();
        lines = List.copyOf(lines);
        if (seller.equals(buyer)) throw new RuleBroken(TradeRule.CONTRACT_WITH_ITSELF);
        if (minimumGrade < 1 || minimumGrade > 9)
            throw new RuleBroken(TradeRule.TRADE_GRADE_OUT_OF_RANGE, minimumGrade);
        if (lines.isEmpty()) throw new RuleBroken(TradeRule.CONTRACT_WITHOUT_LINES);
        if (lines.size() > MOST_LINES)
            throw new RuleBroken(TradeRule.CONTRACT_TOO_MANY_LINES, lines.size(), MOST_LINES);
        for (ContractLine line : lines)
            if (!window.contains(line.weeks().first())
                    || !window.contains(line.weeks().last()))
                throw new RuleBroken(TradeRule.CONTRACT_LINE_OUTSIDE_WINDOW, line.weeks(), window);
        checkSum(quantity, lines);
        checkDeposit(deposit, quantity, price);
    }

    private static void checkDeposit(Deposit deposit, Quantity quantity, PriceRule price) {
        Mass expected = quantity.expected(ContractWriting.forecastOf(quantity));
        if (expected.isZero()) return;
        Money most = new Deposit.Share(Deposit.MOST_BASIS_POINTS, 0).due(expected, price.guaranteed());
        if (deposit.due(expected, price.guaranteed()).compareTo(most) > 0)
            throw new RuleBroken(TradeRule.CONTRACT_DEPOSIT_OUT_OF_RANGE);
    }

    private static void checkSum(Quantity quantity, List<ContractLine> lines) {
        Mass sum = sum(lines);
        switch (quantity) {
            case Quantity.FixedMass fixed -> {
                if (!sum.equals(fixed.mass()))
                    throw new RuleBroken(TradeRule.CONTRACT_LINES_DO_NOT_ADD_UP, sum, fixed.mass());
            }
            case Quantity.WholeCrop _ -> {}
        }
    }

    private static Mass sum(List<ContractLine> lines) {
        Mass sum = Mass.ZERO;
        for (ContractLine line : lines) sum = sum.plus(line.mass());
        return sum;
    }

    public PartyId party(Side side) {
        return switch (side) {
            case SELLER -> seller;
            case BUYER -> buyer;
        };
    }

    /// What the deposit comes to at that expected mass. Due is not paid.
    public Money depositDue(Mass expected) {
        return deposit.due(expected, price.guaranteed());
    }

    /// What every version of one contract shares.
    boolean sameDeal(ContractTerms other) {
        return seller.equals(other.seller)
                && buyer.equals(other.buyer)
                && origin.equals(other.origin)
                && product.equals(other.product);
    }
}
