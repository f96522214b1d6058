package org.farmgate.trade;

/// The two sides of a contract.
public enum Side {
    SELLER,
    BUYER;

    public Side other() {
        return switch (this) {
            case SELLER -> BUYER;
            case BUYER -> SELLER;
        };
    }
}
