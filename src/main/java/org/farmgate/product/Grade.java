package org.farmgate.product;

import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;

/// How good the goods are, for one product.
///
/// @param rank 1 is best; goods of a rank may always stand in for a worse one
/// @param code short and printed on boxes, such as `A` or `特级`
public record Grade(ProductId product, int rank, String code, Multilingual name) {
    public static final int WORST = 9;

    /// Refuses by the input errors `out-of-range`, `missing`, `too-long`.
    public Grade {
        code = code.strip();
        if (rank < 1 || rank > WORST) throw new InputBroken("rank", "out-of-range", 1, WORST);
        if (code.isEmpty()) throw new InputBroken("code", "missing");
        if (code.length() > 20) throw new InputBroken("code", "too-long", 20);
    }
}
