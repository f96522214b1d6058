package org.farmgate.stock;

/// The numbers of a sellable row; see [Sellable].
record PackCount(SellableId id, long left, long sold, long picked, long shortPacks) {
    long toPick() {
        return sold - picked - shortPacks;
    }
}
