package org.farmgate.product;

import org.farmgate.platform.Multilingual;

/// A variety of a product, such as Thompson Seedless of grapes.
///
/// @param code how files name it, unlike any other of the product; as [Product#code]
public record Variety(VarietyId id, ProductId product, String code, Multilingual name, boolean retired) {
    /// Refuses by the input error `product-code`.
    public Variety {
        code = Product.checkedCode(code);
    }

    Variety asRetired(boolean nowRetired) {
        return new Variety(id, product, code, name, nowRetired);
    }
}
