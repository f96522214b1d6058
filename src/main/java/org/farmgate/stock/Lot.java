package org.farmgate.stock;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;

/// A quantity of one product and grade, harvested or made, with what it was composed of. It never changes:
/// what happens to it later is told elsewhere, so that the way from the box back to the field cannot be cut.
///
/// @param origin the county in whose books it lies; the shard key
/// @param grade rank, 1 the best
/// @param bestBefore the last day on which it is good
/// @param composition at least one part; their masses add up to `mass` to the gram
public record Lot(
        LotId id,
        RegionId origin,
        ProductId product,
        int grade,
        Mass mass,
        LocalDate madeOn,
        LocalDate bestBefore,
        List<Component> composition) {
    /// Mixing from more lots than this is not one making any more.
    public static final int MOST_COMPONENTS = 1_000;

    /// Refuses by LOT_WITHOUT_MASS, LOT_GRADE_OUT_OF_RANGE, LOT_BEST_BEFORE_TOO_EARLY, COMPOSITION_MISSING,
    /// COMPOSITION_TOO_LONG, COMPOSITION_REPEATS, COMPOSITION_DIFFERS_FROM_MASS.
    public Lot {
        composition = List.copyOf(composition);
        if (mass.isZero()) throw new RuleBroken(StockRule.LOT_WITHOUT_MASS);
        if (grade < 1 || grade > 9) throw new RuleBroken(StockRule.LOT_GRADE_OUT_OF_RANGE, grade);
        if (bestBefore.isBefore(madeOn)) throw new RuleBroken(StockRule.LOT_BEST_BEFORE_TOO_EARLY, bestBefore, madeOn);
        if (composition.isEmpty()) throw new RuleBroken(StockRule.COMPOSITION_MISSING);
        if (composition.size() > MOST_COMPONENTS) throw new RuleBroken(StockRule.COMPOSITION_TOO_LONG, MOST_COMPONENTS);
        Set<Object> parts = new HashSet<>();
        Mass sum = Mass.ZERO;
        for (Component part : composition) {
            if (!parts.add(List.of(part.parent(), part.origin()))) throw new RuleBroken(StockRule.COMPOSITION_REPEATS);
            sum = sum.plus(part.mass());
        }
        if (!sum.equals(mass)) throw new RuleBroken(StockRule.COMPOSITION_DIFFERS_FROM_MASS, sum, mass);
    }

    /// A lot straight from the field: one county, no earlier lot.
    public static Lot harvested(
            LotId id,
            RegionId origin,
            ProductId product,
            int grade,
            Mass mass,
            LocalDate madeOn,
            LocalDate bestBefore) {
        return new Lot(
                id, origin, product, grade, mass, madeOn, bestBefore, List.of(Component.harvested(origin, mass)));
    }

    /// Every county that any gram of it came from: what a label must name.
    public Set<RegionId> origins() {
        return composition.stream().map(Component::origin).collect(Collectors.toUnmodifiableSet());
    }

    Set<LotId> parents() {
        return composition.stream().flatMap(part -> part.parent().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
