package org.farmgate.shop;

import org.farmgate.platform.Rule;

/// What the shop refuses.
public enum ShopRule implements Rule {
    /// A pack costs something, and not more than a hundred thousand yuan.
    LISTING_PRICE_OUT_OF_RANGE,
    /// The more one takes, the less a pack costs.
    LISTING_TIERS_OUT_OF_ORDER,
    /// A limit per buyer lies between one pack and what one line may hold.
    LISTING_LIMIT_OUT_OF_RANGE,
    /// An id is used once.
    LISTING_ID_TAKEN,
    /// What is changed must be what was seen.
    LISTING_CHANGED_MEANWHILE,
    /// Only what is open is sold.
    LISTING_NOT_OPEN,
    /// Nothing is sold twice, and nothing is left.
    SOLD_OUT,
    /// Nothing is sold twice: so many packs are left.
    NOT_ENOUGH_LEFT,
    /// One buyer may have so many of these.
    BUYER_LIMIT_REACHED,
    /// The price is the seller's; it changed since the buyer saw it.
    PRICE_CHANGED,
    /// A key belongs to one cart.
    ORDER_KEY_REUSED,
    /// No way of paying by that name is open here.
    PROVIDER_NOT_OPEN,
    /// More orders wait than can be taken in soon.
    INTAKE_FULL,
    /// An order goes its way step by step.
    ORDER_NOT_IN_THAT_STATE,
    /// No more is given back than was paid.
    ORDER_REFUND_TOO_LARGE;

    @Override
    public int status() {
        return switch (this) {
            case INTAKE_FULL -> 503;
            case LISTING_PRICE_OUT_OF_RANGE,
                    LISTING_TIERS_OUT_OF_ORDER,
                    LISTING_LIMIT_OUT_OF_RANGE,
                    PROVIDER_NOT_OPEN,
                    ORDER_REFUND_TOO_LARGE -> 422;
            case LISTING_ID_TAKEN,
                    LISTING_CHANGED_MEANWHILE,
                    LISTING_NOT_OPEN,
                    SOLD_OUT,
                    NOT_ENOUGH_LEFT,
                    BUYER_LIMIT_REACHED,
                    PRICE_CHANGED,
                    ORDER_KEY_REUSED,
                    ORDER_NOT_IN_THAT_STATE -> 409;
        };
    }
}
