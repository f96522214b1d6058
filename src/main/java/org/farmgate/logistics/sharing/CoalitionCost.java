package org.farmgate.logistics.sharing;

import java.util.BitSet;

/// What it would cost a group of the companies to go without the others. Nobody costs nothing; a larger
/// group never costs less.
@FunctionalInterface
public interface CoalitionCost {
    /// @param members by their numbers, from 0; not to be changed or kept
    /// @return fen, not negative
    long fen(BitSet members);
}
