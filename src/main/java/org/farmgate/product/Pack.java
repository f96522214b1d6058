package org.farmgate.product;

import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;

/// A product as it is packed and sold by the piece. It is retired, not deleted.
///
/// @param variety empty where the pack holds any
/// @param grade the rank it promises; empty where it promises none
/// @param gtin the number under its bar code
/// @param net what is in it
/// @param packaging what the pack itself weighs; with the net mass it is what a truck carries
/// @param shelfLifeDays where the pack keeps longer or shorter than the product as such
public record Pack(
        PackId id,
        ProductId product,
        Optional<VarietyId> variety,
        Optional<Integer> grade,
        Multilingual name,
        Optional<Gtin> gtin,
        Mass net,
        Mass packaging,
        Optional<Integer> shelfLifeDays,
        boolean retired) {
    /// A pack is lifted, by hand or by fork-lift.
    public static final Mass HEAVIEST = Mass.tonnes(2);

    /// Refuses by the input errors `zero`, `too-heavy`, `out-of-range`.
    public Pack {
        if (net.isZero()) throw new InputBroken("net", "zero");
        if (net.compareTo(HEAVIEST) > 0) throw new InputBroken("net", "too-heavy", HEAVIEST);
        if (packaging.compareTo(HEAVIEST) > 0) throw new InputBroken("packaging", "too-heavy", HEAVIEST);
        if (grade.isPresent() && (grade.get() < 1 || grade.get() > Grade.WORST))
            throw new InputBroken("grade", "out-of-range", 1, Grade.WORST);
        if (shelfLifeDays.isPresent()
                && (shelfLifeDays.get() < 1 || shelfLifeDays.get() > Product.LONGEST_SHELF_LIFE_DAYS))
            throw new InputBroken("shelfLifeDays", "out-of-range", 1, Product.LONGEST_SHELF_LIFE_DAYS);
    }

    public Mass gross() {
        return net.plus(packaging);
    }

    Pack asRetired(boolean nowRetired) {
        return new Pack(id, product, variety, grade, name, gtin, net, packaging, shelfLifeDays, nowRetired);
    }
}
