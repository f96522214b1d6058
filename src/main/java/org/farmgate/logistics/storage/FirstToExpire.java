package org.farmgate.logistics.storage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.measure.Mass;
import org.farmgate.product.ProductId;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionKey;

/// The goods of an owner in a warehouse, taken first the ones that expire first: only what is good, not
/// set aside, and keeps for as long as is asked. A pack holds goods of one lot.
final class FirstToExpire {
    private final Map<ProductId, List<Position>> byProduct = new HashMap<>();
    private final Map<PositionKey, Long> taken = new HashMap<>();

    FirstToExpire(List<Position> positions, LocalDate today) {
        positions.stream()
                .filter(position -> position.status().isGood()
                        && !position.bestBefore().isBefore(today)
                        && !position.free().isZero())
                .sorted(Comparator.comparing(Position::bestBefore).thenComparing(Position::key))
                .forEach(position -> byProduct
                        .computeIfAbsent(position.product(), _ -> new ArrayList<>())
                        .add(position));
    }

    /// How many packs there are of goods that keep until then.
    long packs(ProductId product, Mass pack, LocalDate freshUntil) {
        return fitting(product, freshUntil).stream()
                .mapToLong(position -> left(position) / pack.grams())
                .sum();
    }

    /// The day until which the longest keeping of them keeps; `otherwise` where there is none.
    LocalDate longest(ProductId product, LocalDate freshUntil, LocalDate otherwise) {
        return fitting(product, freshUntil).stream()
                .map(Position::bestBefore)
                .max(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    /// As many as there are, up to so many; they are gone then.
    List<Sending.Pick> take(ProductId product, Mass pack, int packs, LocalDate freshUntil) {
        List<Sending.Pick> picks = new ArrayList<>();
        long missing = packs;
        for (Position position : fitting(product, freshUntil)) {
            long here = Math.min(missing, left(position) / pack.grams());
            if (here == 0) continue;
            missing -= here;
            taken.merge(position.key(), here * pack.grams(), Long::sum);
            picks.add(new Sending.Pick(position, new Mass(here * pack.grams()), (int) here));
        }
        return picks;
    }

    private List<Position> fitting(ProductId product, LocalDate freshUntil) {
        return byProduct.getOrDefault(product, List.of()).stream()
                .filter(position -> !position.bestBefore().isBefore(freshUntil))
                .toList();
    }

    private long left(Position position) {
        return position.free().grams() - taken.getOrDefault(position.key(), 0L);
    }
}
