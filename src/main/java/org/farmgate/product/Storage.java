package org.farmgate.product;

/// How a product is kept.
public enum Storage {
    AMBIENT,
    COLD,
    FROZEN
}
