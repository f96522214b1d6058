package org.farmgate.trade.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.JobId;
import org.farmgate.platform.PartyId;
import org.farmgate.trade.PlanId;

/// One plan in its totals. All are zero until it is solved.
///
/// @param failure the message key of why it failed, empty otherwise; see `failureArguments`
/// @param surplus what buyers would pay at most, less freight, storage and the growers' floors, over all that is
///     placed
/// @param bound no plan of this season under these decisions has a greater surplus
/// @param freightAlone the same goods on the same ways, every company with trucks of its own
/// @param estimatedDistances lanes whose road distance is not known and was taken as great circle × 1.3
public record PlanSummary(
        PlanId id,
        PartyId owner,
        String name,
        WeekSpan season,
        int seconds,
        int growerShare,
        Optional<PlanId> basedOn,
        JobId job,
        PlanState state,
        String failure,
        List<String> failureArguments,
        Instant madeAt,
        long solveMilliseconds,
        String tariff,
        Money surplus,
        Money bound,
        Mass offered,
        Mass wanted,
        Mass placed,
        Trucks trucks,
        Freight freight,
        Money freightAlone,
        int estimatedDistances) {
    private static final long FAR_BASIS_POINTS = 1_000;

    /// @param capacity of all of them together
    public record Trucks(int count, Mass capacity) {}

    public record Freight(Money trucks, Money lastLeg, Money onward, Money storage) {
        public Money total() {
            return trucks.plus(lastLeg).plus(onward).plus(storage);
        }
    }

    PlanSummary ended(PlanState how) {
        return new PlanSummary(
                id,
                owner,
                name,
                season,
                seconds,
                growerShare,
                basedOn,
                job,
                how,
                failure,
                failureArguments,
                madeAt,
                solveMilliseconds,
                tariff,
                surplus,
                bound,
                offered,
                wanted,
                placed,
                trucks,
                freight,
                freightAlone,
                estimatedDistances);
    }

    public boolean isSolved() {
        return state == PlanState.SOLVED;
    }

    /// How far the plan may be from the best at most, in basis points of the bound, rounded up: never flattering.
    public long gapBasisPoints() {
        return bound.fen() <= 0
                ? 0
                : Math.ceilDiv(Math.multiplyExact(bound.minus(surplus).fen(), 10_000L), bound.fen());
    }

    /// Whether so much may be missing that another search with more time is worth the wait.
    public boolean isFarFromBound() {
        return isSolved() && gapBasisPoints() >= FAR_BASIS_POINTS;
    }

    public Mass unsold() {
        return offered.minus(placed);
    }

    public Mass unmet() {
        return wanted.minus(placed);
    }

    /// How much of the trucks is filled, in basis points.
    public long fillingBasisPoints() {
        return share(placed.grams(), trucks.capacity().grams());
    }

    public long placedBasisPoints() {
        return share(placed.grams(), offered.grams());
    }

    public long metBasisPoints() {
        return share(placed.grams(), wanted.grams());
    }

    public Money freightSaved() {
        return freightAlone.minus(freight.total());
    }

    /// What sharing trucks saves, in basis points of everyone shipping alone.
    public long savedBasisPoints() {
        return share(freightSaved().fen(), freightAlone.fen());
    }

    static long share(long part, long whole) {
        return whole <= 0 ? 0 : Math.round(part * 10_000.0 / whole);
    }
}
