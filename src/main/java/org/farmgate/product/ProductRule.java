package org.farmgate.product;

import org.farmgate.platform.Rule;

/// What `product` refuses.
public enum ProductRule implements Rule {
    /// An id that a client made stands for one thing for ever; sent again with other content it is an error.
    PRODUCT_ID_USED,
    /// Codes are how files name products, so no two share one, whatever the case of the letters.
    PRODUCT_CODE_TAKEN,
    /// Nothing new is added to a product that is no longer in use.
    PRODUCT_RETIRED,
    /// A rank is one grade.
    GRADE_RANK_TAKEN,
    /// A code is one grade of the product.
    GRADE_CODE_TAKEN,
    /// A pack or an offer names a grade that the product has.
    GRADE_UNKNOWN(422),
    /// A code is one variety of the product.
    VARIETY_CODE_TAKEN,
    /// A pack of one product cannot hold a variety of another.
    VARIETY_OF_OTHER_PRODUCT(422),
    /// A GTIN names one pack in the whole world.
    PACK_GTIN_TAKEN;

    private final int status;

    ProductRule() {
        this(409);
    }

    ProductRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
